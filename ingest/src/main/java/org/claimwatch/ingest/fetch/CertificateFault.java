package org.claimwatch.ingest.fetch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What is wrong with the certificate that a host showed.
 *
 * @param host that was asked for
 * @param subject whom the certificate was issued to, as it says itself (RFC 2253)
 * @param issuer who issued it
 */
public record CertificateFault(
        Kind kind, String host, String subject, String issuer, Instant validFrom, Instant validUntil) {
    /** The first of these that applies. */
    public enum Kind {
        EXPIRED,
        NOT_YET_VALID,
        /** Nobody but the host itself vouches for it. */
        SELF_SIGNED,
        /** No authority known here vouches for it; often the host forgets to send an intermediate certificate. */
        UNKNOWN_ISSUER,
        WRONG_HOST,
        /** It breaks another rule, such as too short a key. */
        UNFIT
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** For a person to read. */
    public String inWords() {
        String valid = "valid from %s to %s".formatted(DAY.format(validFrom), DAY.format(validUntil));
        return switch (kind) {
            case EXPIRED -> "the certificate of %s expired on %s (%s)".formatted(host, DAY.format(validUntil), valid);
            case NOT_YET_VALID ->
                "the certificate of %s is not valid before %s (%s)".formatted(host, DAY.format(validFrom), valid);
            case SELF_SIGNED ->
                "the certificate of %s is self-signed: nobody else vouches for it (%s)".formatted(host, valid);
            case UNKNOWN_ISSUER ->
                "the certificate of %s was issued by %s, whom nobody known here vouches for (%s)"
                        .formatted(host, issuer, valid);
            case WRONG_HOST ->
                "the certificate that %s shows is for another host: %s (%s)".formatted(host, subject, valid);
            case UNFIT -> "the certificate of %s is not to be relied on (%s)".formatted(host, valid);
        };
    }
}
