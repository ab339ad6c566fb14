package org.claimwatch.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as a feed announces it.
 *
 * @param guid the feed's own name for the entry
 * @param link absolute where the feed's address is known
 * @param title plain text
 * @param summary markup as announced
 * @param content markup as announced
 * @param image address
 */
public record FeedEntry(
        @Nullable String guid,
        @Nullable String link,
        @Nullable String title,
        List<String> authors,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String summary,
        @Nullable String content,
        List<String> categories,
        @Nullable String image) {}
