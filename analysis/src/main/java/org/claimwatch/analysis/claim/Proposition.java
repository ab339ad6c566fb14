package org.claimwatch.analysis.claim;

import java.util.Map;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.jspecify.annotations.Nullable;

/**
 * What a statement asserts, as terms to compare by.
 *
 * @param text one sentence
 * @param language BCP 47 primary subtag
 * @param terms term to weight, to compare within a language
 * @param anchors what of it survives translation, to weight: see {@link Anchors}
 * @param negated whether it says that something is not so
 * @param relates whether it says that another claim is taken back or supported, and so is not that claim itself
 */
public record Proposition(
        String text,
        String language,
        Map<String, Double> terms,
        Map<String, Double> anchors,
        boolean negated,
        @Nullable ClaimRelationKind relates) {
    public Proposition {
        terms = Map.copyOf(terms);
        anchors = Map.copyOf(anchors);
    }

    /** The same as one that says how another claim fares. */
    public Proposition relating(ClaimRelationKind kind) {
        return new Proposition(text, language, terms, anchors, negated, kind);
    }
}
