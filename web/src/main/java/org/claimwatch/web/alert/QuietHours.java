package org.claimwatch.web.alert;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody is not to be disturbed, every day on the clocks of one zone; over midnight where it ends before it begins.
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    /** When something that is ready now may be sent: now, or when the quiet hours that it falls into are over. */
    Instant release(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return now;
        }
        boolean tomorrow = overMidnight && !time.isBefore(from);
        Instant end = local.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(to)
                .atZone(zone)
                .toInstant();
        // An end that the clocks have passed twice is over at its first.
        return end.isAfter(now) ? end : now;
    }
}
