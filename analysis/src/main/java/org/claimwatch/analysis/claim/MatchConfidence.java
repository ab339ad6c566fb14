package org.claimwatch.analysis.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.claimwatch.analysis.model.Terms;

/**
 * How likely it is that a claim found for a query is the one that it repeats: scores compare within one ranking alone, so a
 * claim's probability is its share among all that were found and the chance that none of them is meant.
 *
 * <p>Fitted on the 800 training queries of CLEF CheckThat! 2020 task 2, each of which repeats one of 10,375 claims.
 */
public enum MatchConfidence {
    /** Of scores by words and a reader of both. */
    READ(7.16),

    /** Of scores by words alone. */
    WORDS(8.72);

    /** The score of a claim that is as likely meant as none is. */
    private static final double NONE = 12;

    private final double power;

    MatchConfidence(double power) {
        this.power = power;
    }

    /** The same claims in the same order, with probabilities for scores; those of the same words are one claim. */
    public List<Hit> of(List<Hit> ranked) {
        Map<List<String>, Double> best = new HashMap<>();
        ranked.forEach(hit -> best.merge(Terms.sequence(hit.text()), hit.score(), Math::max));
        double top = best.values().stream().mapToDouble(score -> score).reduce(NONE, Math::max);
        double all = Math.pow(NONE / top, power)
                + best.values().stream()
                        .mapToDouble(score -> Math.pow(score / top, power))
                        .sum();
        return ranked.stream()
                .map(hit -> new Hit(hit.id(), hit.text(), Math.pow(hit.score() / top, power) / all))
                .toList();
    }
}
