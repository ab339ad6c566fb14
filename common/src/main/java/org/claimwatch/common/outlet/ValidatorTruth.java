package org.claimwatch.common.outlet;

/** Whether a server's ETag and Last-Modified can be believed. */
public enum ValidatorTruth {
    /** It sends none. */
    NONE,
    /** What it called unmodified was unmodified whenever that was checked. */
    HONEST,
    /** They change although the feed does not: of no use, and no harm. */
    RESTLESS,
    /** It called a changed feed unmodified; it is asked without them. */
    LYING
}
