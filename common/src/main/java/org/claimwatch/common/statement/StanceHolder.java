package org.claimwatch.common.statement;

/** Whose stance it is: the speaker's, in a statement, or the outlet's own voice, outside any quotation. */
public enum StanceHolder {
    SPEAKER,
    OUTLET
}
