package org.claimwatch.analysis.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.claim.ClaimMatcher;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.claim.ClaimMatcher.Match;
import org.claimwatch.analysis.claim.OverlapClaimMatcher;
import org.claimwatch.analysis.claim.Proposition;
import org.claimwatch.common.claim.ClaimPolarity;

/** The claims of a batch, assigned as its articles come, as the database's are. */
public final class OnlineClaims {
    private final ClaimMatcher matcher = new OverlapClaimMatcher();
    private final List<Known> known = new ArrayList<>();

    public Match assign(Proposition proposition, boolean denied) {
        Optional<Match> match = matcher.match(proposition, known);
        long id = match.map(Match::claim).orElse((long) known.size() + 1);
        if (match.isEmpty()) {
            known.add(new Known(id, proposition));
        }
        ClaimPolarity polarity = match.map(Match::polarity).orElse(ClaimPolarity.ASSERTS);
        return new Match(
                id,
                denied ? ClaimPolarities.turned(polarity) : polarity,
                match.map(Match::confidence).orElse(1f));
    }

    /**
     * The claim of the batch that is taken back or supported; empty if none is sure to be meant.
     *
     * @param by the claim that does so
     */
    public Optional<Match> meant(Proposition claimed, long by) {
        return matcher.meant(
                        claimed,
                        known.stream().filter(claim -> claim.id() != by).toList())
                .filter(match -> match.confidence() >= StoredRelations.SURE);
    }
}
