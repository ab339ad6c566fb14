package org.claimwatch.ingest.fetch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of an address gives away: whether it names one article, and the article's number if it has one.
 *
 * @param directory all before the last segment, with a slash at its end
 * @param last the last segment that is not empty, without the ending of a file
 */
record ArticlePath(String directory, String last) {
    private static final Pattern ENDING = Pattern.compile("\\.(?:s?html?|php\\d?|aspx?|jsp|cms|ece|amp)$");

    /** A number at the start or the end of the segment, apart from the slug. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:(?:[^/]*[-_,.])?[a-z]{0,3})?(\\d{6,})|(\\d{6,})[-_,.][^/]*");

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern HEX =
            Pattern.compile("(?:[^/]*[-_,.])?(?:(" + UUID + ")|((?=(?:[^-_,.]*\\d){3})(?=[^-_,.]*[a-f])[0-9a-f]{8,}))");

    private static final Pattern DAY = Pattern.compile("/(?:19|20)\\d\\d/(?:\\d{1,2}|[a-z]{3})/");
    private static final Pattern SLUG = Pattern.compile("[^-_]+(?:[-_][^-_]+){2,}");

    static ArticlePath of(String path) {
        String trimmed = path.replaceFirst("/+$", "");
        int slash = trimmed.lastIndexOf('/');
        return new ArticlePath(
                slash < 0 ? "/" : trimmed.substring(0, slash + 1),
                ENDING.matcher(trimmed.substring(slash + 1)).replaceFirst(""));
    }

    /** Sections and home pages have a word or two; an article has a slug of three words, a number or its day. */
    boolean namesAnArticle() {
        return SLUG.matcher(last).matches()
                || last.matches(".*\\d{5,}.*|.*[-_][a-zA-Z]*\\d{4,}[a-zA-Z]*")
                || (DAY.matcher(directory).find() && last.matches(".*\\D.*"));
    }

    /**
     * The number that stays where a slug changes. None where the digits could be anything else: a date, a time, a round
     * figure of a headline, or a page.
     */
    Optional<String> number() {
        Matcher hex = HEX.matcher(last);
        if (hex.matches()) {
            String digits = hex.group(1) == null ? hex.group(2) : hex.group(1);
            boolean dated = digits.matches("\\d{8}.*") && isDate(digits, 0, 4, 6);
            return dated ? Optional.empty() : Optional.of(digits);
        }
        Matcher number = NUMBER.matcher(last);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = number.group(1) == null ? number.group(2) : number.group(1);
        return isSomethingElse(digits) ? Optional.empty() : Optional.of(digits);
    }

    private static boolean isSomethingElse(String digits) {
        return switch (digits.length()) {
            case 6 -> isRound(digits) || isShortDate(digits);
            case 8 -> isRound(digits) || isDate(digits, 0, 4, 6) || isDate(digits, 4, 2, 0);
            case 10, 12, 14 -> isRound(digits) || isDate(digits, 0, 4, 6) || isUnixTime(digits);
            case 13 -> isRound(digits) || isUnixTime(digits);
            default -> isRound(digits);
        };
    }

    private static boolean isRound(String digits) {
        return digits.endsWith("000");
    }

    /** A day as yymmdd, ddmmyy, mmddyy, or a month as yyyymm. */
    private static boolean isShortDate(String digits) {
        int[] pair = Arrays.stream(new int[] {0, 2, 4})
                .map(at -> Integer.parseInt(digits, at, at + 2, 10))
                .toArray();
        boolean month = (pair[0] == 19 || pair[0] == 20) && pair[2] >= 1 && pair[2] <= 12;
        return month
                || isDay(2000 + pair[0], pair[1], pair[2])
                || isDay(2000 + pair[2], pair[1], pair[0])
                || isDay(2000 + pair[2], pair[0], pair[1]);
    }

    private static boolean isDate(String digits, int year, int month, int day) {
        int y = Integer.parseInt(digits, year, year + 4, 10);
        int m = Integer.parseInt(digits, month, month + 2, 10);
        int d = Integer.parseInt(digits, day, day + 2, 10);
        return y >= 1900 && y < 2100 && (isDay(y, m, d) || isDay(y, d, m));
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Between 1996 and 2049: articles of one hour may share it. */
    private static boolean isUnixTime(String digits) {
        long seconds = Long.parseLong(digits.substring(0, 10));
        return (digits.length() == 10 || digits.length() == 13) && seconds > 820_000_000L && seconds < 2_500_000_000L;
    }
}
