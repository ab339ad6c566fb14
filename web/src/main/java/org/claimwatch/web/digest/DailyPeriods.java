package org.claimwatch.web.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a digest's periods end: every day at one time on the clocks of one zone.
 *
 * <p>An hour that summer time leaves out ends the period an hour later; an hour that comes twice ends it at its first.
 */
public record DailyPeriods(LocalTime at, ZoneId zone) {
    /** {@code [start, end)}. */
    public record Span(Instant start, Instant end) {}

    /** The newest period's end that is not after now. */
    public Instant lastEnd(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant end = end(today);
        return end.isAfter(now) ? end(today.minusDays(1)) : end;
    }

    /** When the next period ends, after now. */
    public Instant nextEnd(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant end = end(today);
        return end.isAfter(now) ? end : end(today.plusDays(1));
    }

    /**
     * The period to report now, if one has ended since the last report: it begins where that one stopped, so that days
     * without a running service are told afterwards, in one edition.
     *
     * @param reportedTo end of the last edition's period, null before the first
     * @param since when the digest was set up: what ended before is not reported
     */
    public Optional<Span> due(@Nullable Instant reportedTo, Instant since, Instant now) {
        Instant end = lastEnd(now);
        if (reportedTo == null) {
            return end.isAfter(since) ? Optional.of(new Span(dayBefore(end), end)) : Optional.empty();
        }
        return end.isAfter(reportedTo) ? Optional.of(new Span(reportedTo, end)) : Optional.empty();
    }

    /** The period that is still running, as it would be if it ended now. */
    public Span current(@Nullable Instant reportedTo, Instant now) {
        return new Span(reportedTo == null ? dayBefore(now) : reportedTo, now);
    }

    private Instant end(LocalDate day) {
        return ZonedDateTime.of(day, at, zone).toInstant();
    }

    private Instant dayBefore(Instant end) {
        return end.atZone(zone).minusDays(1).toInstant();
    }
}
