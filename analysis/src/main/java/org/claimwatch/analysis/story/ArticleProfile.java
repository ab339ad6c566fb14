package org.claimwatch.analysis.story;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article is about, as terms to compare by.
 *
 * @param terms term to weight, before rarity
 */
public record ArticleProfile(
        Map<String, Double> terms, @Nullable Instant published) {
    public ArticleProfile {
        terms = Map.copyOf(terms);
    }
}
