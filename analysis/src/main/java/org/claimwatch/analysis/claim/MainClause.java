package org.claimwatch.analysis.claim;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.Token;

/** Finds an English sentence's own verb: a noun with a relative clause has a verb, too, and asserts nothing. */
final class MainClause {
    private static final Set<String> SUBORDINATE = Set.of(
            "that",
            "who",
            "whom",
            "whose",
            "which",
            "since",
            "because",
            "before",
            "after",
            "when",
            "while",
            "if",
            "although",
            "though",
            "unless",
            "until");

    private static final Set<String> RELATIVE = Set.of("who", "whom", "whose", "which");

    private boolean subject;
    private boolean nested;
    private boolean nestedVerb;

    private MainClause() {}

    /** Whether a finite verb of no subordinate clause has something before it that may be its subject. */
    static boolean isIn(List<Token> words) {
        MainClause clause = new MainClause();
        for (int i = 0; i < words.size(); i++) {
            if (clause.isOwnVerb(words, i)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasVerb(List<Token> words) {
        return words.stream().anyMatch(MainClause::isVerb);
    }

    /** Whether a name is explained, as in "Ruddick, who had it from a clerk". */
    static boolean hasRelative(List<Token> words) {
        for (int i = 1; i < words.size(); i++) {
            if (RELATIVE.contains(words.get(i).lower()) && words.get(i - 1).is(",")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwnVerb(List<Token> words, int i) {
        Token word = words.get(i);
        boolean first = i == 0;
        if (SUBORDINATE.contains(word.lower()) && !(first && word.is("that"))) {
            nested = true;
            nestedVerb = false;
            return false;
        }
        if (word.is(",")) {
            nested &= !nestedVerb;
            return false;
        }
        boolean finite = isVerb(word) && !word.lower().endsWith("ing") && !(i > 0 && bars(words.get(i - 1)));
        if (finite && nested) {
            boolean another = nestedVerb && i > 0 && goesOn(words.get(i - 1), word);
            nestedVerb = true;
            return another && subject;
        }
        if (finite && subject) {
            return true;
        }
        subject |= !nested
                && (word.pos().nominal() || word.pos() == Pos.PRON || word.pos() == Pos.DET || word.pos() == Pos.X);
        return false;
    }

    /** Whether a verb begins a verb phrase, and does not go on with the one before it. */
    private static boolean goesOn(Token before, Token verb) {
        return isVerb(before)
                ? before.pos() == Pos.VERB && verb.pos() == Pos.AUX
                : before.pos() != Pos.ADV && before.pos() != Pos.PART;
    }

    private static boolean isVerb(Token word) {
        return word.pos() == Pos.VERB || word.pos() == Pos.AUX;
    }

    /** Words after which a verb is not the clause's own. */
    private static boolean bars(Token word) {
        return word.is("to") || word.is("having") || word.pos() == Pos.DET || word.pos() == Pos.CCONJ;
    }
}
