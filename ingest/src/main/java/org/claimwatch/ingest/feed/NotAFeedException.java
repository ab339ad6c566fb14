package org.claimwatch.ingest.feed;

/** What came announces nothing; the message tells a person what it was instead. */
public final class NotAFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAFeedException(String message) {
        super(message);
    }
}
