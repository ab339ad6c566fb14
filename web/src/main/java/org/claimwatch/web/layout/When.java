package org.claimwatch.web.layout;

import io.quarkus.qute.RawString;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.claimwatch.web.words.Language;
import org.claimwatch.web.words.LayoutWords;
import org.jspecify.annotations.Nullable;

/**
 * A moment as pages show it: relative within the last day, else its date.
 *
 * @param iso for machines, in UTC
 * @param shown for the eye, in the person's zone
 * @param exact with minute and zone, for whoever asks
 */
public record When(String iso, String shown, String exact) {

    private static final Duration DAY = Duration.ofDays(1);

    public static When of(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return new When(
                moment.truncatedTo(ChronoUnit.SECONDS).toString(),
                shown(moment, now, local),
                Language.spoken().exact().format(local));
    }

    /** A day whose time is not known, kept as its start in UTC: the same day in every zone. */
    public static When day(Instant start) {
        String date = Language.spoken().date().format(start.atZone(ZoneOffset.UTC));
        return new When(start.atZone(ZoneOffset.UTC).toLocalDate().toString(), date, LayoutWords.SAY.dayOnly(date));
    }

    public static @Nullable When ofNullable(@Nullable Instant moment, Instant now, ZoneId zone) {
        return moment == null ? null : of(moment, now, zone);
    }

    /** Always with date and time: where the hour matters more than how long ago it was. */
    public static When exactly(Instant moment, ZoneId zone) {
        String exact = Language.spoken().exact().format(moment.atZone(zone));
        return new When(moment.truncatedTo(ChronoUnit.SECONDS).toString(), exact, exact);
    }

    /** As the tag {@code when} writes it, for a sentence that has it in its midst. */
    public RawString html() {
        return new RawString("<time datetime=\"%s\" title=\"%s\">%s</time>".formatted(iso, exact, shown));
    }

    private static String shown(Instant moment, Instant now, ZonedDateTime local) {
        Duration ago = Duration.between(moment, now);
        if (ago.abs().compareTo(DAY) >= 0) {
            return Language.spoken().date().format(local);
        }
        long minutes = ago.abs().toMinutes();
        if (minutes == 0) {
            return LayoutWords.SAY.justNow();
        }
        if (minutes < 60) {
            return ago.isNegative() ? LayoutWords.SAY.inMinutes(minutes) : LayoutWords.SAY.minutesAgo(minutes);
        }
        long hours = minutes / 60;
        return ago.isNegative() ? LayoutWords.SAY.inHours(hours) : LayoutWords.SAY.hoursAgo(hours);
    }
}
