package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.Token;

/** Tells which words of a sentence belong to one proper name. */
final class NameParts {
    static final Set<String> INNER = Set.of(
            "of", "and", "&", "al", "el", "bin", "ibn", "bint", "abu", "ben", "van", "von", "zu", "ter", "ten", "den",
            "de", "der", "du", "da", "do", "dos", "das", "di", "del", "della", "la", "le", "for");

    /** What stands after a name and is no part of it. */
    private static final Set<String> AFTER =
            Set.of("qc", "kc", "mp", "mep", "phd", "md", "obe", "cbe", "mbe", "esq", "sj");

    private static final String MARKS = "“”\"‘’";
    private static final Set<String> CALENDAR = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "sept",
            "oct",
            "nov",
            "dec",
            "jan",
            "feb",
            "aug",
            "i");
    /** "al-Dahwar" */
    private static final Pattern PARTICLE = Pattern.compile("(?:al|el|ad|as|ash|at|an|ar|az|bin|ben)-\\p{Lu}.*");

    /** Words that are no part of a name even where a capital begins them. */
    private static final Set<String> CLOSED = Set.of(
            "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "my", "our", "your", "we",
            "you", "he", "she", "they", "it", "some", "all", "no", "each", "every", "both", "what", "who", "which",
            "such", "another", "any", "him", "them", "us", "me");

    private static final Set<String> PARTIES = Set.of("party", "campaign", "group", "alliance", "coalition", "union");

    static boolean isPart(List<Token> tokens, int i, boolean german) {
        Token token = tokens.get(i);
        boolean given = GivenNames.isKnown(token.text())
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isCapitalised();
        if (!(token.isCapitalised() || (i > 0 && PARTICLE.matcher(token.text()).matches()))
                || (CALENDAR.contains(token.lower()) && !given)) {
            return false;
        }
        if (german) {
            // Where all nouns are capitals, capitals say nothing.
            boolean surname = i > 0 && GivenNames.isKnown(tokens.get(i - 1).text()) && token.pos() == Pos.NOUN;
            return token.pos() == Pos.PROPN || given || surname;
        }
        boolean opens = i == 0 || !(tokens.get(i - 1).isWord() || isShortTitle(tokens, i - 1));
        Pos pos = token.pos();
        if (!opens) {
            return !CLOSED.contains(token.lower()) || given;
        }
        if (RoleNouns.isPlural(token.lower())
                && i + 2 < tokens.size()
                && tokens.get(i + 1).is("for")) {
            return tokens.get(i + 2).isCapitalised(); // "Parents for Safe Doses"
        }
        boolean alone = i + 1 >= tokens.size()
                || !(tokens.get(i + 1).isCapitalised()
                        || PARTICLE.matcher(tokens.get(i + 1).text()).matches());
        if (alone) {
            return (pos == Pos.PROPN || pos == Pos.X) && !RoleNouns.isRole(token.lower());
        }
        return switch (pos) {
            case DET, PRON, ADP, SCONJ, CCONJ, AUX, PART -> false;
            default -> true;
        };
    }

    /** Whether a name may begin small: "al-Dahwar". */
    static boolean isParticle(String word) {
        return PARTICLE.matcher(word).matches();
    }

    /** The full stop of "Dr." */
    private static boolean isShortTitle(List<Token> tokens, int i) {
        return i > 0
                && tokens.get(i).text().equals(".")
                && RoleNouns.isTitle(tokens.get(i - 1).lower());
    }

    static boolean joins(List<Token> tokens, int from, int i, boolean german) {
        // "Institute for the Study of War"
        boolean article = tokens.get(i).is("for")
                && i + 2 < tokens.size()
                && tokens.get(i + 1).is("the")
                && isPart(tokens, i + 2, german)
                && Words.isOrganisation(tokens.get(i - 1).lower());
        boolean within = tokens.get(i).is("the")
                && i - 1 > from
                && i + 1 < tokens.size()
                && tokens.get(i - 1).is("for")
                && Words.isOrganisation(tokens.get(i - 2).lower())
                && isPart(tokens, i + 1, german);
        if (article || within) {
            return true;
        }
        if (!INNER.contains(tokens.get(i).lower()) || i + 1 >= tokens.size() || !isPart(tokens, i + 1, german)) {
            return false;
        }
        boolean many = RoleNouns.isPlural(tokens.get(i - 1).lower());
        if (many && tokens.get(i).is("for")) {
            return i == from + 1; // "Parents for Safe Doses"
        }
        boolean descent = NameScan.isDescent(tokens.get(i)); // "Sultan bin Khalid"
        return (descent || !RoleNouns.isRole(tokens.get(i - 1).lower()))
                && !joinsPeople(tokens, i)
                && !belongs(tokens, from, i);
    }

    /** "Grace Tolley of Benning Securities": a person's name ends before "of". */
    private static boolean belongs(List<Token> tokens, int from, int of) {
        if (!tokens.get(of).is("of")) {
            return false;
        }
        int start = from;
        while (start < of - 1 && RoleNouns.isRole(tokens.get(start).lower())) {
            start++;
        }
        boolean titled = start > from
                || (from > 0
                        && RoleNouns.isRole(tokens.get(from - 1).lower())
                        && tokens.get(from - 1).pos() != Pos.VERB);
        boolean full = of - start == 2 || of - start == 3;
        return full
                && (titled || GivenNames.isKnown(tokens.get(start).text()))
                && tokens.subList(start, of).stream()
                        .noneMatch(t -> Words.isOrganisation(t.lower()) || RoleNouns.isPortfolio(t.lower()));
    }

    /** Robert “Bobby” Hale: a name in marks amid a name. */
    static boolean isNickname(List<Token> tokens, int i) {
        return i + 3 < tokens.size()
                && MARKS.indexOf(tokens.get(i).text()) >= 0
                && tokens.get(i + 1).isCapitalised()
                && MARKS.indexOf(tokens.get(i + 2).text()) >= 0
                && tokens.get(i + 3).isCapitalised();
    }

    /** Without a nickname in marks and the letters after a name. */
    static List<Token> words(List<Token> tokens, int start, int end) {
        int last = end;
        while (last > start + 2 && AFTER.contains(tokens.get(last - 1).lower())) {
            last--;
        }
        List<Token> words = new ArrayList<>();
        for (int i = start; i < last; i++) {
            if (i > start && i + 3 < last && isNickname(tokens, i)) {
                i += 2;
            } else {
                words.add(tokens.get(i));
            }
        }
        return words;
    }

    /** "Haldane and Selenik" are two; "Ministry of Water and Energy" is one. */
    private static boolean joinsPeople(List<Token> tokens, int i) {
        if (!tokens.get(i).is("and") && !tokens.get(i).is("for")) {
            return false;
        }
        if (Places.isCountry(tokens.get(i - 1).text())
                && Places.isCountry(tokens.get(i + 1).text())) {
            return true; // "delegations of Russia and Iran"
        }
        for (int j = i - 1; j >= Math.max(0, i - 4); j--) {
            if (Words.isOrganisation(tokens.get(j).lower())) {
                return false;
            }
        }
        for (int j = i + 1; j < Math.min(tokens.size(), i + 4); j++) {
            if (Words.isOrganisation(tokens.get(j).lower())
                    && (tokens.get(j).isCapitalised()
                            || (tokens.get(j - 1).isCapitalised()
                                    && PARTIES.contains(tokens.get(j).lower())))) {
                return false; // "the Land and Harbour party"
            }
        }
        return true;
    }

    private NameParts() {}
}
