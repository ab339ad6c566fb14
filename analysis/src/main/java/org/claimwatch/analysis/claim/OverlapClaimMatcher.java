package org.claimwatch.analysis.claim;

import java.util.Collection;
import java.util.Optional;
import org.claimwatch.analysis.model.Calibration;
import org.claimwatch.common.claim.ClaimPolarity;

/**
 * Matches by weighted overlap of terms, across languages by names, figures, days and concepts of the news; figures that
 * differ keep propositions apart, a negation turns one round.
 */
public final class OverlapClaimMatcher implements ClaimMatcher {
    private static final double SAME = 0.38;
    private static final double SAME_ACROSS = 0.5;

    /** Of two that say that a claim is taken back, or supported: they share its words whoever does so. */
    private static final double SAME_RELATING = 0.75;

    /** Fitted on the sample press: of 49 statements that joined an earlier claim, 44 made the same one by its labels. */
    private static final Calibration ALIKE = new Calibration(5.0, -1.14);

    @Override
    public Optional<Match> match(Proposition proposition, Collection<Known> claims) {
        return match(proposition, claims, true);
    }

    @Override
    public Optional<Match> meant(Proposition claimed, Collection<Known> claims) {
        return match(claimed, claims, false).filter(match -> match.polarity() == ClaimPolarity.ASSERTS);
    }

    private static Optional<Match> match(Proposition proposition, Collection<Known> claims, boolean translated) {
        Overlap overlap = new Overlap(claims);
        Known best = null;
        double highest = 0;
        for (Known claim : claims) {
            boolean across = !claim.proposition().language().equals(proposition.language());
            if (claim.proposition().relates() != proposition.relates() || (across && !translated)) {
                continue;
            }
            double score = across
                    ? Anchors.shared(proposition.anchors(), claim.proposition().anchors())
                    : overlap.within(proposition, claim.proposition());
            double least = proposition.relates() != null ? SAME_RELATING : across ? SAME_ACROSS : SAME;
            boolean same = score >= least && score > highest;
            if (same && !Figures.exclude(proposition, claim.proposition())) {
                highest = score;
                best = claim;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        boolean turned = proposition.negated() != best.proposition().negated();
        return Optional.of(
                new Match(best.id(), turned ? ClaimPolarity.DENIES : ClaimPolarity.ASSERTS, ALIKE.of(highest)));
    }

    @Override
    public boolean contradict(Proposition one, Proposition other) {
        return Figures.exclude(one, other);
    }
}
