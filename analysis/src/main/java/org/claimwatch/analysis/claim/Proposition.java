package org.claimwatch.analysis.claim;

import java.util.Map;

/**
 * What a statement asserts, as terms to compare by.
 *
 * @param text one sentence
 * @param terms term to weight
 * @param negated whether it says that something is not so
 */
public record Proposition(String text, Map<String, Double> terms, boolean negated) {
    public Proposition {
        terms = Map.copyOf(terms);
    }
}
