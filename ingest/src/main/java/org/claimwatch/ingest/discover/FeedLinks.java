package org.claimwatch.ingest.discover;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The feeds that a page declares, and the links on it that read like links to feeds.
 *
 * @param declared by {@code link rel=alternate}, readers' comments last
 */
record FeedLinks(List<String> declared, List<String> linked) {
    private static final int MOST = 12;
    private static final int MOST_LINKS_READ = 5_000;
    private static final Pattern TYPE = Pattern.compile("(rss|atom|rdf|feed\\+json)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "(^|[/._=-])(rss|feeds?|atom|rdf)([0-9]?)([/._?=-]|$)|\\.(rss|atom|rdf)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT =
            Pattern.compile("\\b(rss|atom|json feed|news ?feeds?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENTS = Pattern.compile("comment|kommentar", Pattern.CASE_INSENSITIVE);

    static FeedLinks of(Document page) {
        List<String> declared = page.select("link[href][rel~=(?i)\\balternate\\b]").stream()
                .limit(MOST_LINKS_READ)
                .filter(FeedLinks::declaresFeed)
                .flatMap(link -> address(page, link).stream())
                .distinct()
                .toList();
        List<String> articlesFirst = Stream.concat(
                        declared.stream().filter(url -> !isOfComments(url)),
                        declared.stream().filter(FeedLinks::isOfComments))
                .limit(MOST)
                .toList();
        Set<String> linked = new LinkedHashSet<>();
        page.select("a[href]").stream()
                .limit(MOST_LINKS_READ)
                .filter(FeedLinks::readsLikeFeed)
                .flatMap(link -> address(page, link).stream())
                .filter(url -> !declared.contains(url) && !isOfComments(url))
                .limit(MOST)
                .forEach(linked::add);
        return new FeedLinks(articlesFirst, List.copyOf(linked));
    }

    static boolean isOfComments(String url) {
        return COMMENTS.matcher(url).find();
    }

    private static boolean declaresFeed(Element link) {
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        boolean xml =
                type.endsWith("/xml") && ADDRESS.matcher(link.attr("href")).find();
        return (TYPE.matcher(type).find() && !type.contains("oembed")) || xml;
    }

    private static boolean readsLikeFeed(Element link) {
        String text = link.text();
        return ADDRESS.matcher(link.attr("href")).find()
                || (text.length() < 40
                        && TEXT.matcher(text + " " + link.attr("title")).find());
    }

    private static Optional<String> address(Document page, Element link) {
        String base = page.baseUri();
        return WebAddress.parse(base)
                .flatMap(address -> WebAddress.resolve(address, link.attr("href")))
                .map(url -> url.toString().replaceFirst("#.*", ""))
                .filter(url -> !url.equals(base) && url.length() < 2_000);
    }
}
