package org.claimwatch.ingest.extract;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes a byline apart into the names in it. */
final class Names {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:[;|•·\\n、，،]|,(?!\\s*(?:jr|sr|md|phd|dr|esq)\\b)|\\s/\\s|\\s?&\\s?|\\s(?:and|und|et|og|och|with|mit|avec|con|com|med"
                    + "|(?-i:y|e|i|a|en|ja|și|és|dhe|ir|un|ve|dan|và|и|і|та|και|و))\\s)\\s*",
            FLAGS);

    private static final Pattern START = Pattern.compile(
            "^\\W*(?:(?:more|view all posts|all posts|posts|alle beiträge|alle artikel|artikel) (?:by|from|von)|(?:publiziert|posted|erstellt|eingestellt)(?: am| on| von)?|"
                    + BylineWords.BEFORE_COLON + "|(?:and|und|foto|bild|fotos)\\b|(?-i:By|Von|Par|Por)(?=\\p{Lu})|"
                    + BylineWords.BEFORE
                    + "(?=[\\s:：/／|]|(?<=[文글])\\p{IsHan}))[\\s:：/／|]*",
            FLAGS);

    /** What follows a name in a byline. */
    private static final Pattern END = Pattern.compile(
            "\\s*(?:\\(.*|\\s[-–—]\\s.*|(?<=\\s)(?:am|on|at|um|le|el|il|den|veröffentlicht|published|updated|posted|aktualisiert|publié|publicado)\\s.*|\\d{1,2}[./:]\\d.*|im gespräch.*|(?:mon|tues?|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)(?:day|tag)?[.,]\\s.*|\\s(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\\b\\d{4}\\b.*|\\s?(?:선임|수습|인턴|객원)?\\s?(?:기자|특파원|논설위원)(?:\\s.*)?|\\s記者|記者)$",
            FLAGS);

    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:stand|publiziert|posted|veröffentlicht|aktualisiert|view|show|see|voir|afficher|mostrar|ver)\\s|https?:|www\\.|@|\\[at\\]|^\\d|\\d{3,}|[<>{}=#:：!?]|\\b(?:profile?|perfil|profilo)\\b"
                    + "|^(?:admin|administrator|null|undefined|unknown|unbekannt|guest|gast|webmaster|anonymous|no author|author|autor|home|mehr|more|share|teilen|kommentare?|comments?|follow|website|facebook|twitter|x|e-?mail|permalink|min|minutes?|posted|publiziert|cc|stand|datum|date|letzte aktualisierung|foto|photo|bild|text)$"
                    + "|^" + BylineWords.BEFORE + "$",
            FLAGS);

    private static final Pattern ORGANISATION = Pattern.compile(
            "(?i:redaktion|redacci[oó]n|r[ée]daction|redazione|reda[cç][tç][aã]o|redakcj|редакци|editor|team\\b|staff\\b|desk\\b|news\\b|newsroom|agenc|agentur|press(?:e)?\\b|bearbeiten|online\\b|media\\b|medien|gmbh|stiftung|verlag|universit|institut|associat|foundation|bureau\\b|e\\.\\s?V\\.|\\.(?:com|net|org|de|at|ch|fr|it|es|uk|nl|pl)\\b)"
                    + "|^(?=.*\\b(?!I{2,3}\\b)[A-Z]{3,}\\b)(?=.*\\p{Ll})|新聞|新闻|통신|新社|日報|日报|وكالة",
            Pattern.UNICODE_CASE);
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du",
            "des", "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "ter", "ten", "te", "af", "av", "y", "e", "und",
            "i", "d'");

    private static final int LONGEST = 6;

    private Names() {}

    static List<String> of(String written) {
        String byline = Parser.unescapeEntities(written, false).replaceAll("<[^>]*>", " ");
        byline = byline.replaceAll("[\\s\\u00A0]+", " ").strip();
        byline = END.matcher(withoutStart(byline)).replaceFirst("");
        List<String> names = new ArrayList<>();
        for (String part : BETWEEN.split(byline, -1)) {
            String name =
                    END.matcher(withoutStart(part.strip())).replaceFirst("").strip();
            name = name.replaceAll("^[\\s,.:|–-]+|[\\s,:|–-]+$", "");
            if (name.length() >= 2
                    && Words.count(name) <= LONGEST
                    && !NO_NAME.matcher(name).find()
                    && !MonthNames.isLittleElse(name)) {
                names.add(name);
            }
        }
        return names;
    }

    static boolean isOrganisation(String name) {
        return ORGANISATION.matcher(name).find();
    }

    /** Two words or more, each with a capital where the script has any, and no sign of an organisation. */
    static boolean isPerson(String name) {
        String[] words = name.split(" ", -1);
        boolean unspaced = name.length() <= 5
                && (Character.isIdeographic(name.codePointAt(0))
                        || UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.HANGUL);
        return (words.length >= 2 || unspaced)
                && words.length <= 5
                && !isOrganisation(name)
                && Character.isLetter(name.charAt(0))
                && Arrays.stream(words).allMatch(Names::canBePartOfName);
    }

    private static boolean canBePartOfName(String word) {
        return word.isEmpty() || !Character.isLowerCase(word.charAt(0)) || PARTICLES.contains(word);
    }

    private static String withoutStart(String byline) {
        String rest = START.matcher(byline).replaceFirst("");
        return rest.isEmpty() ? byline : rest;
    }
}
