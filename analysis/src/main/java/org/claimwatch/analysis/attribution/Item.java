package org.claimwatch.analysis.attribution;

import java.util.Set;
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
    private static final Set<String> FUNCTION = Set.of(
            "about",
            "above",
            "across",
            "after",
            "against",
            "along",
            "although",
            "among",
            "amongst",
            "another",
            "anybody",
            "anyone",
            "anything",
            "around",
            "because",
            "before",
            "behind",
            "below",
            "beneath",
            "beside",
            "besides",
            "between",
            "beyond",
            "could",
            "despite",
            "during",
            "either",
            "every",
            "everybody",
            "everyone",
            "everything",
            "except",
            "following",
            "herself",
            "himself",
            "inside",
            "itself",
            "might",
            "neither",
            "nobody",
            "nothing",
            "others",
            "outside",
            "regarding",
            "shall",
            "should",
            "since",
            "somebody",
            "someone",
            "something",
            "their",
            "themselves",
            "there",
            "these",
            "those",
            "though",
            "through",
            "throughout",
            "toward",
            "towards",
            "under",
            "unless",
            "unlike",
            "until",
            "where",
            "whereas",
            "wherever",
            "whether",
            "which",
            "while",
            "whoever",
            "whose",
            "within",
            "without",
            "would",
            "yourself",
            "according");

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

    /** A capital where the tagger saw no name: rare surnames look like verbs to it, or even like prepositions. */
    private boolean looksNamed() {
        return token.isCapitalised()
                && switch (token.pos()) {
                    case VERB, ADJ, ADV, INTJ, X -> true;
                    case ADP, PRON, DET, AUX, SCONJ -> token.text().length() > 4 && !FUNCTION.contains(token.lower());
                    default -> false;
                };
    }
}
