package org.claimwatch.common.outlet;

/** What a look at an address that may be a feed said: not looked at yet, a feed, or none. */
public enum CandidateVerdict {
    WAITING,
    FEED,
    REFUSED
}
