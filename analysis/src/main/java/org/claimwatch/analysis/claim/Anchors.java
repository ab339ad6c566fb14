package org.claimwatch.analysis.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.analysis.model.Skeletons;
import org.claimwatch.analysis.model.Terms;

/**
 * What of a claim survives translation: names by their consonants, figures with their magnitude, days, years, and
 * concepts of the news; and how much of it two claims in different languages share.
 */
final class Anchors {
    private static final String NAME = "n:";
    private static final String FIGURE = "f:";
    private static final String DAY = "d:";
    private static final String YEAR = "y:";
    private static final String CONCEPT = "c:";

    /** The month of a day that is not told. */
    private static final String MONTH = "m:";

    private static final String OR = "/";
    private static final int SHORTEST_NAME = 4;

    private static final Pattern WORD =
            Pattern.compile("\\p{Nd}++(?:[.,٫٬]\\p{Nd}++)*+|[\\p{L}\\p{M}]++(?:['’][\\p{L}]++)*+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*");

    /** Where most names are the same, and most of what is known of the rest, it is the same claim. */
    private static final double LEAST_NAMES = 0.66;

    private static final double LEAST_CONCEPTS = 0.45;

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> WEEKDAYS = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag");
    private static final Map<String, Integer> MAGNITUDES = Map.ofEntries(
            Map.entry("thousand", 3),
            Map.entry("tausend", 3),
            Map.entry("ألف", 3),
            Map.entry("آلاف", 3),
            Map.entry("million", 6),
            Map.entry("millionen", 6),
            Map.entry("مليون", 6),
            Map.entry("ملايين", 6),
            Map.entry("billion", 9),
            Map.entry("milliarde", 9),
            Map.entry("milliarden", 9),
            Map.entry("مليار", 9),
            Map.entry("مليارات", 9));

    private Anchors() {}

