package org.claimwatch.analysis.pipeline;

/** A text that no other try will read either; the message says why. */
public final class UnreadableTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableTextException(String message) {
        super(message);
    }
}
