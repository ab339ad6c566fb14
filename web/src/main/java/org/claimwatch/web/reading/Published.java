package org.claimwatch.web.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.claimwatch.web.words.ReadingWords;
import org.jspecify.annotations.Nullable;

/**
 * When something came out, as well as one can tell: a day without an hour comes after all that is dated that day, as in
 * {@link Statements#PRECEDENCE}.
 *
 * @param moment the start of its day in UTC if {@code dayOnly}
 */
public record Published(Instant moment, boolean dayOnly) {
    /** The last moment at which it may have come out: its place on an axis of time. */
    public Instant latest() {
        return dayOnly ? moment.plus(1, ChronoUnit.DAYS).minusSeconds(1) : moment;
    }

    /** The first at which it may have, where that is another; null where the hour is known. */
    public @Nullable Instant since() {
        return dayOnly ? moment : null;
    }

    /** How long after the first, by the day alone where one of the two gives no hour. */
    public String lagAfter(Published first) {
        if (first.dayOnly || dayOnly) {
            long days = ChronoUnit.DAYS.between(
                    first.moment.atZone(ZoneOffset.UTC).toLocalDate(),
                    moment.atZone(ZoneOffset.UTC).toLocalDate());
            return days <= 0 ? ReadingWords.SAY.sameDay() : ReadingWords.SAY.daysLater(days);
        }
        Duration lag = Duration.between(first.moment, moment);
        if (lag.compareTo(Duration.ofMinutes(1)) < 0) {
            return ReadingWords.SAY.sameTime();
        }
        if (lag.toMinutes() < 90) {
            return ReadingWords.SAY.minutesLater(lag.toMinutes());
        }
        return lag.toHours() < 48
                ? ReadingWords.SAY.hoursLater(lag.toHours())
                : ReadingWords.SAY.daysLater(lag.toDays());
    }
}
