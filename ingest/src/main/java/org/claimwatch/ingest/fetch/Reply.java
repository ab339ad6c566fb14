package org.claimwatch.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered to one request, before any redirect is followed.
 *
 * @param url the address that was asked
 * @param headers by lower-case name, the last one where a name is repeated
 * @param body decompressed
 * @param exchange what went over the wire; null where the answer was only remembered
 */
@SuppressWarnings("ArrayRecordComponent") // a page is read once: copies of it would only cost memory
public record Reply(
        URI url,
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable Exchange exchange) {
    public Reply(URI url, int status, Map<String, String> headers, byte[] body) {
        this(url, status, headers, body, null);
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public boolean isRedirect() {
        return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
                && headers.containsKey("location");
    }

    public boolean isMovedForGood() {
        return status == 301 || status == 308;
    }

    /**
     * When the host wants to be asked again, from {@code Retry-After} in seconds or as a date. A date is taken as the
     * host means it: by the clock that it put into {@code Date}, however wrong that runs.
     */
    public Optional<Instant> retryAfter(Instant now) {
        String value = header("retry-after");
        if (value == null) {
            return Optional.empty();
        }
        if (value.strip().matches("\\d{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value.strip())));
        }
        return httpDate(value)
                .map(until -> now.plus(Duration.between(hostsClock().orElse(now), until)));
    }

    /** What time the host believes it to be. */
    public Optional<Instant> hostsClock() {
        return Optional.ofNullable(header("date")).flatMap(Reply::httpDate);
    }

    private static Optional<Instant> httpDate(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * How much longer the answer stays fresh (RFC 9111, 4.2): {@code max-age}, else {@code Expires} by the host's own
     * clock, less the time that it lay in caches; zero where nothing is said.
     */
    public Duration maxAge() {
        Duration lifetime = maxAgeDirective()
                .or(() -> Optional.ofNullable(header("expires"))
                        .flatMap(Reply::httpDate)
                        .flatMap(until -> hostsClock().map(clock -> Duration.between(clock, until))))
                .orElse(Duration.ZERO);
        String age = header("age");
        Duration lain = age != null && age.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(age.strip()))
                : Duration.ZERO;
        return lifetime.compareTo(lain) > 0 ? lifetime.minus(lain) : Duration.ZERO;
    }

    private Optional<Duration> maxAgeDirective() {
        String value = header("cache-control");
        if (value == null) {
            return Optional.empty();
        }
        Optional<Duration> found = Optional.empty();
        for (String directive : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pair = directive.strip().split("=", 2);
            if (pair[0].equals("no-cache") || pair[0].equals("no-store")) {
                return Optional.of(Duration.ZERO);
            }
            String seconds = pair.length == 2 ? pair[1].replace("\"", "") : "";
            if (pair[0].equals("max-age") && seconds.matches("\\d{1,9}")) {
                found = Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
            }
        }
        return found;
    }
}
