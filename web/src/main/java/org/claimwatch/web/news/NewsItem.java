package org.claimwatch.web.news;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param key the same whenever this is found again, and nothing else's
 * @param claimId what it is about
 * @param otherClaimId the claim that contradicts it, where it is not the same one denied
 * @param evidence the statements that show it, the older first; empty where any of the claim's will do
 * @param story what it belongs to, if its articles do
 */
public record NewsItem(
        Kind kind,
        String key,
        long claimId,
        @Nullable Long otherClaimId,
        List<Long> evidence,
        @Nullable StoryOf story) {
    /** In the order of their weight. */
    public enum Kind {
        CONTRADICTION,
        REVERSAL,
        NEW_CLAIM
    }

    /** The story that most of a claim's articles tell. */
    public record StoryOf(long id, String title) {}

    NewsItem in(@Nullable StoryOf story) {
        return new NewsItem(kind, key, claimId, otherClaimId, evidence, story);
    }
}
