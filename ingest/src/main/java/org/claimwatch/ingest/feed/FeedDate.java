package org.claimwatch.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds write: RFC 822 and W3C-DTF as meant, and as found. A time without a zone is taken as UTC.
 */
final class FeedDate {
    private static final String TIME =
            "(?:[\\sT,]+(?<hour>\\d{1,2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d+)?)?\\s*(?<half>[ap]\\.?m\\.?)?)?"
                    + "\\s*(?<zone>Z|[+-]\\d{1,2}:?\\d{2}|(?:GMT|UTC)[+-]\\d{1,2}:?\\d{0,2}|[A-Z]{1,5})?";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "(?<year>\\d{4})-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?" + TIME, Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME, Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})" + TIME, Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s*)?(?<day>\\d{1,2})[\\s-]+(?<month>\\p{L}{3,})\\.?,?[\\s-]+(?<year>\\d{4}|\\d{2})"
                            + TIME,
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s+)?(?<month>\\p{L}{3,})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})" + TIME,
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s+)?(?<month>\\p{L}{3,})\\s+(?<day>\\d{1,2})\\s+(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})"
                            + "\\s+(?<zone>[A-Z]+)?\\s*(?<year>\\d{4})(?<half>)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})" + TIME, Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<year>\\d{4})(?<month>)(?<day>)(?<hour>)(?<minute>)(?<second>)(?<half>)(?<zone>)"));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours from UTC of the zone names of RFC 822 and of a few that feeds use besides. */
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("EST", -5.0),
            Map.entry("EDT", -4.0),
            Map.entry("CST", -6.0),
            Map.entry("CDT", -5.0),
            Map.entry("MST", -7.0),
            Map.entry("MDT", -6.0),
            Map.entry("PST", -8.0),
            Map.entry("PDT", -7.0),
            Map.entry("AKST", -9.0),
            Map.entry("AKDT", -8.0),
            Map.entry("HST", -10.0),
            Map.entry("ET", -5.0),
            Map.entry("CT", -6.0),
            Map.entry("MT", -7.0),
            Map.entry("PT", -8.0),
            Map.entry("BST", 1.0),
            Map.entry("IST", 5.5),
            Map.entry("CET", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("MSK", 3.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            // RFC 822's military letters, of which feeds use these.
            Map.entry("A", -1.0),
            Map.entry("N", 1.0),
            Map.entry("M", -12.0),
            Map.entry("Y", 12.0));

    private FeedDate() {}

    static @Nullable Instant parse(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String text = written.strip();
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(text);
            if (match.lookingAt()) {
                Optional<Instant> moment = moment(match);
                if (moment.isPresent()) {
                    return moment.get();
                }
            }
        }
        return null;
    }

    private static Optional<Instant> moment(Matcher match) {
        try {
            int year = Integer.parseInt(match.group("year"));
            year += match.group("year").length() > 2 ? 0 : year < 70 ? 2000 : 1900;
            int month = month(match.group("month"));
            int hour = number(match.group("hour"), 0);
            String half = match.group("half");
            if (half != null && !half.isEmpty()) {
                hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
            }
            LocalDateTime local = LocalDateTime.of(year, month, number(match.group("day"), 1), 0, 0)
                    .plusHours(hour)
                    .plusMinutes(number(match.group("minute"), 0))
                    .plusSeconds(number(match.group("second"), 0));
            return Optional.of(local.toInstant(zone(match.group("zone"))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int month(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return 1;
        }
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        String lower = written.toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(lower.substring(0, Math.min(3, lower.length()))) + 1;
    }

    private static int number(@Nullable String written, int otherwise) {
        return written == null || written.isEmpty() ? otherwise : Integer.parseInt(written);
    }

    private static ZoneOffset zone(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return ZoneOffset.UTC;
        }
        String zone = written.toUpperCase(Locale.ROOT).replaceFirst("^(GMT|UTC)(?=[+-])", "");
        if (zone.startsWith("+") || zone.startsWith("-")) {
            String digits = zone.substring(1).replace(":", "");
            int hours = Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
            int minutes = digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
            int seconds = (hours * 60 + minutes) * 60;
            return ZoneOffset.ofTotalSeconds(zone.startsWith("-") ? -seconds : seconds);
        }
        return ZoneOffset.ofTotalSeconds((int) (ZONES.getOrDefault(zone, 0.0) * 3600));
    }
}
