package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.Token;

/** What the words around a name say of it: an office before it, a body's noun, a place between office and name. */
final class Surroundings {
    private static final Set<String> LINKS = Set.of("of", "for", "to", "at", "in", "on", "the", "and", "'s");
    private static final Set<String> DELEGATIONS = Set.of("delegation", "mission", "department");
    private static final Set<String> RANKS =
            Set.of("deputy", "vice", "first", "prime", "special", "permanent", "senior");
    private static final int OFFICE = 12;
    private static final int APPOSITION = 12;
    private static final int LONGEST_NAME = 4;

    private Surroundings() {}

    /** "Foreign Minister", "Russian Presidential Envoy": a role with a capital is nobody's name. */
    static boolean isOffice(List<Token> words) {
        Token last = words.getLast();
        boolean role = RoleNouns.isRole(last.lower()) && !RoleNouns.isTitle(last.lower());
        boolean surname =
                words.size() > 1 && GivenNames.isKnown(words.getFirst().text());
        return words.stream().allMatch(t -> RoleNouns.isRole(t.lower())) || (role && words.size() > 1 && !surname);
    }

    /**
     * Tells the body from the person who speaks for it.
     *
     * <p>"press secretary of the Foreign Ministry Anatol Glazin": where a person's name begins after the body whose office
     * they hold; the run's first token if it holds none.
     *
     * @param definite what the text calls by one name with an article: "the Mazhilis"
     */
    static int personAfterBody(List<Token> tokens, int first, int end, Set<String> definite) {
        int name = first;
        if (end - first < 2) {
            return first;
        }
        for (int i = first; i < end - 2; i++) {
            String word = tokens.get(i).lower();
            name = Words.isOrganisation(word) || word.equals("affairs") ? i + 1 : name;
        }
        boolean office = holdsOffice(tokens, first);
        name = office
                        && name == first
                        && end - first > 2
                        && definite.contains(tokens.get(first).lower())
                ? first + 1
                : name;
        for (int i = first + 1; office && name == first && i < end - 1; i++) {
            name = GivenNames.isKnown(tokens.get(i).text()) ? i : name;
        }
        List<Token> rest = tokens.subList(name, end);
        boolean descent = rest.size() > 2 && NameScan.isDescent(rest.get(1));
        boolean plain = rest.size() < (descent ? 2 * LONGEST_NAME : LONGEST_NAME)
                && rest.stream()
                        .noneMatch(t -> Words.isOrganisation(t.lower())
                                || Words.endsBody(t.lower())
                                || (!descent && RoleNouns.isRole(t.lower()))
                                || RoleNouns.isPortfolio(t.lower())
                                || (!descent && NameParts.INNER.contains(t.lower()))
                                || Places.isCountry(t.text()));
        boolean given = GivenNames.isKnown(rest.getFirst().text());
        return name > first && plain && (given || descent || office) ? name : first;
    }

    /** Whether an office stands before a body: "head of the Policy Department of the". */
    private static boolean holdsOffice(List<Token> tokens, int body) {
        boolean link = false;
        for (int i = body - 1; i >= Math.max(0, body - OFFICE); i--) {
            Token token = tokens.get(i);
            if (link && RoleNouns.isRole(token.lower())) {
                return true;
            }
            link = token.is("of")
                    || token.is("to")
                    || token.is("at")
                    || token.is("for")
                    || (link && token.pos() == Pos.DET);
            if (!token.isWord() || token.pos() == Pos.VERB || token.pos() == Pos.AUX) {
                return false;
            }
        }
        return false;
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
                return tokens.subList(withSuperior(tokens, i), comma);
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
                || tokens.get(i).pos() == Pos.ADP
                || !tokens.get(i).isWord();
    }

    /** "special representative of the" before "UN Secretary-General for Sudan": where the office that has one begins. */
    private static int withSuperior(List<Token> tokens, int head) {
        int role = head;
        while (role > 0
                && (RoleNouns.isPortfolio(tokens.get(role - 1).lower())
                        || RANKS.contains(tokens.get(role - 1).lower())
                        || Places.countryOf(tokens.get(role - 1).text()) != null)) {
            role--; // "Russian Deputy Foreign" Minister
        }
        int i = role - 1;
        while (i > 0
                && (tokens.get(i).pos().nominal()
                        || tokens.get(i).pos() == Pos.ADJ
                        || tokens.get(i).pos() == Pos.DET)) {
            i--;
        }
        boolean link = i > 0 && (tokens.get(i).is("of") || tokens.get(i).is("to"));
        return link && RoleNouns.isRole(tokens.get(i - 1).lower()) ? i - 1 : role;
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
        boolean delegation = i >= 2
                && (DELEGATIONS.contains(tokens.get(i).text())
                        || (tokens.get(i).isCapitalised()
                                && !RoleNouns.isRole(tokens.get(i).lower())
                                && holdsOffice(tokens, i)));
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

    /** "Putin, Zelensky and US President Trump": the next names of a list, no office of the first. */
    private static boolean isEnumeration(List<Token> inner) {
        int and = 0;
        while (and < inner.size()
                && !inner.get(and).is("and")
                && !RoleNouns.isRole(inner.get(and).lower())) {
            and++;
        }
        return and > 0
                && and < inner.size() - 1
                && inner.get(and).is("and")
                && inner.subList(0, and).stream().allMatch(Token::isCapitalised)
                && inner.get(and + 1).isCapitalised();
    }

    /** @param placed whether the name stands where a place does: "in Pune, the minister said" */
    static List<Token> apposition(List<Token> tokens, int from, boolean placed) {
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
        boolean subject = placed && end < tokens.size() && tokens.get(end).pos() == Pos.VERB;
        if (subject || isEnumeration(inner)) {
            return List.of();
        }
        boolean role = of
                || inner.stream().anyMatch(t -> RoleNouns.isRole(t.lower()))
                || (!inner.isEmpty() && inner.getFirst().is("who"));
        return role ? inner : List.of();
    }
}
