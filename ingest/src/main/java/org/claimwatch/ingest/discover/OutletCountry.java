package org.claimwatch.ingest.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.ingest.extract.JsonLd;
import org.jspecify.annotations.Nullable;

/** Proposes an outlet's country, and none where the signs are few or disagree: a wrong one would be believed. */
final class OutletCountry {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** Country domains that the whole world registers in. */
    private static final Set<String> SOLD = Set.of(
            "ac", "ag", "ai", "am", "bz", "cc", "cd", "co", "cx", "dj", "eu", "fm", "gg", "gl", "im", "io", "la", "li",
            "ly", "me", "ms", "nu", "pw", "sc", "sh", "so", "st", "su", "tk", "to", "tv", "vc", "vg", "ws");

    /** What page builders write when nobody has said anything. */
    private static final String DEFAULT_TAG = "en-US";

    private OutletCountry() {}

    /**
     * Follows the publisher's address and the domain, which must not contradict each other; else the region in the
     * language.
     *
     * @param tags languages that the page declares, as BCP 47
     */
    static @Nullable String of(URI address, JsonLd linked, @Nullable String... tags) {
        Set<String> sure = new LinkedHashSet<>();
        linked.things().stream()
                .map(thing -> country(thing.path("address").path("addressCountry")))
                .filter(Objects::nonNull)
                .forEach(sure::add);
        String domain = ofDomain(address);
        if (domain != null) {
            sure.add(domain);
        }
        if (!sure.isEmpty()) {
            return sure.size() == 1 ? sure.iterator().next() : null;
        }
        Set<String> regions = Stream.of(tags)
                .filter(tag -> tag != null && !tag.equals(DEFAULT_TAG))
                .map(tag -> Locale.forLanguageTag(tag).getCountry())
                .filter(CODES::contains)
                .collect(Collectors.toSet());
        return regions.size() == 1 ? regions.iterator().next() : null;
    }

    private static @Nullable String ofDomain(URI address) {
        String host = String.valueOf(address.getHost());
        String top = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String code = top.equals("uk") ? "GB" : top.toUpperCase(Locale.ROOT);
        return !SOLD.contains(top) && CODES.contains(code) ? code : null;
    }

    /** A code or an English name, as text or as a thing with a name. */
    private static @Nullable String country(JsonNode written) {
        String text = JsonLd.text(written);
        String code = text.toUpperCase(Locale.ROOT);
        if (CODES.contains(code)) {
            return code;
        }
        return CODES.stream()
                .filter(known ->
                        Locale.of("", known).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }
}
