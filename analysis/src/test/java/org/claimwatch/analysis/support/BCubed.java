package org.claimwatch.analysis.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well articles were gathered: the harmonic mean of B-cubed precision and recall (Bagga and Baldwin 1998). */
public final class BCubed {
    private BCubed() {}

    /** Of two labellings of the same things, in the same order. */
    public static double f1(List<String> gold, List<String> found) {
        Map<String, Integer> golds = new HashMap<>();
        Map<String, Integer> founds = new HashMap<>();
        Map<List<String>, Integer> both = new HashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            golds.merge(gold.get(i), 1, Integer::sum);
            founds.merge(found.get(i), 1, Integer::sum);
            both.merge(List.of(gold.get(i), found.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Map.Entry<List<String>, Integer> shared : both.entrySet()) {
            double square = (double) shared.getValue() * shared.getValue();
            precision += square / founds.getOrDefault(shared.getKey().getLast(), 1);
            recall += square / golds.getOrDefault(shared.getKey().getFirst(), 1);
        }
        return 2 * precision * recall / (precision + recall) / gold.size();
    }
}
