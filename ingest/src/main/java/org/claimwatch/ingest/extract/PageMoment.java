package org.claimwatch.ingest.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * When a page says something happened, as exactly as it says it.
 *
 * @param time null where only the day is known
 * @param zone null where none is given
 */
public record PageMoment(
        LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Taken as UTC where no zone is given, and as the start of the day where no time is. */
    public Instant instant() {
        return day.atTime(time == null ? LocalTime.MIDNIGHT : time).toInstant(zone == null ? ZoneOffset.UTC : zone);
    }

    /** ISO 8601; the date alone where no time is known. */
    @Override
    public String toString() {
        return time == null ? day.toString() : day + "T" + TIME.format(time) + (zone == null ? "" : zone.getId());
    }
}
