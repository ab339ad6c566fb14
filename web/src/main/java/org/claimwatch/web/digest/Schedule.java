package org.claimwatch.web.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimwatch.web.words.DigestWords;
import org.claimwatch.web.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * When a digest's periods end, on the clocks of one zone: every hour at one minute, or at some times on some weekdays.
 * Periods tile time: each begins where the one before it ended, whatever the clocks do.
 *
 * <p>A time that summer time leaves out ends the period as much later as was left out; a time that comes twice ends it at
 * its first. By the hour, an hour that comes twice ends a period each time, and one that is left out ends none.
 *
 * @param hourly whether only the minute of the first of the times counts, every hour of every day
 * @param times at least one
 * @param days at least one
 */
public record Schedule(boolean hourly, List<LocalTime> times, Set<DayOfWeek> days, ZoneId zone) {
    /** {@code [start, end)}. */
    public record Span(Instant start, Instant end) {}

    /** A week and what a zone may leave out or have twice: the longest ever was a day (Samoa, 2011). */
    private static final int REACH_DAYS = 9;

    private static final int HOURLY_REACH_DAYS = 2;

    public Schedule {
        if (times.isEmpty() || days.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs a time and a day");
        }
        times = times.stream().distinct().sorted().toList();
        days = Set.copyOf(days);
    }

    public static Schedule hourly(int minute, ZoneId zone) {
        return new Schedule(true, List.of(LocalTime.of(0, minute)), Set.of(DayOfWeek.values()), zone);
    }

    public static Schedule daily(LocalTime at, ZoneId zone) {
        return new Schedule(false, List.of(at), Set.of(DayOfWeek.values()), zone);
    }

    /** The newest period's end that is not after now. */
    public Instant lastEnd(Instant now) {
        return Objects.requireNonNull(endsAround(now).floor(now), "a time on some weekday comes every week");
    }

    /** When the next period ends, after now. */
    public Instant nextEnd(Instant now) {
        return Objects.requireNonNull(endsAround(now).higher(now), "a time on some weekday comes every week");
    }

    /**
     * The period to report now, if one has ended since the last report: it begins where that one stopped, so that days
     * without a running service are told afterwards, in one edition; the first begins with the period that was running when
     * the digest was set up.
     *
     * @param reportedTo end of the last edition's period, null before the first
     * @param since when the digest was set up: what ended before is not reported
     */
    public Optional<Span> due(@Nullable Instant reportedTo, Instant since, Instant now) {
        Instant end = lastEnd(now);
        if (reportedTo == null) {
            return end.isAfter(since) ? Optional.of(new Span(lastEnd(since), end)) : Optional.empty();
        }
        return end.isAfter(reportedTo) ? Optional.of(new Span(reportedTo, end)) : Optional.empty();
    }

    /** The period that is still running, as it would be if it ended now; before the first as long as the one before it. */
    public Span current(@Nullable Instant reportedTo, Instant now) {
        if (reportedTo != null) {
            return new Span(reportedTo, now);
        }
        Instant end = lastEnd(now);
        return new Span(now.minus(Duration.between(endBefore(end), end)), now);
    }

    /** For a person: "every hour at :15", "Mon–Fri at 07:00 and 12:30". */
    public String inWords() {
        if (hourly) {
            return DigestWords.SAY.hourlyAt("%02d".formatted(times.getFirst().getMinute()));
        }
        String at = times.stream().map(LocalTime::toString).collect(Collectors.joining(", "));
        return DigestWords.SAY.daysAt(daysInWords(), at);
    }

    private String daysInWords() {
        if (days.size() == DayOfWeek.values().length) {
            return DigestWords.SAY.daily();
        }
        return days.stream()
                .sorted()
                .map(day -> DigestWords.SAY.everyDay(day.getDisplayName(
                        java.time.format.TextStyle.FULL, Language.spoken().locale())))
                .reduce(DigestWords.SAY::listed)
                .orElse("");
    }

    private Instant endBefore(Instant end) {
        return lastEnd(end.minusNanos(1));
    }

    private NavigableSet<Instant> endsAround(Instant now) {
        int reach = hourly ? HOURLY_REACH_DAYS : REACH_DAYS;
        LocalDate today = now.atZone(zone).toLocalDate();
        var ends = new TreeSet<Instant>();
        for (int i = -reach; i <= reach; i++) {
            LocalDate day = today.plusDays(i);
            if (hourly) {
                addHours(day, ends);
            } else if (days.contains(day.getDayOfWeek())) {
                times.forEach(time -> ends.add(day.atTime(time).atZone(zone).toInstant()));
            }
        }
        return ends;
    }

    private void addHours(LocalDate day, Set<Instant> ends) {
        for (int hour = 0; hour < 24; hour++) {
            LocalDateTime local = day.atTime(hour, times.getFirst().getMinute());
            zone.getRules().getValidOffsets(local).forEach(offset -> ends.add(local.toInstant(offset)));
        }
    }
}
