package org.claimwatch.ingest.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates as machines and as people write them, in the languages of the outlets. */
final class PrintedDate {
    private static final String TIME =
            "(?:(?:\\s|T|,|،|\\||–|-|·|à|às|a las|at|um|kl\\.?|klo|ore|ora|o|в|о|lúc|الساعة|ساعت|u\\.)*(?<hour>[0-2]?\\d)(?:[:.h]|\\s?(?:時|시)\\s?)(?<minute>[0-5]\\d)(?:[:.](?<second>[0-5]\\d)(?:[.,]\\d+)?)?\\s*(?<half>[ap]\\.?m\\b\\.?|م(?!\\p{L})|ص(?!\\p{L}))?\\s*(?<zone>(?:UTC|GMT)?\\s?[+-]\\d{1,2}:?(?:\\d{2})?(?!\\d)|Z\\b|[A-Z]{3,4}\\b)?)?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?!\\d)";
    private static final String DAY = "(?<day>[0-3]?\\d)";
    private static final String MONTH = "(?<month>\\p{L}[\\p{L}\\p{M}.'’-]{1,15})";

    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(?<year>(?:19|20)\\d\\d)(?:[-/]|\\.\\s?)(?<month>[01]?\\d)(?:[-/]|\\.\\s?)" + DAY + "(?!\\d)\\.?"
                    + TIME,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern.compile(
            "^(?<year>(?:19|20)\\d\\d)(?<month>[01]\\d)(?<day>[0-3]\\d)(?:T?(?<hour>\\d\\d):?(?<minute>\\d\\d):?(?<second>\\d\\d)?(?<half>)(?<zone>Z|[+-]\\d\\d:?\\d\\d)?)?$");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)" + DAY
                    + "(?:st|nd|rd|th|er|η|-го|-a|\\.|º|ª)?[\\s/-]*(?:de |of |d['’]|ta['’] |tháng )?" + MONTH
                    + "[,،]?(?:\\s|de|del|do|ta['’]|/|-|г|р)+(?:năm )?" + YEAR
                    + "[,.]?(?:\\s?(?:г|р|godine|году|року)\\.?)?" + TIME,
            FLAGS);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<!\\p{L})" + MONTH + "\\s+" + DAY + "(?:st|nd|rd|th)?,?\\s+" + YEAR + TIME, FLAGS);
    /** Hungarian, Lithuanian, Latvian; ISO with a name. */
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)" + YEAR + "(?:\\.|\\sm\\.|-|,)?\\s*" + MONTH + "[\\s-]+" + DAY + "(?!\\d)\\.?(?:\\s?d\\.)?"
                    + TIME,
            FLAGS);

    private static final Pattern LATVIAN =
            Pattern.compile("(?<!\\d)" + YEAR + "\\.\\s?gada\\s" + DAY + "\\.\\s?" + MONTH + TIME, FLAGS);
    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?<!\\d)" + DAY + "\\s+tháng\\s+(?<month>[01]?\\d),?\\s+(?:năm\\s+)?" + YEAR + TIME, FLAGS);
    private static final Pattern DOTTED = Pattern.compile(
            "(?<!\\d)" + DAY + "\\s?[./-]\\s?(?<month>[0-3]?\\d)\\s?[./-]\\s?" + YEAR + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?<year>(?:19|20)\\d\\d)\\s*[年년]\\s*(?<month>[01]?\\d)\\s*[月월]\\s*(?<day>[0-3]?\\d)\\s*[日일号]" + TIME);
    private static final List<Pattern> FORMS =
            List.of(COMPACT, ISO, DAY_FIRST, MONTH_FIRST, DOTTED, EAST_ASIAN, YEAR_FIRST, VIETNAMESE, LATVIAN);
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./])(\\d{1,2})\\2(\\d\\d)(?![\\d.]|[./:]\\d)");
    private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

    /** Those that mean one place alone. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("Z", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("CET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("TRT", 3),
            Map.entry("EAT", 3),
            Map.entry("SAST", 2),
            Map.entry("WAT", 1),
            Map.entry("WIB", 7),
            Map.entry("WITA", 8),
            Map.entry("WIT", 9),
            Map.entry("ICT", 7),
            Map.entry("SGT", 8),
            Map.entry("HKT", 8),
            Map.entry("MYT", 8),
            Map.entry("JST", 9),
            Map.entry("KST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("NZST", 12),
            Map.entry("NZDT", 13),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CDT", -5),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("BRT", -3),
            Map.entry("ART", -3));

    private PrintedDate() {}

    /** The first date in the text that can be one. */
    static Optional<PageMoment> find(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String written = western(text.strip());
        if (written.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        if (EPOCH.matcher(written).matches()) {
            return Optional.of(ofEpoch(written));
        }
        PageMoment first = null;
        int at = Integer.MAX_VALUE;
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(written);
            int from = 0;
            while (from <= written.length() && match.find(from)) {
                Optional<PageMoment> moment = moment(match);
                if (moment.isPresent()) {
                    first = match.start() < at ? moment.get() : first;
                    at = Math.min(at, match.start());
                    break;
                }
                from = match.start() + 1;
            }
        }
        return first != null
                ? Optional.of(first)
                : OtherCalendars.find(written).map(day -> new PageMoment(day, null, null));
    }

    /** Also a year of two figures, which is a date only where the page says that there is one. */
    static Optional<PageMoment> findMarked(@Nullable String text) {
        Optional<PageMoment> whole = find(text);
        if (whole.isPresent() || text == null) {
            return whole;
        }
        Matcher match = SHORT_YEAR.matcher(western(text));
        return match.find()
                ? find("%s.%s.20%s".formatted(match.group(1), match.group(3), match.group(4)))
                : Optional.empty();
    }

    private static PageMoment ofEpoch(String written) {
        OffsetDateTime time =
                Instant.ofEpochSecond(Long.parseLong(written.substring(0, 10))).atOffset(ZoneOffset.UTC);
        return new PageMoment(time.toLocalDate(), time.toLocalTime(), ZoneOffset.UTC);
    }

    private static Optional<PageMoment> moment(Matcher match) {
        try {
            int day = Integer.parseInt(match.group("day"));
            Integer month = month(match.group("month"));
            if (month != null && month > 12 && day <= 12 && match.pattern() == DOTTED) {
                // American: no other order makes it a date.
                int swapped = month;
                month = day;
                day = swapped;
            }
            if (month == null) {
                return Optional.empty();
            }
            LocalTime time = time(match);
            return Optional.of(new PageMoment(
                    LocalDate.of(Integer.parseInt(match.group("year")), month, day),
                    time,
                    time == null ? null : zone(match.group("zone"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer month(String written) {
        return Character.isDigit(written.charAt(0)) ? Integer.valueOf(written) : MonthNames.number(written);
    }

    private static @Nullable LocalTime time(Matcher match) {
        String hour = match.group("hour");
        if (hour == null || hour.isEmpty()) {
            return null;
        }
        int hours = Integer.parseInt(hour);
        String half = match.group("half");
        if (half != null && !half.isEmpty()) {
            boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p") || half.equals("م");
            hours = hours % 12 + (afternoon ? 12 : 0);
        }
        String second = match.group("second");
        return hours > 23
                ? null
                : LocalTime.of(
                        hours,
                        Integer.parseInt(match.group("minute")),
                        second == null || second.isEmpty() ? 0 : Integer.parseInt(second));
    }

    private static @Nullable ZoneOffset zone(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        Integer named = ZONES.get(written.toUpperCase(Locale.ROOT));
        if (named != null) {
            return ZoneOffset.ofHours(named);
        }
        String offset = written.replaceAll("[^0-9+-]", "");
        if (offset.isEmpty()) {
            return null;
        }
        String digits = offset.substring(1);
        int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
        int sign = offset.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /** Any script's digits as European ones, and the two-word months of the Levant as one word. */
    private static String western(String text) {
        StringBuilder western = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '9' && Character.isDigit(c)) {
                western = western == null ? new StringBuilder(text) : western;
                western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        String digits = western == null ? text : western.toString();
        return digits.contains("كانون") || digits.contains("تشرين")
                ? digits.replaceAll("(كانون|تشرين)\\s+ال?(ثاني|[أا]ول)", "$1-$2")
                        .replace("-اول", "-أول")
                : digits;
    }
}
