package org.claimwatch.common.outlet;

/** How a search for an outlet's feeds stands: under way, at its end, or given up because the home page was no help. */
public enum SearchState {
    RUNNING,
    DONE,
    FAILED
}
