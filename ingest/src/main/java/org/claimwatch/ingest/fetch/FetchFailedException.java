package org.claimwatch.ingest.fetch;

import org.jspecify.annotations.Nullable;

/** No answer could be had from an address. */
public final class FetchFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What stood in the way; more than one wording belongs to each. */
    public enum Problem {
        /** This address is never fetched: another scheme, a port of another service, credentials, a private range. */
        REFUSED,
        NO_SUCH_HOST,
        /** Nothing listens there, or no connection came about in time. */
        NO_CONNECTION,
        /** The host's certificate is not to be trusted; {@link FetchFailedException#certificate} says why. */
        CERTIFICATE,
        /** No secure connection came about for another reason, such as outdated encryption. */
        TLS,
        /** The host took longer than it may, to its first byte or to its last. */
        TOO_SLOW,
        /** The answer, its headers or what it unpacks to is larger than it may be. */
        TOO_LARGE,
        /** What came is no HTTP, or broke off, or cannot be unpacked. */
        BROKEN
    }

    private final String reason;
    private final Problem problem;
    private final transient @Nullable CertificateFault certificate;

    FetchFailedException(Problem problem, String reason, @Nullable CertificateFault certificate) {
        super(reason);
        this.reason = reason;
        this.problem = problem;
        this.certificate = certificate;
    }

    static FetchFailedException refused(String reason) {
        return new FetchFailedException(Problem.REFUSED, reason, null);
    }

    /** Why, for a person to read. */
    public String reason() {
        return reason;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether this address is never fetched; any other failure may be over at the next try. */
    public boolean isRefused() {
        return problem == Problem.REFUSED;
    }

    /** What is wrong with the host's certificate, where that is the {@link #problem}. */
    public @Nullable CertificateFault certificate() {
        return certificate;
    }
}
