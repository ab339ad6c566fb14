package org.claimwatch.analysis.story;

import java.util.Map;

/** Terms with what they weigh, sorted by their hash, so that hundreds of articles are compared in milliseconds. */
final class Bag {
    /**
     * What an article makes of a term.
     *
     * @param weight of all its occurrences
     * @param plain of those that are not written as a name is, 0 where there is none
     * @param share of articles in which it is to be expected, whatever they are about
     * @param lead whether it stands in the title or at the beginning
     * @param figure whether it is a number, and no year
     */
    record Weight(float weight, float plain, float share, boolean lead, boolean figure) {}

    final int[] keys;
    final Weight[] weights;

    private Bag(int[] keys, Weight[] weights) {
        this.keys = keys;
        this.weights = weights;
    }

    static Bag of(Map<String, Weight> terms) {
        int[] keys = new int[terms.size()];
        Weight[] weights = new Weight[terms.size()];
        int n = 0;
        for (Map.Entry<String, Weight> term : terms.entrySet().stream()
                .sorted((a, b) ->
                        Integer.compare(a.getKey().hashCode(), b.getKey().hashCode()))
                .toList()) {
            keys[n] = term.getKey().hashCode();
            weights[n++] = term.getValue();
        }
        return new Bag(keys, weights);
    }
}
