package org.claimwatch.web.article;

import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.reading.Published;
import org.claimwatch.web.words.ArticleWords;
import org.jspecify.annotations.Nullable;

/**
 * The other outlets that published nearly the same text, and who had it first.
 *
 * @param dayOnly outlets that gave only the day on which the first one published: whether they were earlier nobody knows
 */
public record AlsoPublished(List<Copy> copies, Copy first, boolean firstIsThis, List<String> dayOnly) {
    /**
     * One of the articles.
     *
     * @param percent runs of four words that both texts have, as a share of those of the two on average
     * @param whole whether nearly all of the shorter text stands in the longer one
     * @param origin whom it names as its first publisher
     */
    public record Copy(
            long articleId,
            long outletId,
            String outlet,
            String title,
            String lang,
            int percent,
            boolean whole,
            When at,
            Published published,
            @Nullable String origin) {
        public String alike() {
            return ArticleWords.SAY.alike(percent, whole && percent < 80);
        }
    }

    public @Nullable String doubt() {
        return dayOnly.isEmpty()
                ? null
                : ArticleWords.SAY.dayOnly(dayOnly.stream().collect(Collectors.joining(", ")));
    }
}
