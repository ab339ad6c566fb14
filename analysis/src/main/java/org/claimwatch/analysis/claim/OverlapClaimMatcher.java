package org.claimwatch.analysis.claim;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.analysis.model.Terms;
import org.claimwatch.common.claim.ClaimPolarity;

/**
 * Matches by weighted overlap of terms, across languages by that of figures and names; figures that differ keep
 * propositions apart, a negation turns one round.
 */
public final class OverlapClaimMatcher implements ClaimMatcher {
    private static final double SAME = 0.38;
    private static final double SAME_ACROSS = 0.5;

    @Override
    public Optional<Match> match(Proposition proposition, Collection<Known> claims) {
        Rarity rarity = new Rarity(claims);
        Known best = null;
        double highest = 0;
        for (Known claim : claims) {
            boolean across = !claim.proposition().language().equals(proposition.language());
            if (!across
                    && Collections.disjoint(
                            proposition.terms().keySet(),
                            claim.proposition().terms().keySet())) {
                continue;
            }
            double score = across
                    ? across(proposition, claim.proposition(), rarity)
                    : within(proposition, claim.proposition(), rarity);
            boolean same = score >= (across ? SAME_ACROSS : SAME) && score > highest;
            if (same && !contradict(proposition, claim.proposition())) {
                highest = score;
                best = claim;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        boolean turned = proposition.negated() != best.proposition().negated();
        return Optional.of(new Match(
                best.id(), turned ? ClaimPolarity.DENIES : ClaimPolarity.ASSERTS, (float) Math.min(1, highest)));
    }

    @Override
    public boolean contradict(Proposition one, Proposition other) {
        return Figures.exclude(one, other);
    }

    private static double within(Proposition a, Proposition b, Rarity rarity) {
        double dice = dice(a.terms(), b.terms(), rarity);
        return figuresDiffer(a.terms(), b.terms()) ? dice * 0.6 : dice;
    }

    /** Without a figure in common, names alone say what a claim is about but not what it claims. */
    private static double across(Proposition a, Proposition b, Rarity rarity) {
        boolean figure = a.anchors().keySet().stream()
                .anyMatch(k -> Terms.isNumber(k) && b.anchors().containsKey(k));
        return figure ? dice(a.anchors(), b.anchors(), rarity) : 0;
    }

    private static double dice(Map<String, Double> a, Map<String, Double> b, Rarity rarity) {
        double shared = 0;
        double all = 0;
        for (Map.Entry<String, Double> term : a.entrySet()) {
            double weight = term.getValue() * rarity.of(term.getKey());
            all += weight;
            shared += b.containsKey(term.getKey()) ? 2 * weight : 0;
        }
        for (Map.Entry<String, Double> term : b.entrySet()) {
            all += term.getValue() * rarity.of(term.getKey());
        }
        return all == 0 ? 0 : shared / all;
    }

    private static boolean figuresDiffer(Map<String, Double> a, Map<String, Double> b) {
        boolean figures = a.keySet().stream().anyMatch(Terms::isNumber)
                && b.keySet().stream().anyMatch(Terms::isNumber);
        return figures && a.keySet().stream().filter(Terms::isNumber).noneMatch(b::containsKey);
    }

    /** How much a term tells, by how few of the known claims have it. */
    private static final class Rarity {
        private final Map<String, Integer> frequency = new HashMap<>();
        private final int claims;

        Rarity(Collection<Known> known) {
            claims = known.size();
            for (Known claim : known) {
                claim.proposition().terms().keySet().forEach(term -> frequency.merge(term, 1, Integer::sum));
            }
        }

        double of(String term) {
            return Math.log(1 + (claims + 1.0) / (1 + frequency.getOrDefault(term, 0)));
        }
    }
}
