package org.claimwatch.analysis.pipeline;

import org.claimwatch.common.claim.ClaimPolarity;

/** Whoever denies what denies a claim, asserts it. */
final class ClaimPolarities {
    private ClaimPolarities() {}

    static ClaimPolarity turned(ClaimPolarity polarity) {
        return polarity == ClaimPolarity.ASSERTS ? ClaimPolarity.DENIES : ClaimPolarity.ASSERTS;
    }
}
