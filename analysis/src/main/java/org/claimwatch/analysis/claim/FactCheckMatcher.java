package org.claimwatch.analysis.claim;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.claimwatch.analysis.claim.ClaimMatcher.Known;
import org.claimwatch.analysis.model.Calibration;

/**
 * Finds the known claims that a fact-check may be about, for a person to confirm: it would rather miss one than name a
 * wrong one.
 */
public final class FactCheckMatcher {
    /** Below this a person would look in vain more often than not worth it. */
    public static final float LEAST = 0.7f;

    /** Of a claim in one language; words of another say too little of what was checked. */
    private static final int MOST = 10;

    /**
     * Fitted on CLEF CheckThat! 2020 task 2's training queries against its 10,375 verified claims, as if one query in ten
     * had been checked at all.
     */
    private static final Calibration SHARED_WORDS = new Calibration(27.37, -8.91);

    /**
     * That a claim is what was checked.
     *
     * @param opposite it says the opposite
     * @param confidence 0 to 1
     */
    public record Link(long claim, boolean opposite, float confidence) {}

    /**
     * The likeliest first.
     *
     * @param claims those that share words with what was checked, a hundred if there are so many: what is rare among them
     *     tells more
     */
    public List<Link> links(Proposition checked, Collection<Known> claims) {
        Overlap overlap = new Overlap(claims);
        return claims.stream()
                .filter(claim -> claim.proposition().language().equals(checked.language()))
                .map(claim -> new Link(
                        claim.id(),
                        claim.proposition().negated() != checked.negated(),
                        SHARED_WORDS.of(overlap.within(checked, claim.proposition()))))
                .filter(link -> link.confidence() >= LEAST)
                .sorted(Comparator.comparing(Link::confidence).reversed().thenComparing(Link::claim))
                .limit(MOST)
                .toList();
    }
}
