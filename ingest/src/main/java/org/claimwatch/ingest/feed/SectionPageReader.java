package org.claimwatch.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.ingest.fetch.PageTree;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a page that lists articles as a feed: of its links, those that look like articles. */
final class SectionPageReader {
    /** More links than a page for readers has: what comes after them is not read. */
    private static final int MOST_LINKS = 5_000;

    private static final int MOST_ENTRIES = 500;

    private SectionPageReader() {}

    static ParsedFeed read(String html, @Nullable URI address, ArticleShapes learnt) throws NotAFeedException {
        Document page = PageTree.parse(html, address == null ? "" : address.toString());
        URI base = WebAddress.parse(page.location()).orElse(address);
        String declared = page.select("base[href]").attr("abs:href");
        URI linkBase = WebAddress.parse(declared).orElse(base);
        Map<String, FeedEntry> entries = new LinkedHashMap<>();
        for (Element link : page.select("a[href]").stream().limit(MOST_LINKS).toList()) {
            if (entries.size() >= MOST_ENTRIES) {
                break;
            }
            if (link.closest("nav, footer, [role=navigation]") != null) {
                continue;
            }
            Optional<URI> target = linkBase == null
                    ? WebAddress.parse(link.attr("href"))
                    : WebAddress.resolve(linkBase, link.attr("href"));
            String title = ArticleLinks.title(link);
            if (target.isPresent() && ArticleLinks.looksLikeOne(base, target.get(), title, learnt)) {
                String plain = withoutFragment(target.get());
                entries.merge(plain, entry(plain, title), SectionPageReader::longerTitle);
            }
        }
        if (entries.isEmpty()) {
            throw new NotAFeedException("a web page came on which no link looks like an article");
        }
        String language = page.select("html").attr("lang");
        return new ParsedFeed(
                FeedKind.SECTION_PAGE,
                page.title().isBlank() ? null : page.title(),
                base == null ? null : base.toString(),
                language.isBlank() ? null : language,
                null,
                null,
                null,
                new ArrayList<>(entries.values()));
    }

    private static String withoutFragment(URI target) {
        String address = target.toString();
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    private static FeedEntry entry(String address, String title) {
        return new FeedEntry(address, address, title, List.of(), null, null, null, null, List.of(), null);
    }

    /** A page links an article by its picture, its headline and "read on". */
    private static FeedEntry longerTitle(FeedEntry one, FeedEntry other) {
        return String.valueOf(other.title()).length()
                        > String.valueOf(one.title()).length()
                ? other
                : one;
    }
}
