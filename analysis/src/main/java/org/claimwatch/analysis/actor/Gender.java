package org.claimwatch.analysis.actor;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What pronouns may stand for somebody. */
enum Gender {
    FEMALE,
    MALE,
    PLURAL,
    UNKNOWN;

    private static final Set<String> HERS = Set.of(
            "she",
            "her",
            "ms",
            "mrs",
            "miss",
            "lady",
            "dame",
            "queen",
            "princess",
            "woman",
            "mother",
            "widow",
            "sister",
            "landlady",
            "sie",
            "ihr",
            "frau",
            "هي",
            "قالت");
    private static final Set<String> HIS = Set.of(
            "he", "his", "him", "mr", "sir", "lord", "king", "prince", "man", "father", "brother", "er", "herr", "هو");
    private static final Pattern MAN = Pattern.compile("\\p{L}{2,}[srhe]man");

    /** End like a man. */
    private static final Set<String> PEOPLE = Set.of("german", "human", "norman", "roman", "ottoman");

    private static final Set<String> THEIRS = Set.of("they", "their", "them", "we", "both");

    static Gender of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (HERS.contains(lower) || lower.endsWith("woman")) {
            return FEMALE;
        }
        if (HIS.contains(lower) || (MAN.matcher(lower).matches() && !PEOPLE.contains(lower))) {
            return MALE;
        }
        return THEIRS.contains(lower)
                ? PLURAL
                : lower.matches(".*(?:ministerin|sprecherin|präsidentin|leiterin|gouverneurin|chefin|direktorin)")
                        ? FEMALE
                        : UNKNOWN;
    }

    /** Of an English third person singular. */
    static Gender ofPronoun(String lower) {
        return switch (lower) {
            case "she", "her", "herself" -> FEMALE;
            case "he", "his", "him", "himself" -> MALE;
            default -> UNKNOWN;
        };
    }

    boolean agreesWith(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
