package org.claimwatch.web.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.claimwatch.web.words.Language;
import org.jspecify.annotations.Nullable;

/** Time from left to right, with as many dates beneath as there is room for. */
record Axis(Instant from, Instant to, int left, int right, ZoneId zone) {
    static final int FONT = 11;
    private static final Duration ROOM = Duration.ofHours(12);

    /** A moment's place, with its date. */
    public record Tick(int x, String label) {}

    private record Step(int amount, ChronoUnit unit, String pattern, int room) {}

    private static final List<Step> STEPS = List.of(
            new Step(3, ChronoUnit.HOURS, "D HH:mm", 100),
            new Step(6, ChronoUnit.HOURS, "D HH:mm", 100),
            new Step(12, ChronoUnit.HOURS, "D HH:mm", 100),
            new Step(1, ChronoUnit.DAYS, "D", 60),
            new Step(2, ChronoUnit.DAYS, "D", 60),
            new Step(7, ChronoUnit.DAYS, "D", 60),
            new Step(14, ChronoUnit.DAYS, "D", 60),
            new Step(1, ChronoUnit.MONTHS, "MMM uuuu", 80),
            new Step(3, ChronoUnit.MONTHS, "MMM uuuu", 80),
            new Step(6, ChronoUnit.MONTHS, "MMM uuuu", 80),
            new Step(1, ChronoUnit.YEARS, "uuuu", 50),
            new Step(2, ChronoUnit.YEARS, "uuuu", 50),
            new Step(5, ChronoUnit.YEARS, "uuuu", 50),
            new Step(10, ChronoUnit.YEARS, "uuuu", 50),
            new Step(50, ChronoUnit.YEARS, "uuuu", 50));

    /** Over all of the moments, a single one in the middle. */
    static Axis over(Collection<Instant> moments, int left, int right, ZoneId zone) {
        Instant first = moments.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = moments.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        return Duration.between(first, last).compareTo(ROOM) < 0
                ? new Axis(first.minus(ROOM), last.plus(ROOM), left, right, zone)
                : new Axis(first, last, left, right, zone);
    }

    int x(Instant at) {
        double share = (double) Duration.between(from, at).toSeconds()
                / Math.max(1, Duration.between(from, to).toSeconds());
        return left + (int) Math.round(Math.clamp(share, 0, 1) * (right - left));
    }

    /** The middle of the place that a moment falls into, when each is so many pixels wide. */
    int cell(Instant at, int width) {
        int cells = Math.max(1, (right - left) / width);
        return left + Math.min(cells - 1, (x(at) - left) / width) * width + width / 2;
    }

    List<Tick> ticks() {
        for (Step step : STEPS) {
            List<Tick> ticks = ticks(step);
            if (ticks != null) {
                return ticks;
            }
        }
        return List.of();
    }

    private @Nullable List<Tick> ticks(Step step) {
        var format = Language.spoken().written(step.pattern());
        var ticks = new ArrayList<Tick>();
        ZonedDateTime end = to.atZone(zone);
        ZonedDateTime start = start(step);
        for (int n = 0; ; n++) {
            ZonedDateTime at = start.plus((long) n * step.amount(), step.unit());
            if (at.isAfter(end)) {
                return ticks;
            }
            if (!at.toInstant().isBefore(from)) {
                int x = x(at.toInstant());
                if (!ticks.isEmpty() && x - ticks.getLast().x() < step.room()) {
                    return null;
                }
                ticks.add(new Tick(x, format.format(at)));
            }
        }
    }

    private ZonedDateTime start(Step step) {
        ZonedDateTime day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        return switch (step.unit()) {
            case MONTHS -> day.withDayOfYear(1);
            case YEARS -> day.withDayOfYear(1).withYear(day.getYear() / step.amount() * step.amount());
            default -> day;
        };
    }
}
