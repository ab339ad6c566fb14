package org.claimwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes a byline apart into the names in it. */
final class Names {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:[;|•·\\n、]|,(?!\\s*(?:jr|sr|md|phd|dr|esq)\\b)|\\s/\\s|\\s?&\\s?|\\s(?:and|und|et|y|och|og|en|ja|и|و|with|mit|avec|con)\\s)\\s*",
            FLAGS);
    private static final Pattern START = Pattern.compile(
            "^\\W*(?:(?:alles|mehr|alle beiträge|alle artikel|artikel|ein kommentar|more|view all posts|all posts|posts) (?:von|from|by)|(?:publiziert|posted|erstellt|eingestellt)(?: am| on| von)?|(?:written|posted|published|story|reported|reporting|article|compiled|words|geschrieben|verfasst|veröffentlicht|ein beitrag|ein artikel|publié|écrit|escrito|publicado|postado|scritto)\\s+(?:by|von|par|por|da)|by|and|und|von|vom|par|por|di|door|av|af|från|text|texte|texto|autore?n?(?:in(?:nen)?)?|auteure?s?|author|authors|verfasser(?:in)?|redaktion|redakteur(?:in)?|journalist|foto|bild|fotos|بقلم|كتب|от|автор|文|記者|작성자)(?:\\b|(?=\\s|:))\\s*:?\\s*",
            FLAGS);
    /** What follows a name in a byline. */
    private static final Pattern END = Pattern.compile(
            "\\s*(?:\\(.*|\\s[-–—]\\s.*|\\b(?:am|on|at|um|le|el|il|den|veröffentlicht|published|updated|posted|aktualisiert|publié|publicado)\\b\\s.*|\\d{1,2}[./:]\\d.*|im gespräch.*|(?:mon|tues?|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)(?:day|tag)?[.,]\\s.*|\\b\\d{4}\\b.*|\\s기자(?:\\s.*)?|\\s특파원(?:\\s.*)?|\\s記者)$",
            FLAGS);

    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:stand|publiziert|posted|veröffentlicht|aktualisiert)\\b|https?:|www\\.|@|^\\d|\\d{3,}|[<>{}=#]|^(?:admin|administrator|null|undefined|unknown|unbekannt|guest|gast|webmaster|anonymous|no author|author|autor|home|mehr|more|profile|profil|share|teilen|kommentare?|comments?|follow|website|facebook|twitter|x|e-?mail|permalink|min|minutes?|posted|publiziert|cc|stand|letzte aktualisierung)$",
            FLAGS);
    private static final Pattern ORGANISATION = Pattern.compile(
            "redaktion|editor|team|staff|news|agenc|agentur|press|bearbeiten|online|media|gmbh|[A-Z]{4,}",
            Pattern.UNICODE_CASE);
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
                    && !PrintedDate.namesMonth(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Two words or more, each with a capital where the script has any, and no sign of an organisation. */
    static boolean isPerson(String name) {
        String[] words = name.split(" ", -1);
        boolean unspaced = name.length() <= 5 && Character.isIdeographic(name.codePointAt(0));
        return (words.length >= 2 || unspaced)
                && words.length <= 4
                && !ORGANISATION.matcher(name).find()
                && Character.isLetter(name.charAt(0))
                && !Character.isLowerCase(words[0].charAt(0));
    }

    private static String withoutStart(String byline) {
        String rest = START.matcher(byline).replaceFirst("");
        return rest.isEmpty() ? byline : rest;
    }
}
