package org.claimwatch.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates as machines and as people write them, in the languages of the outlets. */
final class PrintedDate {
    private static final String TIME =
            "(?:(?:\\s|T|,|\\||،|–|-|à|at|um|الساعة|u\\.)*(?<hour>[0-2]?\\d)[:.h](?<minute>[0-5]\\d)(?:[:.](?<second>[0-5]\\d)(?:[.,]\\d+)?)?\\s*(?<half>[ap]\\.?m\\b\\.?)?\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(?<year>(?:19|20)\\d\\d)[-/.](?<month>[01]?\\d)[-/.](?<day>[0-3]?\\d)(?!\\d)" + TIME,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern.compile(
            "^(?<year>(?:19|20)\\d\\d)(?<month>[01]\\d)(?<day>[0-3]\\d)(?:T?(?<hour>\\d\\d):?(?<minute>\\d\\d):?(?<second>\\d\\d)?(?<half>)(?<zone>Z|[+-]\\d\\d:?\\d\\d)?)?$");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|\\.|º|ª)?\\s*(?:de |of )?(?<month>\\p{L}{3,12})\\.?,?(?:\\s|de|del|/)+(?<year>(?:19|20)\\d\\d)(?!\\d)"
                    + TIME,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})(?<month>\\p{L}{3,12})\\.?\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)?,?\\s+(?<year>(?:19|20)\\d\\d)(?!\\d)"
                    + TIME,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DOTTED = Pattern.compile(
            "(?<!\\d)(?<day>[0-3]?\\d)[./-](?<month>[01]?\\d)[./-](?<year>(?:19|20)\\d\\d)(?!\\d)" + TIME,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?<year>(?:19|20)\\d\\d)\\s*[年년]\\s*(?<month>[01]?\\d)\\s*[月월]\\s*(?<day>[0-3]?\\d)\\s*[日일]" + TIME);
    private static final List<Pattern> FORMS = List.of(COMPACT, ISO, DAY_FIRST, MONTH_FIRST, DOTTED, EAST_ASIAN);

    private static final Map<String, Integer> MONTHS = new TreeMap<>();

    static {
        months("january february march april may june july august september october november december");
        months("jan feb mar apr may jun jul aug sep oct nov dec");
        months("januar februar märz april mai juni juli august september oktober november dezember");
        months("jänner feber maerz april mai juni juli august sept okt november dez");
        months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
        months("janv févr mars avr mai juin juil aout sept oct nov déc");
        months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
        months("ene feb mar abr may jun jul ago set oct nov dic");
        months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre");
        months("gen feb mar apr mag giu lug ago set ott nov dic");
        months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
        months("januari februari maart april mei juni juli augustus september oktober november december");
        months("januar februar marts april maj juni juli august september oktober november december");
        months("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia");
        months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
        months("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık");
        months("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر");
        months("كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين تشرين كانون");
        months("januari februari mars april maj juni juli augusti september oktober november december");
        months(
                "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta");
    }

    private PrintedDate() {}

    private static void months(String names) {
        String[] each = names.split(" ", -1);
        for (int i = 0; i < each.length; i++) {
            MONTHS.putIfAbsent(each[i], i + 1);
        }
    }

    /** Whether the text is the name of a month and little else, as what is left of a date often is. */
    static boolean namesMonth(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() > 3 && MONTHS.containsKey(word) && text.length() < word.length() + 6) {
                return true;
            }
        }
        return false;
    }

    /** The first date in the text that can be one. */
    static Optional<PageMoment> find(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String written = western(text.strip());
        PageMoment first = null;
        int at = Integer.MAX_VALUE;
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(written);
            int from = 0;
            while (match.find(from)) {
                Optional<PageMoment> moment = moment(match);
                if (moment.isPresent() && match.start() < at) {
                    first = moment.get();
                    at = match.start();
                }
                if (moment.isPresent()) {
                    break;
                }
                from = match.start() + 1;
            }
        }
        return Optional.ofNullable(first);
    }

    private static Optional<PageMoment> moment(Matcher match) {
        try {
            String month = match.group("month").toLowerCase(Locale.ROOT);
            Integer number = Character.isDigit(month.charAt(0)) ? Integer.valueOf(month) : MONTHS.get(month);
            if (number == null) {
                return Optional.empty();
            }
            LocalDate day =
                    LocalDate.of(Integer.parseInt(match.group("year")), number, Integer.parseInt(match.group("day")));
            LocalTime time = time(match);
            return Optional.of(new PageMoment(day, time, time == null ? null : zone(match.group("zone"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalTime time(Matcher match) {
        String hour = match.group("hour");
        if (hour == null || hour.isEmpty()) {
            return null;
        }
        int hours = Integer.parseInt(hour);
        String half = match.group("half");
        if (half != null && !half.isEmpty()) {
            hours = hours % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
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
        return Character.isLetter(written.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    /** Arabic and Persian digits as European ones. */
    private static String western(String text) {
        StringBuilder western = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '٠' && c <= '٩') || (c >= '۰' && c <= '۹')) {
                western = western == null ? new StringBuilder(text) : western;
                western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return western == null ? text : western.toString();
    }
}
