package org.claimwatch.deploy.corpus;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of the sample press's days: the same events with other numbers, on other days, among a cast of other people in a
 * region of other places and outlets.
 *
 * @param number counts worlds; numbers in texts follow from it
 * @param cast who the people are; several casts share a region
 * @param daysOn how many days after the sample press
 */
record World(int number, int cast, int region, long daysOn) implements UnaryOperator<String> {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, Locale> LANGUAGE_OF = languages();
    private static final Map<String, DayOfWeek> DAYS = days();
    private static final String MONTH = either(MONTHS.keySet().stream());

    private static final Pattern DAY_THEN_MONTH = Pattern.compile("(\\d{1,2})(\\.? )(" + MONTH + ")");
    private static final Pattern MONTH_THEN_DAY = Pattern.compile("(" + MONTH + ") (\\d{1,2})");
    private static final Pattern NAME =
            Pattern.compile("(" + either(Stream.concat(PressNames.PLACES.stream(), PressNames.PEOPLE.stream()))
                    + ")(ans|an|ers|er|is|i|ns|n|s)?");

    /** Days, months, weekdays, numbers and names; a number that is part of a name, such as of a vaccine, stays. */
    static final Pattern VARYING = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:%s|%s|%s|%s|%s)(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}-])\\d+(?:[.,]\\d+)*(?![\\p{L}\\p{N}])"
                    .formatted(
                            DAY_THEN_MONTH,
                            MONTH_THEN_DAY,
                            // "May" and "March" are other words as well.
                            either(MONTHS.keySet().stream()
                                    .filter(it ->
                                            !List.of("May", "March", "Mai").contains(it))),
                            either(DAYS.keySet().stream()),
                            NAME));

    private static final int YEAR = 2025;
    private static final LocalDate MIDDLE = LocalDate.of(YEAR, Month.SEPTEMBER, 12);
    private static final Map<Integer, String> INVENTED = new ConcurrentHashMap<>();
    private static final int FIRST_PERSON = 20_000;

    static boolean isName(String found) {
        return NAME.matcher(found).matches();
    }

    /** What this world says in the place of a name, a number or a day. */
    @Override
    public String apply(String found) {
        Matcher name = NAME.matcher(found);
        if (name.matches()) {
            return named(name.group(1)) + (name.group(2) == null ? "" : name.group(2));
        }
        Matcher dayThenMonth = DAY_THEN_MONTH.matcher(found);
        if (dayThenMonth.matches()) {
            return on(
                    dayThenMonth.group(3),
                    dayThenMonth.group(1),
                    found,
                    (day, month) -> day + dayThenMonth.group(2) + month);
        }
        Matcher monthThenDay = MONTH_THEN_DAY.matcher(found);
        if (monthThenDay.matches()) {
            return on(monthThenDay.group(1), monthThenDay.group(2), found, (day, month) -> month + " " + day);
        }
        if (MONTHS.containsKey(found)) {
            LocalDate then = LocalDate.of(YEAR, MONTHS.get(found), 15).plusDays(daysOn);
            return monthName(then, found);
        }
        DayOfWeek day = DAYS.get(found);
        return day == null
                ? number(found)
                : day.plus(daysOn).getDisplayName(TextStyle.FULL, LANGUAGE_OF.getOrDefault(found, Locale.ENGLISH));
    }

    /** The same thing is drawn alike whoever asks, and apart from all else that is drawn. */
    long drawn(long what) {
        return mixed(number * 0x9E3779B97F4A7C15L + what * 0xC2B2AE3D27D4EB4FL);
    }

    /** In [0, 1). */
    double chance(long what) {
        return (drawn(what) >>> 11) * 0x1.0p-53;
    }

    private interface Written {
        String of(int day, String month);
    }

    private String on(String month, String day, String found, Written written) {
        try {
            LocalDate then =
                    LocalDate.of(YEAR, MONTHS.get(month), Integer.parseInt(day)).plusDays(daysOn);
            return written.of(then.getDayOfMonth(), monthName(then, month));
        } catch (DateTimeException e) {
            return found;
        }
    }

    private static String monthName(LocalDate day, String like) {
        String full = day.getMonth().getDisplayName(TextStyle.FULL, LANGUAGE_OF.getOrDefault(like, Locale.ENGLISH));
        return like.length() <= 4 && full.length() > 4 ? full.substring(0, 3) : full;
    }

    private String named(String root) {
        int place = PressNames.PLACES.indexOf(root);
        int number = place >= 0
                ? region * PressNames.PLACES.size() + place
                : FIRST_PERSON + cast * PressNames.PEOPLE.size() + PressNames.PEOPLE.indexOf(root);
        return INVENTED.computeIfAbsent(number, InventedNames::number);
    }

    /** As many digits, in the same form; the same number is the same one wherever it stands. A year stays one. */
    private String number(String found) {
        if (found.matches("(19|20)\\d\\d")) {
            return Integer.toString(
                    Integer.parseInt(found) + MIDDLE.plusDays(daysOn).getYear() - YEAR);
        }
        String digits = found.replaceAll("\\D", "");
        long drawn = drawn(digits.hashCode());
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < found.length(); i++) {
            if (!Character.isDigit(found.charAt(i))) {
                number.append(found.charAt(i));
                continue;
            }
            int digit = (int) Math.floorMod(drawn, i == 0 ? 9L : 10L);
            number.append(i == 0 ? digit + 1 : digit);
            drawn = mixed(drawn);
        }
        return number.toString();
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new java.util.HashMap<>(Map.of("Sept", Month.SEPTEMBER, "Aug", Month.AUGUST));
        LANGUAGES.forEach(language -> Arrays.stream(Month.values())
                .forEach(month -> months.put(month.getDisplayName(TextStyle.FULL, language), month)));
        return months;
    }

    private static Map<String, DayOfWeek> days() {
        return LANGUAGES.stream()
                .flatMap(language -> Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.entry(day.getDisplayName(TextStyle.FULL, language), day)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The language of those words that only German has. */
    private static Map<String, Locale> languages() {
        return Stream.concat(
                        Arrays.stream(Month.values()).map(it -> it.getDisplayName(TextStyle.FULL, Locale.GERMAN)),
                        Arrays.stream(DayOfWeek.values()).map(it -> it.getDisplayName(TextStyle.FULL, Locale.GERMAN)))
                .filter(word -> Arrays.stream(Month.values())
                        .noneMatch(it -> it.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                .equals(word)))
                .collect(Collectors.toMap(word -> word, _ -> Locale.GERMAN));
    }

    /** The longer first: else the shorter would be found within it. */
    private static String either(Stream<String> words) {
        return words.sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .collect(Collectors.joining("|"));
    }
}
