package org.claimwatch.web.layout;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment as pages show it: relative within the last day, else its date.
 *
 * @param iso for machines, in UTC
 * @param shown for the eye, in the person's zone
 * @param exact with minute and zone, for whoever asks
 */
public record When(String iso, String shown, String exact) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
    private static final Duration DAY = Duration.ofDays(1);

    public static When of(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return new When(
                moment.truncatedTo(ChronoUnit.SECONDS).toString(), shown(moment, now, local), EXACT.format(local));
    }

    /** A day whose time is not known, kept as its start in UTC: the same day in every zone. */
    public static When day(Instant start) {
        String date = DATE.format(start.atZone(ZoneOffset.UTC));
        return new When(start.atZone(ZoneOffset.UTC).toLocalDate().toString(), date, date + ", no time given");
    }

    public static @Nullable When ofNullable(@Nullable Instant moment, Instant now, ZoneId zone) {
        return moment == null ? null : of(moment, now, zone);
    }

    /** Always with date and time: where the hour matters more than how long ago it was. */
    public static When exactly(Instant moment, ZoneId zone) {
        String exact = EXACT.format(moment.atZone(zone));
        return new When(moment.truncatedTo(ChronoUnit.SECONDS).toString(), exact, exact);
    }

    private static String shown(Instant moment, Instant now, ZonedDateTime local) {
        Duration ago = Duration.between(moment, now);
        if (ago.abs().compareTo(DAY) >= 0) {
            return DATE.format(local);
        }
        long minutes = ago.abs().toMinutes();
        if (minutes == 0) {
            return "just now";
        }
        String span = minutes < 60 ? minutes + " min" : minutes / 60 + " h";
        return ago.isNegative() ? "in " + span : span + " ago";
    }
}
