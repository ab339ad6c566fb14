package org.claimwatch.common.claim;

/** How one claim relates to another. */
public enum ClaimRelationKind {
    SAME_AS,
    CONTRADICTS,
    SUPPORTS,
    RETRACTS
}
