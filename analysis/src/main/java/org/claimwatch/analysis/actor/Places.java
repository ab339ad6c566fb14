package org.claimwatch.analysis.actor;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of countries, in the languages of full analysis. */
final class Places {
    private static final Set<String> COUNTRIES = countries();

    private Places() {}

    static boolean isCountry(String name) {
        return COUNTRIES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> countries() {
        Set<String> names = new HashSet<>(Set.of("america", "britain", "the us", "us", "u.s.", "uk", "u.k.", "usa"));
        for (String code : Locale.getISOCountries()) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN, Locale.of("ar")}) {
                names.add(Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(names);
    }
}
