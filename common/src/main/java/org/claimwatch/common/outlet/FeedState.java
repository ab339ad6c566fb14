package org.claimwatch.common.outlet;

/** How a feed fares: not polled yet, yielding, failing at its last poll, or given up for good. */
public enum FeedState {
    NEW,
    ACTIVE,
    FAILING,
    RETIRED
}
