package org.claimwatch.analysis.story;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article is about, as terms and pairs of adjacent terms to compare by.
 *
 * @param years those that it names
 * @param length of its terms, as a logarithm
 * @param cased whether its script has capitals, which tell names
 */
public record ArticleProfile(
        Bag terms,
        Bag pairs,
        Set<String> years,
        double length,
        boolean cased,
        @Nullable Instant published) {
    public ArticleProfile {
        years = Set.copyOf(years);
    }
}
