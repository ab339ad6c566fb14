package org.claimwatch.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.jspecify.annotations.Nullable;

/** Gives countries that speak, and ministries without a country, the name by which other articles know them. */
final class Governments {
    private static final Pattern MINISTRY = Pattern.compile("(?:(?:\\p{Lu}\\S+ )+Ministry|Ministry of .+)");
    private static final Set<String> OFFICES = Set.of(
            "ministry",
            "minister",
            "president",
            "government",
            "army",
            "military",
            "parliament",
            "capital",
            "foreign",
            "authorities",
            "prime",
            "presidential",
            "ministers",
            "deputy");
    private static final int NEAR = 3;

    /** Adjectives of countries, as the text writes them, by their lower case. */
    private final Map<String, String> adjectives = new HashMap<>();

    private final Roster roster;
    private final @Nullable String home;

    Governments(SegmentedText text, Roster roster, OutletNames outlets) {
        this.roster = roster;
        for (Entity entity : roster.entities()) {
            if (entity.demonym != null) {
                adjectives.put(entity.demonym.toLowerCase(Locale.ROOT), entity.demonym);
            }
        }
        home = ofOutlet(outlets.own())
                .or(() -> isOfPlace(outlets.own()) ? Optional.empty() : only(text))
                .orElse(null);
    }

    private Optional<String> ofOutlet(String own) {
        for (String word : List.of(own.split(" ", -1))) {
            if (isAdjective(word)) {
                return Optional.of(word);
            }
            for (Entity entity : roster.entities()) {
                if (Roster.isDemonym(word.toLowerCase(Locale.ROOT), entity.name) && entity.isOrganisation()) {
                    adjectives.put(word.toLowerCase(Locale.ROOT), word);
                    entity.demonym = word;
                    entity.place = true;
                    return Optional.of(word);
                }
            }
            Entity place = roster.find(word, false);
            if (place != null && place.demonym != null && place.name.equals(word)) {
                return Optional.of(place.demonym);
            }
        }
        return Optional.empty();
    }

    /** Whether an outlet is named for a place of the text: "Dalmara One" is at home in no other country. */
    private boolean isOfPlace(String own) {
        return List.of(own.split(" ", -1)).stream()
                .map(word -> roster.find(word, false))
                .anyMatch(place -> place != null && place.isOrganisation() && own.startsWith(place.name));
    }

    /** The country whose offices a text speaks of, if it is one alone. */
    private Optional<String> only(SegmentedText text) {
        Set<String> found = new HashSet<>();
        List<Token> tokens = text.tokens();
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).isCapitalised() && isAdjective(tokens.get(i).text())) {
                int to = Math.min(tokens.size(), i + 1 + NEAR);
                if (tokens.subList(i + 1, to).stream().anyMatch(t -> OFFICES.contains(t.lower()))) {
                    found.add(tokens.get(i).text());
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private boolean isAdjective(String word) {
        return adjectives.containsKey(word.toLowerCase(Locale.ROOT)) || Places.countryOf(word) != null;
    }

    /** The name of a speaker. */
    String name(Entity entity) {
        if (!entity.isOrganisation()) {
            return entity.name;
        }
        if (entity.place
                && (entity.demonym != null
                        || Places.isCountry(entity.name)
                        || Places.governedFrom(entity.name) != null)) {
            String country = Places.governedFrom(entity.name);
            return "Government of " + (country == null ? entity.name : country);
        }
        if (home != null && entity.name.equalsIgnoreCase("government")) {
            return country(home).map(country -> "Government of " + country).orElse(entity.name);
        }
        return body(entity.name, entity.owner);
    }

    private Optional<String> country(String adjective) {
        return roster.entities().stream()
                .filter(e -> adjective.equalsIgnoreCase(e.demonym))
                .map(e -> e.name)
                .findFirst()
                .or(() -> Optional.ofNullable(Places.countryOf(adjective)));
    }

    /** Where somebody belongs. */
    @Nullable String affiliation(Entity entity) {
        String affiliation = entity.affiliation;
        if (affiliation == null) {
            return null;
        }
        if (affiliation.indexOf(' ') < 0 && isAdjective(affiliation)) {
            return country(affiliation).orElse(null);
        }
        return body(affiliation, null);
    }

    private String body(String name, @Nullable Entity owner) {
        int genitive = Math.max(name.indexOf("'s "), name.indexOf("’s "));
        if (genitive > 0) {
            String adjective = adjective(name.substring(0, genitive));
            String rest = name.substring(genitive + 3);
            return adjective != null && MINISTRY.matcher(rest).matches() ? adjective + " " + rest : name;
        }
        if (!MINISTRY.matcher(name).matches() || isAdjective(name.substring(0, name.indexOf(' ')))) {
            return name;
        }
        String adjective = owner == null ? home : adjective(owner.name);
        return adjective == null || name.toLowerCase(Locale.ROOT).contains(" republic") ? name : adjective + " " + name;
    }

    private @Nullable String adjective(String country) {
        for (String adjective : adjectives.values()) {
            if (adjective
                    .toLowerCase(Locale.ROOT)
                    .startsWith(country.toLowerCase(Locale.ROOT).substring(0, Math.max(1, country.length() - 1)))) {
                return adjective;
            }
        }
        return Places.demonym(country);
    }
}
