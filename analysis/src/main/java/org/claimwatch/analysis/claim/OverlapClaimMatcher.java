package org.claimwatch.analysis.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.analysis.model.Terms;
import org.claimwatch.common.claim.ClaimPolarity;

/** Matches by weighted overlap of terms; figures that differ keep propositions apart, a negation turns one round. */
public final class OverlapClaimMatcher implements ClaimMatcher {
    private static final double SAME = 0.5;

    @Override
    public Optional<Match> match(Proposition proposition, Collection<Known> claims) {
        Map<String, Integer> frequency = new HashMap<>();
        for (Known claim : claims) {
            claim.proposition().terms().keySet().forEach(term -> frequency.merge(term, 1, Integer::sum));
        }
        Known best = null;
        double highest = 0;
        for (Known claim : claims) {
            double score = similarity(proposition, claim.proposition(), frequency, claims.size());
            if (score > highest) {
                highest = score;
                best = claim;
            }
        }
        if (best == null || highest < SAME) {
            return Optional.empty();
        }
        boolean turned = proposition.negated() != best.proposition().negated();
        return Optional.of(new Match(
                best.id(), turned ? ClaimPolarity.DENIES : ClaimPolarity.ASSERTS, (float) Math.min(1, highest)));
    }

    private static double similarity(Proposition a, Proposition b, Map<String, Integer> frequency, int claims) {
        double shared = 0;
        double first = 0;
        for (Map.Entry<String, Double> term : a.terms().entrySet()) {
            double weight = term.getValue() * rarity(term.getKey(), frequency, claims);
            first += weight;
            shared += b.terms().containsKey(term.getKey()) ? weight : 0;
        }
        double second = 0;
        for (Map.Entry<String, Double> term : b.terms().entrySet()) {
            second += term.getValue() * rarity(term.getKey(), frequency, claims);
        }
        double dice = first + second == 0 ? 0 : 2 * shared / (first + second);
        return figuresDiffer(a, b) ? dice * 0.6 : dice;
    }

    private static double rarity(String term, Map<String, Integer> frequency, int claims) {
        return Math.log(1 + (claims + 1.0) / (1 + frequency.getOrDefault(term, 0)));
    }

    private static boolean figuresDiffer(Proposition a, Proposition b) {
        boolean figures = a.terms().keySet().stream().anyMatch(Terms::isNumber)
                && b.terms().keySet().stream().anyMatch(Terms::isNumber);
        return figures && a.terms().keySet().stream().filter(Terms::isNumber).noneMatch(b.terms()::containsKey);
    }
}
