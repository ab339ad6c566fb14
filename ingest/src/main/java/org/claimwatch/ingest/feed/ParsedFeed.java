package org.claimwatch.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.outlet.FeedKind;
import org.jspecify.annotations.Nullable;

/**
 * What a feed said when it was asked.
 *
 * @param title plain text
 * @param link the page that the feed belongs to
 * @param language BCP 47 as announced
 * @param ttl how long the feed asks to be left alone, from {@code ttl} or {@code sy:updatePeriod}
 * @param hub WebSub hub that announces changes
 * @param entries in the feed's order
 * @param sitemaps of a sitemap index: the sitemaps that it lists, those changed last first; else none
 * @param self the address under which a hub knows it
 */
public record ParsedFeed(
        FeedKind kind,
        @Nullable String title,
        @Nullable String link,
        @Nullable String language,
        @Nullable Instant updated,
        @Nullable Duration ttl,
        @Nullable String hub,
        List<FeedEntry> entries,
        List<String> sitemaps,
        @Nullable String self,
        Skips skips) {

    /** A feed that announces articles by itself, as all but a sitemap index do. */
    ParsedFeed(
            FeedKind kind,
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            @Nullable Instant updated,
            @Nullable Duration ttl,
            @Nullable String hub,
            List<FeedEntry> entries) {
        this(kind, title, link, language, updated, ttl, hub, entries, List.of());
    }

    /** A feed that says neither its own address nor when it is not to be asked. */
    ParsedFeed(
            FeedKind kind,
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            @Nullable Instant updated,
            @Nullable Duration ttl,
            @Nullable String hub,
            List<FeedEntry> entries,
            List<String> sitemaps) {
        this(kind, title, link, language, updated, ttl, hub, entries, sitemaps, null, Skips.NONE);
    }

    /** The same with its own address and the times at which it is not to be asked. */
    ParsedFeed asking(@Nullable String ownAddress, Skips notThen) {
        return new ParsedFeed(kind, title, link, language, updated, ttl, hub, entries, sitemaps, ownAddress, notThen);
    }
}
