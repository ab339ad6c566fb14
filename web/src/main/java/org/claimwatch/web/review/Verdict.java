package org.claimwatch.web.review;

/** What a person thinks of the machine's reading. */
public enum Verdict {
    ACCEPTED,
    CORRECTED,
    REJECTED
}
