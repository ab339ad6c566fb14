package org.claimwatch.analysis.claim;

import java.util.Map;

/**
 * What a statement asserts, as terms to compare by.
 *
 * @param text one sentence
 * @param language BCP 47 primary subtag
 * @param terms term to weight, to compare within a language
 * @param anchors what of it survives translation, to weight: see {@link Anchors}
 * @param negated whether it says that something is not so
 */
public record Proposition(
        String text, String language, Map<String, Double> terms, Map<String, Double> anchors, boolean negated) {
    public Proposition {
        terms = Map.copyOf(terms);
        anchors = Map.copyOf(anchors);
    }
}
