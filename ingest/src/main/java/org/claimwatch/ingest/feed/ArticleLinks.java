package org.claimwatch.ingest.feed;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells the links of a page that lead to articles from those that lead elsewhere. */
public final class ArticleLinks {
    private static final Pattern DATE_IN_PATH =
            Pattern.compile("(19|20)\\d\\d[-/]?[01]\\d([-/]?[0-3]\\d)?|[0-3]\\d-[01]\\d-(19|20)\\d\\d");
    private static final Pattern NUMBER_IN_PATH = Pattern.compile("\\d{4,}");
    private static final Pattern NO_ARTICLE = Pattern.compile(
            "(?i)/(tag|tags|topic|topics|author|authors|category|search|login|subscribe|account|privacy|contact|about|impressum)(/|\\.|$)"
                    + "|\\.(jpe?g|png|gif|svg|pdf|mp3|mp4|xml|rss|zip)$");

    private ArticleLinks() {}

    /**
     * What the outlet's own articles have taught decides; where they say nothing, two signs of three: a headline's
     * length, a dated or numbered address, a slug of several words.
     *
     * @param page the page that holds the link, if its address is known
     */
    public static boolean looksLikeOne(@Nullable URI page, URI target, String title, ArticleShapes learnt) {
        if (leadsNowhere(page, target)) {
            return false;
        }
        Optional<Boolean> known = learnt.judge(target);
        if (known.isPresent()) {
            return known.get() && !title.isBlank();
        }
        String path = target.getPath();
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

    /** To another host, to the page itself, to the front page, or to what is no article on any site. */
    public static boolean leadsNowhere(@Nullable URI page, URI target) {
        String path = target.getPath() == null ? "/" : target.getPath();
        boolean elsewhere = page != null && !String.valueOf(page.getHost()).equals(target.getHost());
        return elsewhere
                || path.length() < 2
                || NO_ARTICLE.matcher(path).find()
                || (page != null && path.equals(page.getPath()));
    }

    /** The headline of a link: a heading inside it, if there is one. */
    public static String title(Element link) {
        Element heading = link.selectFirst("h1, h2, h3, h4, h5, h6");
        return heading == null ? link.text() : heading.text();
    }
}
