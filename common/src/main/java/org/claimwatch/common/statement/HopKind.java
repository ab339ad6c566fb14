package org.claimwatch.common.statement;

/** Who handed a statement on. */
public enum HopKind {
    ACTOR,
    OUTLET
}
