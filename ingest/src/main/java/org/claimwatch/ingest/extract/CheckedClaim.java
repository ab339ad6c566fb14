package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One claim that a page says it has checked, in the terms of schema.org's ClaimReview.
 *
 * @param claim what was checked, in the checker's words
 * @param claimant who is said to have said it
 * @param rating the verdict in words, else in figures
 * @param reviewer who checked it
 */
public record CheckedClaim(
        String claim,
        @Nullable String claimant,
        @Nullable String rating,
        @Nullable String reviewer) {
    /** A page checks a few claims; what lists more is no fact-check. */
    private static final int MOST = 20;

    private static final int LONGEST_CLAIM = 1_000;
    private static final int LONGEST_NAME = 200;

    static List<CheckedClaim> of(JsonLd linked) {
        List<CheckedClaim> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode thing : linked.things()) {
            String claim = JsonLd.text(thing.path("claimReviewed"));
            if (JsonLd.types(thing).contains("ClaimReview")
                    && !claim.isEmpty()
                    && claim.length() <= LONGEST_CLAIM
                    && found.size() < MOST
                    && known.add(claim)) {
                JsonNode reviewed = linked.resolve(first(thing.path("itemReviewed")));
                found.add(new CheckedClaim(
                        claim,
                        name(linked.resolve(first(reviewed.path("author")))),
                        rating(linked.resolve(first(thing.path("reviewRating")))),
                        name(linked.resolve(first(thing.path("author"))))));
            }
        }
        return found;
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }

    private static @Nullable String name(JsonNode node) {
        return given(JsonLd.text(node));
    }

    private static @Nullable String rating(JsonNode rating) {
        String words = JsonLd.text(rating.path("alternateName"));
        if (!words.isEmpty()) {
            return given(words);
        }
        String value = JsonLd.text(rating.path("ratingValue"));
        String best = JsonLd.text(rating.path("bestRating"));
        return value.isEmpty() ? null : given(best.isEmpty() ? value : value + " of " + best);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() || text.length() > LONGEST_NAME ? null : text;
    }
}
