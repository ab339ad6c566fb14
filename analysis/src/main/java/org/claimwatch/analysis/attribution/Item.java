package org.claimwatch.analysis.attribution;

import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * A word of the narrative, or a whole quotation that stands in its place.
 *
 * @param quotation null for a word
 * @param quoted whether the word lies within a quoted fragment
 */
record Item(Token token, @Nullable Quotation quotation, boolean quoted) {
    boolean isQuotation() {
        return quotation != null;
    }

    int start() {
        return quotation != null ? quotation.start() : token.start();
    }

    int end() {
        return quotation != null ? quotation.end() : token.end();
    }

    String lower() {
        return quotation != null ? "" : token.lower();
    }

    Pos pos() {
        return quotation != null ? Pos.X : token.pos();
    }

    boolean is(String word) {
        return quotation == null && token.lower().equals(word);
    }

    boolean capitalised() {
        return quotation == null && token.isCapitalised();
    }

    boolean nominal() {
        return quotation == null && (token.pos().nominal() || looksNamed());
    }

    /** A capital where the tagger saw no name: rare surnames look like verbs to it. */
    private boolean looksNamed() {
        return token.isCapitalised()
                && switch (token.pos()) {
                    case VERB, ADJ, ADV, INTJ, X -> true;
                    default -> false;
                };
    }
}
