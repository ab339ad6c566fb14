package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
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
     */
    record Name(
            TextSpan span,
            List<Token> words,
            boolean definite,
            boolean titled,
            boolean placed,
            List<Token> before,
            List<Token> after) {
        Name {
            words = List.copyOf(words);
            before = List.copyOf(before);
            after = List.copyOf(after);
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

    private static final Set<String> INNER =
            Set.of("of", "and", "&", "al", "el", "bin", "ibn", "van", "von", "de", "der", "du", "la", "le", "for");
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
    private static final int APPOSITION = 12;

    private NameScan() {}

    static List<Name> of(SegmentedText text) {
        List<Name> names = new ArrayList<>();
        boolean german = text.language().equals("de");
        for (Stretch sentence : text.sentences()) {
            List<Token> tokens = text.tokensOf(sentence);
            int i = 0;
            while (i < tokens.size()) {
                if (!isPart(tokens, i, german)) {
                    i++;
                    continue;
                }
                int end = i + 1;
                while (end < tokens.size() && (isPart(tokens, end, german) || joins(tokens, end, german))) {
                    end++;
                }
                addNames(tokens, i, end, names);
                i = end;
            }
        }
        return names;
    }

    private static boolean isPart(List<Token> tokens, int i, boolean german) {
        Token token = tokens.get(i);
        if (!token.isCapitalised() || CALENDAR.contains(token.lower())) {
            return false;
        }
        if (german) {
            return token.pos() == Pos.PROPN; // where all nouns are capitals, capitals say nothing
        }
        boolean opens = i == 0 || !tokens.get(i - 1).isWord();
        Pos pos = token.pos();
        if (!opens) {
            return pos != Pos.PRON && pos != Pos.DET;
        }
        boolean alone = i + 1 >= tokens.size() || !tokens.get(i + 1).isCapitalised();
        if (alone) {
            return (pos == Pos.PROPN || pos == Pos.X) && !RoleNouns.isRole(token.lower());
        }
        return switch (pos) {
            case DET, PRON, ADP, SCONJ, CCONJ, AUX, PART -> false;
            default -> true;
        };
    }

    private static boolean joins(List<Token> tokens, int i, boolean german) {
        return INNER.contains(tokens.get(i).lower())
                && i + 1 < tokens.size()
                && (isPart(tokens, i + 1, german)
                        && !RoleNouns.isRole(tokens.get(i - 1).lower())
                        && !joinsPeople(tokens, i));
    }

    /** "Haldane and Selenik" are two; "Ministry of Water and Energy" is one. */
    private static boolean joinsPeople(List<Token> tokens, int i) {
        if (!tokens.get(i).is("and") && !tokens.get(i).is("for")) {
            return false;
        }
        for (int j = i - 1; j >= Math.max(0, i - 4); j--) {
            if (Words.isOrganisation(tokens.get(j).lower())) {
                return false;
            }
        }
        for (int j = i + 1; j < Math.min(tokens.size(), i + 4); j++) {
            if (Words.isOrganisation(tokens.get(j).lower()) && tokens.get(j).isCapitalised()) {
                return false;
            }
        }
        return true;
    }

    /** A run may hold a role: "Irrigation Minister Nabil Tarazin", "Foreign Ministry". */
    private static void addNames(List<Token> tokens, int from, int end, List<Name> names) {
        int start = from;
        int role = -1;
        for (int i = from; i < end - 1; i++) {
            boolean organisation = tokens.subList(i + 1, end).stream().anyMatch(t -> Words.isOrganisation(t.lower()));
            if (RoleNouns.isRole(tokens.get(i).lower()) && !organisation) {
                role = portfolioEnd(tokens, i, end);
            }
        }
        List<Token> before = new ArrayList<>(roleBefore(tokens, from));
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
        if (start >= end || tokens.subList(start, end).stream().allMatch(t -> RoleNouns.isRole(t.lower()))) {
            return;
        }
        boolean definite = start > 0 && tokens.get(start - 1).is("the");
        boolean placed = start > 0
                && Set.of("in", "from", "to", "near", "at")
                        .contains(tokens.get(start - 1).lower());
        List<Token> words = tokens.subList(start, end);
        names.add(new Name(
                new TextSpan(words.getFirst().start(), words.getLast().end()),
                words,
                definite,
                !before.isEmpty(),
                placed,
                before,
                apposition(tokens, end)));
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
                    || INNER.contains(tokens.get(i).lower())) {
                last = i;
            } else {
                break;
            }
        }
        return last;
    }

    /** "Basin Council envoy Iveta Haldane": the lower-case role and the name before it. */
    private static List<Token> roleBefore(List<Token> tokens, int name) {
        int i = name - 1;
        if (i >= 0
                && tokens.get(i).text().equals(",")
                && i > 0
                && RoleNouns.isRole(tokens.get(i - 1).lower())) {
            i--; // "the landlady, Peg Ansty"
        }
        if (i < 0 || !RoleNouns.isRole(tokens.get(i).lower())) {
            return List.of();
        }
        int from = i;
        while (from > 0
                && from > i - 6
                && (tokens.get(from - 1).pos().nominal()
                        || tokens.get(from - 1).pos() == Pos.ADJ
                        || tokens.get(from - 1).lower().equals("'s"))) {
            from--;
        }
        return tokens.subList(from, i + 1);
    }

    private static List<Token> apposition(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return List.of();
        }
        boolean of = tokens.get(from).is("of");
        if (!tokens.get(from).text().equals(",") && !of) {
            return List.of();
        }
        int end = from + 1;
        while (end < tokens.size()
                && end < from + APPOSITION
                && (tokens.get(end).isWord()
                        || tokens.get(end).text().equals("&")
                        || tokens.get(end).lower().equals("'s"))
                && tokens.get(end).pos() != Pos.VERB) {
            end++;
        }
        List<Token> inner = tokens.subList(from + 1, end);
        boolean role = of
                || inner.stream().anyMatch(t -> RoleNouns.isRole(t.lower()))
                || (!inner.isEmpty() && inner.getFirst().is("who"));
        return role ? inner : List.of();
    }
}
