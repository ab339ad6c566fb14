package org.claimwatch.analysis.claim;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.model.Terms;

/** How much two propositions share, each term weighted by how few of the known claims have it. */
final class Overlap {
    private static final double OTHER_FIGURES = 0.6;

    private final Map<String, Integer> frequency = new HashMap<>();
    private final int claims;

    Overlap(Collection<Known> known) {
        claims = known.size();
        for (Known claim : known) {
            claim.proposition().terms().keySet().forEach(term -> frequency.merge(term, 1, Integer::sum));
        }
    }

    /** Of two propositions in one language. */
    double within(Proposition a, Proposition b) {
        if (Collections.disjoint(a.terms().keySet(), b.terms().keySet())) {
            return 0;
        }
        double dice = dice(a.terms(), b.terms());
        return figuresDiffer(a.terms(), b.terms()) ? dice * OTHER_FIGURES : dice;
    }

    private double dice(Map<String, Double> a, Map<String, Double> b) {
        double shared = 0;
        double all = 0;
        for (Map.Entry<String, Double> term : a.entrySet()) {
            double weight = term.getValue() * rarity(term.getKey());
            all += weight;
            shared += b.containsKey(term.getKey()) ? 2 * weight : 0;
        }
        for (Map.Entry<String, Double> term : b.entrySet()) {
            all += term.getValue() * rarity(term.getKey());
        }
        return all == 0 ? 0 : shared / all;
    }

    private double rarity(String term) {
        return Math.log(1 + (claims + 1.0) / (1 + frequency.getOrDefault(term, 0)));
    }

    private static boolean figuresDiffer(Map<String, Double> a, Map<String, Double> b) {
        boolean figures = a.keySet().stream().anyMatch(Terms::isNumber)
                && b.keySet().stream().anyMatch(Terms::isNumber);
        return figures && a.keySet().stream().filter(Terms::isNumber).noneMatch(b::containsKey);
    }
}
