package org.claimwatch.ingest.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.ingest.fetch.PageText;
import org.jspecify.annotations.Nullable;

/** Tells what kind of feed has come, by looking at it, and has it read. */
public final class FeedParser {
    private FeedParser() {}

    /**
     * Reads a feed of any kind. Of a feed of more than {@value FeedBytes#MOST} bytes the beginning is read.
     *
     * @param bytes as they came, or a gzip file of them
     * @param contentType the HTTP header, null where there is none
     * @param base the feed's address, for relative links; null leaves them as they are
     * @param expected what the address held before; a web page is read as a section page only where that is null or
     *     {@link FeedKind#SECTION_PAGE}
     * @throws NotAFeedException if it announces nothing
     */
    public static ParsedFeed parse(
            byte[] bytes, @Nullable String contentType, @Nullable URI base, @Nullable FeedKind expected)
            throws NotAFeedException {
        return parse(bytes, contentType, base, expected, ArticleShapes.UNKNOWN);
    }

    /** Like {@link #parse(byte[], String, URI, FeedKind)}, of an outlet whose articles' addresses are known. */
    public static ParsedFeed parse(
            byte[] bytes,
            @Nullable String contentType,
            @Nullable URI base,
            @Nullable FeedKind expected,
            ArticleShapes learnt)
            throws NotAFeedException {
        try {
            return told(bytes, contentType, base, expected, learnt);
        } catch (RuntimeException e) {
            // A fault of ours; the feed still gets a state and a person a message.
            throw new NotAFeedException("a feed came over which the parser stumbled: " + e);
        }
    }

    private static ParsedFeed told(
            byte[] bytes,
            @Nullable String contentType,
            @Nullable URI base,
            @Nullable FeedKind expected,
            ArticleShapes learnt)
            throws NotAFeedException {
        String text = PageText.decode(FeedBytes.bounded(bytes), contentType);
        String start = text.substring(0, Math.min(text.length(), 2_000)).stripLeading();
        if (start.isEmpty()) {
            throw new NotAFeedException("the answer was empty");
        }
        if (start.startsWith("{")) {
            return JsonFeedReader.read(text, base);
        }
        if (isWebPage(start)) {
            if (expected != null && expected != FeedKind.SECTION_PAGE) {
                throw new NotAFeedException("a web page came instead of the feed");
            }
            return SectionPageReader.read(text, base, learnt);
        }
        if (start.startsWith("http") && SitemapReader.isPlain(text)) {
            return SitemapReader.readPlain(text, base);
        }
        Optional<XmlNode> root = XmlTree.read(text);
        return read(root.orElseThrow(() -> new NotAFeedException("neither XML, JSON nor a web page came")), base);
    }

    private static boolean isWebPage(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        boolean marked = lower.contains("<!doctype html") || lower.contains("<html");
        return marked && !lower.contains("<rss") && !lower.contains("<feed") && !lower.contains("<rdf:rdf");
    }

    private static ParsedFeed read(XmlNode root, @Nullable URI base) throws NotAFeedException {
        return switch (root.name) {
            case "feed", "atom:feed", "entry", "atom:entry" -> AtomReader.read(root, base);
            case "urlset", "sitemapindex" -> SitemapReader.read(root, base);
            default -> {
                if (root.name.equals("rss")
                        || root.name.equals("channel")
                        || root.name.endsWith("rdf")
                        || root.child("channel", "item", "rss") != null) {
                    yield RssReader.read(root, base);
                }
                throw new NotAFeedException("XML came that is no feed: its root is <" + root.name + ">");
            }
        };
    }
}
