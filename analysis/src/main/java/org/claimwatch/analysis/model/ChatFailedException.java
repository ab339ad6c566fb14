package org.claimwatch.analysis.model;

/** A language model did not answer, or not in time, or not in its protocol. */
public final class ChatFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public ChatFailedException(String message) {
        super(message);
    }

    public ChatFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
