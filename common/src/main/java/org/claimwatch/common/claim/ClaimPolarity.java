package org.claimwatch.common.claim;

/** How a statement relates to its claim. */
public enum ClaimPolarity {
    ASSERTS,
    DENIES
}
