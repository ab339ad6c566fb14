package org.claimwatch.ingest.fetch;

/** No answer could be had from an address. */
public final class FetchFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean refused;

    private FetchFailedException(String message, boolean refused) {
        super(message);
        this.reason = message;
        this.refused = refused;
    }

    /** The host did not answer, or not properly: another try may succeed. */
    static FetchFailedException failed(String message) {
        return new FetchFailedException(message, false);
    }

    /** This address is never fetched. */
    static FetchFailedException refused(String message) {
        return new FetchFailedException(message, true);
    }

    /** Why, for a person to read. */
    public String reason() {
        return reason;
    }

    public boolean isRefused() {
        return refused;
    }
}
