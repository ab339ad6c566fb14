package org.claimwatch.analysis.actor;

import java.util.Locale;
import java.util.Set;

/** Common given names of many countries: they tell a person from a body, and mostly a woman from a man. */
final class GivenNames {
    private static final Set<String> FEMALE = WordLists.words("given-names-female.txt");
    private static final Set<String> MALE = WordLists.words("given-names-male.txt");

    private GivenNames() {}

    static boolean isKnown(String word) {
        return gender(word) != Gender.UNKNOWN;
    }

    static Gender gender(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String first = lower.indexOf('-') > 0 ? lower.substring(0, lower.indexOf('-')) : lower;
        return FEMALE.contains(lower) || FEMALE.contains(first)
                ? Gender.FEMALE
                : MALE.contains(lower) || MALE.contains(first) ? Gender.MALE : Gender.UNKNOWN;
    }
}
