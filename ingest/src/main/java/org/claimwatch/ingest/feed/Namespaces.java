package org.claimwatch.ingest.feed;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each known namespace its usual prefix, so that readers need not care which one a feed chose. */
final class Namespaces {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://purl.org/atom/app#", "app"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/xml/1998/namespace", "xml"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("http://www.google.com/schemas/sitemap-image/1.1", "image"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"));

    private Namespaces() {}

    /** @param prefix what the feed wrote, for a namespace that is not known */
    static String name(String uri, String prefix, String local) {
        String lower = local.toLowerCase(Locale.ROOT);
        String known = uri.isEmpty() ? null : prefixOf(uri);
        if (known != null) {
            return known + ":" + lower;
        }
        return prefix.isEmpty() || isCore(uri) ? lower : prefix.toLowerCase(Locale.ROOT) + ":" + lower;
    }

    private static @Nullable String prefixOf(String uri) {
        String known = PREFIXES.get(uri);
        return known != null ? known : PREFIXES.get(uri.strip().toLowerCase(Locale.ROOT));
    }

    /** RSS in its many namespaces, and sitemaps in theirs. */
    private static boolean isCore(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        return (lower.startsWith("http://purl.org/rss/1.0/") && !lower.contains("/modules/"))
                || lower.contains("netscape.com/rdf/simple/")
                || lower.startsWith("http://channel.netscape.com/")
                || lower.contains("backend.userland.com/rss")
                || lower.contains("sitemaps.org/schemas/sitemap/")
                || lower.contains("google.com/schemas/sitemap/");
    }
}
