package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.Token;

/** What the words around a name say of whether it is a person's or a body's. */
final class KindSigns {
    private static final Set<String> BELONGING = Set.of("of", "for", "at", "with", "from");
    private static final int PERSONAL = 8;

    private KindSigns() {}

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

    /** ", in a post on his channel,": right after a name, whose it is says that it is a person's. */
    static boolean ofPerson(List<Token> tokens, int end) {
        if (end >= tokens.size() || !tokens.get(end).text().equals(",")) {
            return false;
        }
        for (int i = end + 1; i < Math.min(tokens.size(), end + PERSONAL); i++) {
            if (tokens.get(i).is("his") || tokens.get(i).is("her")) {
                return true;
            }
            if (tokens.get(i).isCapitalised()
                    || !tokens.get(i).isWord()
                    || tokens.get(i).pos() == Pos.VERB) {
                return false;
            }
        }
        return false;
    }
}
