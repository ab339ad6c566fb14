package org.claimwatch.web.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.PeriodWords;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, {@code [from, to)}.
 *
 * @param countedBack whether it ends at the newest news held rather than now, because nothing newer is held
 */
public record Period(Length length, Instant from, Instant to, boolean countedBack, ZoneId zone) {

    /** How long a period is. */
    public enum Length {
        DAY("24h", 1),
        WEEK("7d", 7),
        MONTH("30d", 30),
        ALL("all", 0),
        OWN("own", 0);

        public final String parameter;

        private final int days;

        Length(String parameter, int days) {
            this.parameter = parameter;

            this.days = days;
        }

        public String label() {
            return PeriodWords.SAY.length(this);
        }

        static Length of(@Nullable String parameter) {
            for (Length length : values()) {
                if (length.parameter.equals(parameter)) {
                    return length;
                }
            }
            return WEEK;
        }
    }

    /**
     * The last so many days up to now; or, when the newest news held is older than that, the so many calendar days
     * that end with the newest's.
     */
    static Period back(Length length, Instant now, @Nullable Instant newest, ZoneId zone) {
        if (length == Length.ALL) {
            return new Period(length, Instant.EPOCH, now.plus(Duration.ofDays(365)), false, zone);
        }
        Instant from = now.minus(Duration.ofDays(length.days));
        if (newest == null || newest.isAfter(from)) {
            return new Period(length, from, now, false, zone);
        }
        LocalDate last = newest.atZone(zone).toLocalDate();
        return new Period(
                length,
                last.minusDays(length.days - 1L).atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                true,
                zone);
    }

    /** Whole days, both ends included. */
    static Period days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Period(
                Length.OWN,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                false,
                zone);
    }

    /** As long, and right before; all time has none. */
    public Optional<Period> before() {
        return length == Length.ALL
                ? Optional.empty()
                : Optional.of(new Period(length, from.minus(Duration.between(from, to)), from, countedBack, zone));
    }

    public LocalDate firstDay() {
        return from.atZone(zone).toLocalDate();
    }

    public LocalDate lastDay() {
        return to.minusNanos(1).atZone(zone).toLocalDate();
    }

    /** As a page says it. */
    public String sentence() {
        return switch (length) {
            case ALL -> PeriodWords.SAY.length(length);
            case OWN ->
                PeriodWords.SAY.range(
                        Language.spoken().date().format(firstDay()),
                        Language.spoken().date().format(lastDay()));
            default ->
                countedBack
                        ? PeriodWords.SAY.countedBack(
                                length.label(), Language.spoken().date().format(lastDay()))
                        : PeriodWords.SAY.last(length);
        };
    }
}
