package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.Token;

/** What the words around a name say of it: an office before it, a body's noun, a place between office and name. */
final class Surroundings {
    private static final Set<String> LINKS = Set.of("of", "for", "to", "at", "in", "on", "the", "and", "'s");
    private static final Set<String> BELONGING = Set.of("of", "for", "at", "with", "from");
    private static final Set<String> DELEGATIONS = Set.of("delegation", "mission", "department");
    private static final int OFFICE = 12;
    private static final int APPOSITION = 12;

    private Surroundings() {}

    /** Whether nearby words say that a name is a body's: its director, its kind, its pronoun. */
    static boolean ofBody(List<Token> tokens, int start, int end) {
        boolean which = end + 1 < tokens.size()
                && tokens.get(end).text().equals(",")
                && tokens.get(end + 1).is("which");
        boolean officer = end < tokens.size()
                && !tokens.get(end).isCapitalised()
                && RoleNouns.isRole(tokens.get(end).lower())
                && tokens.get(end).pos() != Pos.VERB;
        boolean chief = end + 1 < tokens.size()
                && tokens.get(end).is("chief")
                && !tokens.get(end + 1).isCapitalised();
        Token before = start == 0 ? null : tokens.get(start - 1);
        boolean kind = before != null && !before.isCapitalised() && isBodyNoun(before);
        // "Halden Hydro said that it would": who is spoken of as a thing
        int verb = end < tokens.size() && tokens.get(end).is(",") ? end + 1 : end;
        int said = verb + 1 < tokens.size() && tokens.get(verb + 1).is("that") ? verb + 2 : verb + 1;
        boolean thing = said < tokens.size()
                && (tokens.get(verb).is("said")
                        || tokens.get(verb).is("says")
                        || tokens.get(verb).is("announced"))
                && (tokens.get(said).is("it") || tokens.get(said).is("its"));
        boolean member = start > 1
                && before != null
                && BELONGING.contains(before.lower())
                && RoleNouns.isRole(tokens.get(start - 2).lower());
        return which || officer || chief || kind || thing || member;
    }

    /** "the airline Norvik Air": the noun. */
    static Optional<Token> kindBefore(List<Token> tokens, int start) {
        return Optional.of(tokens.subList(Math.max(0, start - 1), start))
                .filter(before -> !before.isEmpty() && isBodyNoun(before.getFirst()))
                .map(List::getFirst);
    }

    static boolean isBodyNoun(Token token) {
        return token.pos() != Pos.VERB && (Words.isOrganisation(token.lower()) || Words.isBusiness(token.lower()));
    }

    /** "Foreign Minister", "Russian Presidential Envoy": a role with a capital is nobody's name. */
    static boolean isOffice(List<Token> words) {
        Token last = words.getLast();
        boolean role = RoleNouns.isRole(last.lower()) && !RoleNouns.isTitle(last.lower());
        boolean surname =
                words.size() > 1 && GivenNames.isKnown(words.getFirst().text());
        return words.stream().allMatch(t -> RoleNouns.isRole(t.lower())) || (role && words.size() > 1 && !surname);
    }

    /** "Envoy for Syria Geir Pedersen": where the name begins after a country, if an office stands before that. */
    static int afterPlace(List<Token> tokens, int start, int end) {
        if (officeStart(tokens, start) == start) {
            return start;
        }
        for (int i = Math.min(end - 2, start + 3); i > start; i--) {
            StringBuilder place = new StringBuilder();
            tokens.subList(start, i)
                    .forEach(t -> place.append(place.isEmpty() ? "" : " ").append(t.text()));
            if (Places.isCountry(place.toString())) {
                return i;
            }
        }
        return start;
    }

    /** Where an office begins that ends right before an index with a preposition; the index itself if there is none. */
    static int officeStart(List<Token> tokens, int index) {
        if (index < 2 || !LINKS.contains(tokens.get(index - 1).lower())) {
            return index;
        }
        int i = index - 1;
        while (i >= 0
                && i > index - OFFICE
                && (isLink(tokens.get(i)) || RoleNouns.isPortfolio(tokens.get(i).lower()))) {
            i--;
        }
        if (i < 0 || !RoleNouns.isRole(tokens.get(i).lower())) {
            return index;
        }
        while (i > 0 && tokens.get(i - 1).isCapitalised()) {
            i--;
        }
        return i;
    }

    /** "The President of the Republic, Radmir Ostovan": the office that ends before a comma. */
    static List<Token> officeBefore(List<Token> tokens, int comma) {
        for (int i = comma - 1; i >= Math.max(0, comma - OFFICE); i--) {
            Token token = tokens.get(i);
            if (!token.isWord() && !token.text().equals("&")) {
                return List.of();
            }
            if (token.pos() == Pos.VERB || token.pos() == Pos.AUX) {
                return List.of();
            }
            boolean opens = i == 0
                    || tokens.get(i - 1).pos() == Pos.DET
                    || !tokens.get(i - 1).isWord()
                    || opensPhrase(tokens, i);
            if (RoleNouns.isRole(token.lower()) && opens) {
                return tokens.subList(i, comma);
            }
        }
        return List.of();
    }

    /** "its chief economist", "the Bank's governor": only words of the same phrase before the role. */
    private static boolean opensPhrase(List<Token> tokens, int role) {
        int i = role - 1;
        while (i >= 0
                && (tokens.get(i).pos().nominal()
                        || tokens.get(i).pos() == Pos.ADJ
                        || tokens.get(i).is("'s"))) {
            i--;
        }
        return i < 0
                || tokens.get(i).pos() == Pos.DET
                || tokens.get(i).pos() == Pos.PRON
                || !tokens.get(i).isWord();
    }

    private static boolean isLink(Token token) {
        return LINKS.contains(token.lower());
    }

    /** "Basin Council envoy Iveta Haldane": the lower-case role and the name before it. */
    static List<Token> roleBefore(List<Token> tokens, int name) {
        int i = name - 1;
        if (i >= 0
                && tokens.get(i).text().equals(",")
                && i > 0
                && RoleNouns.isRole(tokens.get(i - 1).lower())) {
            i--; // "the landlady, Peg Ansty"
        }
        boolean delegation = i >= 2 && DELEGATIONS.contains(tokens.get(i).text());
        if (delegation) {
            return officeBefore(tokens, name);
        }
        if (i >= 2 && tokens.get(name - 1).text().equals(",") && i == name - 1) {
            return officeBefore(tokens, i);
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

    static List<Token> apposition(List<Token> tokens, int from) {
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
