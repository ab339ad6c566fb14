package org.claimwatch.ingest.extract;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates that newspapers print in the Persian, Islamic (Umm al-Qura), Buddhist, Taiwanese and Japanese calendars. */
final class OtherCalendars {
    private static final Map<String, Integer> PERSIAN_MONTHS = Map.ofEntries(
            Map.entry("فروردین", 1),
            Map.entry("اردیبهشت", 2),
            Map.entry("خرداد", 3),
            Map.entry("تیر", 4),
            Map.entry("مرداد", 5),
            Map.entry("امرداد", 5),
            Map.entry("شهریور", 6),
            Map.entry("مهر", 7),
            Map.entry("آبان", 8),
            Map.entry("آذر", 9),
            Map.entry("دی", 10),
            Map.entry("بهمن", 11),
            Map.entry("اسفند", 12));
    private static final Map<String, Integer> ISLAMIC_MONTHS = Map.ofEntries(
            Map.entry("محرم", 1),
            Map.entry("صفر", 2),
            Map.entry("ربيع الأول", 3),
            Map.entry("ربيع الآخر", 4),
            Map.entry("ربيع الثاني", 4),
            Map.entry("جمادى الأولى", 5),
            Map.entry("جمادى الآخرة", 6),
            Map.entry("جمادى الثانية", 6),
            Map.entry("رجب", 7),
            Map.entry("شعبان", 8),
            Map.entry("رمضان", 9),
            Map.entry("شوال", 10),
            Map.entry("ذو القعدة", 11),
            Map.entry("ذي القعدة", 11),
            Map.entry("ذو الحجة", 12),
            Map.entry("ذي الحجة", 12));

    /** Persian years end here and Islamic ones begin: the next years of the one and the last decades of the other. */
    private static final int FIRST_ISLAMIC = 1411;

    private static final Pattern NUMERIC =
            Pattern.compile("(?<!\\d)(?<year>1[34]\\d\\d)[/.-](?<month>[01]?\\d)[/.-](?<day>[0-3]?\\d)(?!\\d)");
    private static final Pattern NAMED = Pattern.compile("(?<!\\d)(?<day>[0-3]?\\d)\\s+(?:ماه\\s+)?(?<month>"
            + String.join("|", PERSIAN_MONTHS.keySet()) + "|" + String.join("|", ISLAMIC_MONTHS.keySet())
            + ")(?:\\s*ماه)?[،,]?\\s+(?:عام\\s+|سنة\\s+)?(?<year>1[34]\\d\\d)(?!\\d)");
    private static final Pattern THAI = Pattern.compile(
            "(?<!\\d)(?<day>[0-3]?\\d)\\s+(?<month>[\\p{IsThai}.]{3,12})\\s+(?:พ\\.ศ\\.\\s*)?(?<year>25\\d\\d)(?!\\d)");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?<era>令和|平成|民國|民国|中華民國)\\s*(?<year>\\d{1,3}|元)\\s*年\\s*(?<month>[01]?\\d)\\s*月\\s*(?<day>[0-3]?\\d)\\s*日");

    private OtherCalendars() {}

    /** @param text with European digits */
    static Optional<LocalDate> find(String text) {
        try {
            return eastAsian(text).or(() -> thai(text)).or(() -> named(text)).or(() -> numeric(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> numeric(String text) {
        Matcher match = NUMERIC.matcher(text);
        return match.find() ? date(match, number(match, "month")) : Optional.empty();
    }

    private static Optional<LocalDate> named(String text) {
        Matcher match = NAMED.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        String name = match.group("month");
        Integer persian = PERSIAN_MONTHS.get(name);
        return persian != null
                ? persian(number(match, "year"), persian, number(match, "day"))
                : islamic(number(match, "year"), ISLAMIC_MONTHS.getOrDefault(name, 0), number(match, "day"));
    }

    private static Optional<LocalDate> date(Matcher match, int month) {
        int year = number(match, "year");
        return year < FIRST_ISLAMIC
                ? persian(year, month, number(match, "day"))
                : islamic(year, month, number(match, "day"));
    }

    private static Optional<LocalDate> persian(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        Calendar persian = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa@calendar=persian"));
        persian.clear();
        persian.set(year, month - 1, day, 12, 0, 0);
        GregorianCalendar gregorian = new GregorianCalendar(TimeZone.GMT_ZONE);
        gregorian.setTimeInMillis(persian.getTimeInMillis());
        return Optional.of(LocalDate.of(
                gregorian.get(Calendar.YEAR), gregorian.get(Calendar.MONTH) + 1, gregorian.get(Calendar.DAY_OF_MONTH)));
    }

    private static Optional<LocalDate> islamic(int year, int month, int day) {
        return Optional.of(LocalDate.from(HijrahDate.of(year, month, day)));
    }

    private static Optional<LocalDate> thai(String text) {
        Matcher match = THAI.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        Integer month = MonthNames.number(match.group("month"));
        return month == null
                ? Optional.empty()
                : Optional.of(LocalDate.of(number(match, "year") - 543, month, number(match, "day")));
    }

    private static Optional<LocalDate> eastAsian(String text) {
        Matcher match = EAST_ASIAN.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        int start = switch (match.group("era")) {
            case "令和" -> 2018;
            case "平成" -> 1988;
            default -> 1911;
        };
        int year = match.group("year").equals("元") ? 1 : number(match, "year");
        return Optional.of(LocalDate.of(start + year, number(match, "month"), number(match, "day")));
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
