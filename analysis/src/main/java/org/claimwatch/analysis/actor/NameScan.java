package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;

/** Finds an article's proper names, with the roles that stand beside them. */
final class NameScan {
    /**
     * A proper name where it stands.
     *
     * @param definite whether "the" precedes it
     * @param titled whether a role or title precedes it
     * @param before the words of the role before it: "Basin Council envoy"
     * @param after the apposition after it: "chief economist at Oriel & Pike"
     * @param kindBefore the common noun right before it: "airline"
     * @param personal whether the words after it say that it is a person's
     * @param body whether the words around it say that it is no person: "director of", "the airline", ", which"
     */
    record Name(
            TextSpan span,
            List<Token> words,
            boolean definite,
            boolean titled,
            boolean placed,
            List<Token> before,
            List<Token> after,
            boolean personal,
            boolean body,
            Optional<Token> kindBefore) {
        Name {
            words = List.copyOf(words);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** What is named, where a common noun says so right before the name: "the airline". */
        Optional<String> kind() {
            return kindBefore.map(Token::lower);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (Token word : words) {
                boolean tight = text.isEmpty()
                        || word.text().startsWith("’")
                        || word.text().startsWith("'");
                text.append(tight ? "" : " ").append(word.text());
            }
            return text.toString();
        }
    }

    /** What only places have. */
    private static final Set<String> GOVERNED = Set.of(
            "ministry",
            "government",
            "capital",
            "city",
            "town",
            "village",
            "province",
            "region",
            "district",
            "mayor",
            "army",
            "port",
            "outskirts",
            "coast",
            "north",
            "south",
            "east",
            "west",
            "streets",
            "parliament",
            "people");

    private static final Set<String> DESCENT = Set.of("bin", "ibn", "bint");

    private static final Set<String> PLACING = Set.of("in", "from", "to", "near", "at");

    private NameScan() {}

    static List<Name> of(SegmentedText text) {
        List<Name> names = new ArrayList<>();
        boolean german = text.language().equals("de");
        Set<String> definite = definite(text.tokens());
        for (Stretch sentence : text.sentences()) {
            List<Token> tokens = text.tokensOf(sentence);
            int i = 0;
            while (i < tokens.size()) {
                if (!NameParts.isPart(tokens, i, german)) {
                    i++;
                    continue;
                }
                int end = i + 1;
                while (end < tokens.size()
                        && (NameParts.isPart(tokens, end, german)
                                || NameParts.joins(tokens, i, end, german)
                                || NameParts.isNickname(tokens, end))) {
                    end += NameParts.isNickname(tokens, end) ? 3 : 1;
                }
                addNames(tokens, i, end, names, definite);
                i = end;
            }
        }
        return names;
    }

    /** A run may hold a role: "Irrigation Minister Nabil Tarazin", "Foreign Ministry". */
    private static void addNames(List<Token> tokens, int first, int end, List<Name> names, Set<String> definite) {
        int from = first;
        int person = Surroundings.personAfterBody(tokens, first, end, definite);
        if (person > first) {
            addName(tokens, first, person, names);
            from = person;
        }
        addName(tokens, from, end, names);
    }

    private static void addName(List<Token> tokens, int from, int end, List<Name> names) {
        int start = from;
        int role = -1;
        for (int i = from; i < end - 1; i++) {
            boolean organisation = tokens.subList(i + 1, end).stream().anyMatch(t -> Words.isOrganisation(t.lower()));
            boolean many = i == from
                    && RoleNouns.isPlural(tokens.get(i).lower())
                    && !tokens.subList(i, end).stream().anyMatch(t -> t.is("and"));
            boolean given = i + 1 < end && isDescent(tokens.get(i + 1)); // "Sultan bin Khalid"
            if (RoleNouns.isRole(tokens.get(i).lower()) && !organisation && !many && !given) {
                role = portfolioEnd(tokens, i, end);
            }
        }
        List<Token> before = new ArrayList<>(Surroundings.roleBefore(tokens, from));
        if (role >= 0) {
            before.addAll(tokens.subList(from, role + 1));
            start = role + 1;
        } else if (from > 1
                && (tokens.get(from - 1).is("of") || tokens.get(from - 1).is("for"))
                && RoleNouns.isRole(tokens.get(from - 2).lower())) {
            start = Math.max(from, portfolioEnd(tokens, from - 2, end) + 1);
            before.addAll(start > from ? tokens.subList(from - 2, start) : List.of());
        }
        while (start > from - 1
                && start > 0
                && end - start > 2
                && (tokens.get(start - 1).is("and")
                        || tokens.get(start - 1).is("of")
                        || tokens.get(start - 1).is("for"))
                && RoleNouns.isPortfolio(tokens.get(start).lower())) {
            before.add(tokens.get(start));
            start++;
        }
        if (start > 0 && !before.isEmpty() && before.stream().allMatch(t -> RoleNouns.isPortfolio(t.lower()))) {
            before.addAll(0, office(tokens, start - before.size()));
        }
        while (start < end - 2 && isHonour(tokens, start)) {
            start++; // "Tan Sri Kamarul"
        }
        int named = Surroundings.afterPlace(tokens, start, end);
        if (named > start) {
            before.addAll(tokens.subList(Surroundings.officeStart(tokens, start), named));
            start = named;
        }
        if (start >= end || Surroundings.isOffice(tokens.subList(start, end))) {
            return;
        }
        boolean definite = start > 0 && tokens.get(start - 1).is("the");
        if (definite && end == start + 1 && Kindred.isEpithet(tokens.get(start).lower())) {
            return; // "the Frenchman"
        }
        boolean placed = start > 0
                && (PLACING.contains(tokens.get(start - 1).lower())
                        || (start > 1
                                && tokens.get(start - 1).is("of")
                                && GOVERNED.contains(tokens.get(start - 2).lower())));
        List<Token> words = NameParts.words(tokens, start, end);
        names.add(new Name(
                new TextSpan(words.getFirst().start(), words.getLast().end()),
                words,
                definite,
                !before.isEmpty(),
                placed,
                before,
                Surroundings.apposition(tokens, end, placed),
                KindSigns.ofPerson(tokens, end),
                KindSigns.ofBody(tokens, start, end),
                KindSigns.kindBefore(tokens, start)));
    }

    /** Malay honours, of which each word alone is also a name. */
    private static boolean isHonour(List<Token> tokens, int i) {
        boolean tan = tokens.get(i).is("tan") && tokens.get(i + 1).is("sri");
        boolean sri = tokens.get(i).is("sri")
                && i > 0
                && (tokens.get(i - 1).is("tan")
                        || tokens.get(i - 1).is("datuk")
                        || tokens.get(i - 1).is("dato"));
        return tan || sri;
    }

    /** Words with a capital that stand alone after "the": "the Mazhilis". */
    private static Set<String> definite(List<Token> tokens) {
        Set<String> found = new HashSet<>();
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).isCapitalised()
                    && tokens.get(i - 1).is("the")
                    && !tokens.get(i + 1).isCapitalised()
                    && !RoleNouns.isRole(tokens.get(i).lower())) {
                found.add(tokens.get(i).lower());
            }
        }
        return found;
    }

    /** Whether a word says whose son or daughter somebody is. */
    static boolean isDescent(Token word) {
        return DESCENT.contains(word.lower());
    }

    /** "Minister of Water and" before "Energy": from the role on, if there is one. */
    private static List<Token> office(List<Token> tokens, int end) {
        int i = end - 1;
        while (i > 0
                && (RoleNouns.isPortfolio(tokens.get(i).lower())
                        || tokens.get(i).is("of")
                        || tokens.get(i).is("for")
                        || tokens.get(i).is("and"))) {
            i--;
        }
        return i >= 0 && i < end - 1 && RoleNouns.isRole(tokens.get(i).lower()) ? tokens.subList(i, end) : List.of();
    }

    /** "Minister of Water and Energy Milena Torvash": the last word of what the office is about. */
    private static int portfolioEnd(List<Token> tokens, int role, int end) {
        if (role + 1 >= end
                || !(tokens.get(role + 1).is("of") || tokens.get(role + 1).is("for"))) {
            return role;
        }
        int last = role + 1;
        for (int i = role + 2; i < end - 1; i++) {
            if (RoleNouns.isPortfolio(tokens.get(i).lower())
                    || NameParts.INNER.contains(tokens.get(i).lower())) {
                last = i;
            } else {
                break;
            }
        }
        return last;
    }
}
