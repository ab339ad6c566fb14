package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.Token;

/** Reads out of a role where somebody belongs: "Karethi foreign minister" is of the Karethi Foreign Ministry. */
final class Affiliations {
    private static final Set<String> INNER =
            Set.of("of", "and", "&", "for", "the", "'s", "'", "al", "el", "de", "du", "la", "van", "von", "der");
    private static final Set<String> RANKS = Set.of(
            "deputy",
            "vice",
            "first",
            "assistant",
            "special",
            "presidential",
            "senior",
            "chief",
            "prime",
            "acting",
            "former");
    private static final Set<String> LINKS = Set.of("of", "at", "for", "from", "with");

    private Affiliations() {}

    /** The organisation that a role's words name, empty if they name none. */
    static Optional<String> of(List<Token> role) {
        if (role.stream().anyMatch(word -> Words.isKin(word.lower()))) {
            return Optional.empty();
        }
        int head = -1;
        for (int i = 0; i < role.size(); i++) {
            if (RoleNouns.isRole(role.get(i).lower())) {
                head = i;
                if (role.get(i).is("minister")) {
                    return ministry(role, i);
                }
            }
        }
        Optional<String> before = head <= 0 ? Optional.empty() : named(role.subList(0, head), 0);
        return before.or(() -> after(role));
    }

    private static Optional<String> ministry(List<Token> role, int minister) {
        if (minister > 0
                && (role.get(minister - 1).is("prime") || role.get(minister - 1).is("first"))) {
            return Optional.empty();
        }
        int from = minister;
        while (from > 0 && isPortfolio(role.get(from - 1))) {
            from--;
        }
        StringBuilder name = new StringBuilder();
        if (from < minister) {
            int country = from;
            while (country > 0 && role.get(country - 1).isCapitalised()) {
                country--;
            }
            role.subList(country, from).stream()
                    .filter(word -> !RANKS.contains(word.lower()))
                    .forEach(word -> append(name, word.text()));
            role.subList(from, minister).forEach(word -> append(name, capital(word)));
            append(name, "Ministry");
            return Optional.of(name.toString());
        }
        int to = minister + 2;
        while (to < role.size() && isPortfolio(role.get(to))) {
            to++;
        }
        boolean of = minister + 2 < to
                && (role.get(minister + 1).is("of") || role.get(minister + 1).is("for"))
                && !role.get(to - 1).is("and");
        if (!of) {
            return Optional.empty();
        }
        append(name, "Ministry of");
        role.subList(minister + 2, to).forEach(word -> append(name, word.is("and") ? "and" : capital(word)));
        return Optional.of(name.toString());
    }

    private static boolean isPortfolio(Token word) {
        return RoleNouns.isPortfolio(word.lower()) || word.is("and");
    }

    /** "chief economist at Oriel & Pike", "of the Rihan Children's Hospital". */
    private static Optional<String> after(List<Token> role) {
        for (int i = 0; i < role.size() - 1; i++) {
            boolean first = i == 0
                    && (role.getFirst().isCapitalised() || role.getFirst().pos() == Pos.DET);
            if (first || LINKS.contains(role.get(i).lower())) {
                Optional<String> named = named(role, first ? 0 : i + 1);
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return role.size() == 1 ? named(role, 0) : Optional.empty();
    }

    /** The name that begins at a word, after an article at most; a common noun may end it: "Russian delegation". */
    private static Optional<String> named(List<Token> words, int from) {
        int start = from;
        while (start < words.size() && words.get(start).pos() == Pos.DET) {
            start++;
        }
        int end = start;
        while (end < words.size()
                && (words.get(end).isCapitalised()
                        || (end > start && INNER.contains(words.get(end).lower())))
                && !RoleNouns.isRole(words.get(end).lower())) {
            end++;
        }
        while (end > start
                && (!words.get(end - 1).isCapitalised()
                        || RANKS.contains(words.get(end - 1).lower()))) {
            end--;
        }
        if (end == start) {
            return Optional.empty();
        }
        if (end < words.size()
                && words.get(end).pos() == Pos.NOUN
                && Words.isOrganisation(words.get(end).lower())) {
            end++;
        }
        List<Token> name = words.subList(start, end);
        boolean adjective = name.size() == 1
                && name.getFirst().pos() == Pos.ADJ
                && Places.countryOf(name.getFirst().text()) == null;
        boolean portfolio = name.stream().allMatch(Affiliations::isPortfolio);
        return adjective || portfolio ? Optional.empty() : Optional.of(joined(name));
    }

    private static String joined(List<Token> words) {
        StringBuilder name = new StringBuilder();
        for (Token word : words) {
            if (word.lower().startsWith("'")) {
                name.append(word.text());
            } else {
                append(name, word.text());
            }
        }
        return name.toString();
    }

    private static void append(StringBuilder name, String word) {
        name.append(name.isEmpty() ? "" : " ").append(word);
    }

    private static String capital(Token word) {
        return word.text().substring(0, 1).toUpperCase(Locale.ROOT)
                + word.text().substring(1);
    }
}
