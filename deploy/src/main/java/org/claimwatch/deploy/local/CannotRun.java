package org.claimwatch.deploy.local;

/** Something about this machine keeps the stack from running; the message is the one line that a person needs. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