    /** Each with its weight. */
    static Map<String, Double> of(String text, String language) {
        Map<String, Double> anchors = new LinkedHashMap<>();
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (Character.isDigit(word.codePointAt(0))) {
                figure(words, i, language, anchors);
            } else {
                word(word, i == 0, language, anchors);
            }
        }
        return anchors;
    }

    private static void figure(List<String> words, int i, String language, Map<String, Double> anchors) {
        String figure = number(words.get(i), language);
        int month = near(words, i + 1);
        int before = near(words, i - 1);
        boolean day = figure.length() <= 2 && figure.indexOf('.') < 0;
        if (day && (month > 0 || before > 0)) {
            anchors.put(DAY + figure + "-" + (month > 0 ? month : before), 1.0);
            return;
        }
        Integer power = i + 1 < words.size() ? MAGNITUDES.get(words.get(i + 1).toLowerCase(Locale.ROOT)) : null;
        if (power != null) {
            anchors.put(FIGURE + new BigDecimal(figure).movePointRight(power).toPlainString(), 1.0);
        } else if (figure.matches("(?:19|20)\\d\\d")) {
            anchors.put(YEAR + figure, 1.0);
        } else {
            anchors.put(FIGURE + figure, 1.0);
        }
    }

    private static int near(List<String> words, int i) {
        return i < 0 || i >= words.size() ? 0 : MONTHS.getOrDefault(words.get(i).toLowerCase(Locale.ROOT), 0);
    }

    /** With a point before decimals and nothing between thousands. */
    private static String number(String written, String language) {
        StringBuilder digits = new StringBuilder();
        written.codePoints()
                .forEach(c -> digits.appendCodePoint(
                        Character.isDigit(c) ? '0' + Character.digit(c, 10) : c == '٫' ? '.' : c == '٬' ? ',' : c));
        String plain = digits.toString();
        Matcher grouped = GROUPED.matcher(plain);
        boolean german = language.equals("de");
        if (grouped.matches()
                && (german ? grouped.group(1).equals(".") : grouped.group(1).equals(","))) {
            return plain.replaceAll("[.,]", "");
        }
        String pointed = german ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        return pointed.chars().filter(c -> c == '.').count() > 1 ? pointed.replace(".", "") : pointed;
    }

    private static void word(String word, boolean first, String language, Map<String, Double> anchors) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (MONTHS.containsKey(lower)) {
            anchors.put(MONTH + MONTHS.get(lower), 1.0);
            return;
        }
        if (WEEKDAYS.contains(lower) || MAGNITUDES.containsKey(lower)) {
            return;
        }
        String term = Terms.term(word);
        if (Terms.isNumber(term)) {
            anchors.put(FIGURE + term, 1.0);
            return;
        }
        Set<Integer> concepts = term.isEmpty() ? Set.of() : Concepts.of(word, language);
        concepts.forEach(concept -> anchors.put(CONCEPT + concept, 1.0));
        boolean arabic = language.equals("ar");
        boolean capital =
                Character.isUpperCase(word.codePointAt(0)) && concepts.isEmpty() && !(first && term.isEmpty());
        // Arabic has no capitals: any of its words may be a name.
        if (arabic || capital) {
            name(word, anchors);
            if (arabic && word.length() > 4 && "وبلفك".indexOf(word.charAt(0)) >= 0) {
                name(word.substring(1), anchors);
            }
        }
    }

    /** A w is a consonant in German and half a vowel in Arabic; names with few consonants go by their letters. */
    private static void name(String word, Map<String, Double> anchors) {
        String lower = word.toLowerCase(Locale.ROOT);
        List<String> spellings = Stream.of(
                        Skeletons.of(word),
                        Skeletons.of(lower.replace("w", "")),
                        word.length() >= SHORTEST_NAME && word.chars().allMatch(c -> c < 0x250) ? lower : "")
                .filter(spelling -> !spelling.isEmpty())
                .distinct()
                .toList();
        if (!spellings.isEmpty()) {
            anchors.put(NAME + String.join(OR, spellings), 1.0);
        }
    }

    /**
     * From 0 to 1; 0 where the claims share no figure or day, or one has a figure, day or year that the other has not: names
     * alone say what a claim is about, but not what it claims.
     */
    static double shared(Map<String, Double> a, Map<String, Double> b) {
        if (!agree(a, b, FIGURE, true) || !agree(a, b, DAY, false) || !agree(a, b, YEAR, false)) {
            return 0;
        }
        boolean tells = !common(a, b, FIGURE).isEmpty()
                || !common(a, b, DAY).isEmpty()
                || (!common(a, b, MONTH).isEmpty() && !common(a, b, YEAR).isEmpty());
        double names = names(a, b);
        double concepts = dice(a, b, CONCEPT);
        return tells && names >= LEAST_NAMES && concepts >= LEAST_CONCEPTS ? (names + concepts + 1) / 3 : 0;
    }

    /** Whether all of a kind is in both, or, where that is not asked, at least not something else in each. */
    private static boolean agree(Map<String, Double> a, Map<String, Double> b, String kind, boolean all) {
        Set<String> one = keys(a, kind);
        Set<String> other = keys(b, kind);
        return all
                ? one.equals(other)
                : one.isEmpty() || other.isEmpty() || !common(a, b, kind).isEmpty();
    }

    /** The share of the names of the claim that has fewer. */
    private static double names(Map<String, Double> a, Map<String, Double> b) {
        Set<String> one = keys(a, NAME);
        Set<String> other = keys(b, NAME);
        boolean fewer = one.size() <= other.size();
        List<String> spellings = (fewer ? other : one)
                .stream().flatMap(name -> spellings(name).stream()).toList();
        Set<String> few = fewer ? one : other;
        long found = few.stream()
                .filter(name -> spellings(name).stream().anyMatch(spellings::contains))
                .count();
        return few.isEmpty() ? 0 : (double) found / few.size();
    }

    private static List<String> spellings(String name) {
        return List.of(name.substring(NAME.length()).split(OR, -1));
    }

    private static double dice(Map<String, Double> a, Map<String, Double> b, String kind) {
        int all = keys(a, kind).size() + keys(b, kind).size();
        return all == 0 ? 0 : 2.0 * common(a, b, kind).size() / all;
    }

    private static Set<String> common(Map<String, Double> a, Map<String, Double> b, String kind) {
        Set<String> shared = keys(a, kind);
        shared.retainAll(b.keySet());
        return shared;
    }

    private static Set<String> keys(Map<String, Double> anchors, String kind) {
        return anchors.keySet().stream()
                .filter(key -> key.startsWith(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        List<String> names = List.of(
                "january januar jänner يناير",
                "february februar feber فبراير شباط",
                "march märz مارس آذار",
                "april april أبريل نيسان",
                "may mai مايو أيار",
                "june juni يونيو حزيران",
                "july juli يوليو تموز",
                "august august أغسطس آب",
                "september september سبتمبر أيلول",
                "october oktober أكتوبر",
                "november november نوفمبر",
                "december dezember ديسمبر");
        for (int month = 0; month < names.size(); month++) {
            for (String name : names.get(month).split(" ", -1)) {
                months.put(name, month + 1);
            }
        }
        return Map.copyOf(months);
    }
}
