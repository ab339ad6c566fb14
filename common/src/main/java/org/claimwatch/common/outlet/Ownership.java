package org.claimwatch.common.outlet;

/** Who owns an outlet. */
public enum Ownership {
    STATE,
    PUBLIC,
    PRIVATE,
    AGENCY
}
