package org.claimwatch.common.article;

/** How far an announced article has come: waiting, fetched, disallowed by robots.txt, or given up. */
public enum FetchState {
    PENDING,
    FETCHED,
    DISALLOWED,
    FAILED
}
