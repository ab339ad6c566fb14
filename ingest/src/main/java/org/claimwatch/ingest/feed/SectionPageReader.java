package org.claimwatch.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.ingest.fetch.PageTree;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a page that lists articles as a feed: of its links, those that look like articles. */
final class SectionPageReader {
    private static final Pattern DATE_IN_PATH =
            Pattern.compile("(19|20)\\d\\d[-/]?[01]\\d([-/]?[0-3]\\d)?|[0-3]\\d-[01]\\d-(19|20)\\d\\d");
    private static final Pattern NUMBER_IN_PATH = Pattern.compile("\\d{4,}");
    private static final Pattern NOT_AN_ARTICLE = Pattern.compile(
            "(?i)/(tag|tags|topic|topics|author|authors|category|search|login|subscribe|account|privacy|contact|about|impressum)(/|\\.|$)"
                    + "|\\.(jpe?g|png|gif|svg|pdf|mp3|mp4|xml|rss|zip)$");

    private SectionPageReader() {}

    static ParsedFeed read(String html, @Nullable URI address) throws NotAFeedException {
        Document page = PageTree.parse(html, address == null ? "" : address.toString());
        URI base = WebAddress.parse(page.location()).orElse(address);
        String declared = page.select("base[href]").attr("abs:href");
        URI linkBase = WebAddress.parse(declared).orElse(base);
        Map<String, FeedEntry> entries = new LinkedHashMap<>();
        for (Element link : page.select("a[href]")) {
            if (link.closest("nav, footer, [role=navigation]") != null) {
                continue;
            }
            Optional<URI> target = linkBase == null
                    ? WebAddress.parse(link.attr("href"))
                    : WebAddress.resolve(linkBase, link.attr("href"));
            String title = title(link);
            if (target.isPresent() && looksLikeArticle(base, target.get(), title)) {
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

    private static String title(Element link) {
        Element heading = link.selectFirst("h1, h2, h3, h4, h5, h6");
        return heading == null ? link.text() : heading.text();
    }

    /** Two signs of four: a headline's length, a dated or numbered address, a slug of several words, a heading around. */
    private static boolean looksLikeArticle(@Nullable URI base, URI target, String title) {
        String path = target.getPath() == null ? "/" : target.getPath();
        boolean elsewhere = base != null && !String.valueOf(base.getHost()).equals(target.getHost());
        if (elsewhere
                || path.length() < 2
                || NOT_AN_ARTICLE.matcher(path).find()
                || (base != null && path.equals(base.getPath()))) {
            return false;
        }
        int words = title.split("\\s+", -1).length;
        String slug = path.replaceAll("/(index\\.\\w+)?$", "");
        slug = slug.substring(slug.lastIndexOf('/') + 1);
        int signs = words >= 4 || title.codePointCount(0, title.length()) >= 24 ? 1 : 0;
        signs += DATE_IN_PATH.matcher(path).find()
                        || NUMBER_IN_PATH.matcher(path).find()
                ? 1
                : 0;
        signs += slug.split("[-_]", -1).length >= 4 ? 1 : 0;
        return signs >= 2 && words >= 2;
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
