package org.claimwatch.analysis.actor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of countries, in the languages of full analysis. */
final class Places {
    private static final Set<String> COUNTRIES = countries();

    private static final Map<String, String> DEMONYMS = pairs("demonyms.txt");
    private static final Map<String, String> CAPITALS = pairs("capitals.txt");

    private Places() {}

    /** The country that an adjective belongs to, null if it belongs to none. */
    static @Nullable String countryOf(String adjective) {
        return DEMONYMS.get(adjective.toLowerCase(Locale.ROOT));
    }

    /** The country whose government a capital's name stands for, null if it stands for none. */
    static @Nullable String governedFrom(String capital) {
        return CAPITALS.get(capital.toLowerCase(Locale.ROOT));
    }

    /** The adjective of a country, null if it is not known. */
    static @Nullable String demonym(String country) {
        for (Map.Entry<String, String> pair : DEMONYMS.entrySet()) {
            if (pair.getValue().equalsIgnoreCase(country)) {
                return pair.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                        + pair.getKey().substring(1);
            }
        }
        return null;
    }

    /** A word, then what it stands for. */
    private static Map<String, String> pairs(String resource) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : WordLists.lines(resource)) {
            int tab = line.indexOf('\t');
            pairs.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return pairs;
    }

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
