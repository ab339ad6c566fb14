package org.claimwatch.common.statement;

/** The side that a stance takes towards its target. */
public enum Polarity {
    FAVOR,
    AGAINST,
    NEUTRAL
}
