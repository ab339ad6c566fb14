package org.claimwatch.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.FeedKind;
import org.jspecify.annotations.Nullable;

/** Reads sitemaps, sitemap indexes and Google's news sitemaps. */
final class SitemapReader {
    /** What begins with so many addresses is a list of them. */
    private static final int PLAIN_LINES = 100;

    /** sitemaps.org allows no more in one file. */
    private static final int MOST_LINES = 50_000;

    private SitemapReader() {}

    static ParsedFeed read(XmlNode root, @Nullable URI base) {
        if (root.name.equals("sitemapindex")) {
            return index(root, base);
        }
        List<XmlNode> urls = root.children("url").toList();
        List<FeedEntry> entries = urls.stream()
                .map(url -> entry(url, base))
                .filter(entry -> entry.link() != null)
                .toList();
        XmlNode news = urls.stream()
                .map(url -> url.child("news:news"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        XmlNode publication = news == null ? null : news.child("news:publication");
        return new ParsedFeed(
                news == null ? FeedKind.SITEMAP : FeedKind.NEWS_SITEMAP,
                publication == null ? null : publication.text("news:name"),
                null,
                publication == null ? null : publication.text("news:language"),
                null,
                null,
                null,
                entries);
    }

    /** Of two sitemaps without a date the later one is taken for the newer: most indexes grow at their end. */
    private static ParsedFeed index(XmlNode root, @Nullable URI base) {
        List<FeedEntry> listed = new ArrayList<>(root.children("sitemap")
                .map(sitemap -> entry(sitemap, base))
                .filter(entry -> entry.link() != null)
                .toList()
                .reversed());
        listed.sort(Comparator.comparing(FeedEntry::updated, Comparator.nullsLast(Comparator.<Instant>reverseOrder())));
        return new ParsedFeed(
                FeedKind.SITEMAP,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                listed.stream()
                        .map(FeedEntry::link)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /** Some indexes leave {@code loc} out and put the address where it would be. */
    private static @Nullable String address(XmlNode url) {
        String link = url.text("loc");
        String own = link == null ? url.text() : link;
        return link == null && !own.strip().matches("https?://\\S+") ? null : own.strip();
    }

    /** The plain kind of sitemap: an address in each line, and nothing else. */
    static boolean isPlain(String text) {
        return text.lines()
                .limit(PLAIN_LINES)
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.matches("https?://\\S+"));
    }

    static ParsedFeed readPlain(String text, @Nullable URI base) {
        List<FeedEntry> entries = text.lines()
                .map(String::strip)
                .filter(line -> line.matches("https?://\\S+"))
                .limit(MOST_LINES)
                .map(line -> new FeedEntry(
                        line, Links.absolute(base, line), null, List.of(), null, null, null, null, List.of(), null))
                .filter(entry -> entry.link() != null)
                .toList();
        return new ParsedFeed(FeedKind.SITEMAP, null, null, null, null, null, null, entries);
    }

    private static FeedEntry entry(XmlNode url, @Nullable URI base) {
        XmlNode news = url.child("news:news");
        String link = address(url);
        XmlNode image = url.child("image:image");
        String keywords = news == null ? null : news.text("news:keywords");
        return new FeedEntry(
                link,
                Links.absolute(base, link),
                news == null ? null : Links.plain(news.text("news:title")),
                List.of(),
                news == null ? null : FeedDate.parse(news.text("news:publication_date")),
                FeedDate.parse(url.text("lastmod")),
                null,
                null,
                keywords == null
                        ? List.of()
                        : Stream.of(keywords.split(",", -1)).map(String::strip).toList(),
                image == null ? null : Links.absolute(base, image.text("image:loc")));
    }
}
