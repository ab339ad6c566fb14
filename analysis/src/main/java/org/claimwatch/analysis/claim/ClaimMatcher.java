package org.claimwatch.analysis.claim;

import java.util.Collection;
import java.util.Optional;
import org.claimwatch.common.claim.ClaimPolarity;

/** Finds the known claim that a proposition asserts or denies. */
public interface ClaimMatcher {
    /** Empty where the proposition is a claim of its own. */
    Optional<Match> match(Proposition proposition, Collection<Known> claims);

    /**
     * The claim that is meant where a text says what is taken back or supported; empty also where only its opposite is
     * known, or where it is worded in another language, which makes it a guess.
     */
    Optional<Match> meant(Proposition claimed, Collection<Known> claims);

    /** Whether two propositions are so alike, and so different, that both cannot be true. */
    boolean contradict(Proposition one, Proposition other);

    /** A claim that an earlier statement made. */
    record Known(long id, Proposition proposition) {}

    /**
     * Which claim, and how the proposition stands to it.
     *
     * @param confidence 0 to 1
     */
    record Match(long claim, ClaimPolarity polarity, float confidence) {}
}
