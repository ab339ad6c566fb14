package org.claimwatch.ingest.discover;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.ingest.feed.ArticleLinks;
import org.claimwatch.ingest.feed.ArticleShapes;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the pages on which a site lists the articles of one section: where its navigation leads. */
final class SectionLinks {
    private static final int MOST = 12;
    private static final int MOST_LINKS_READ = 5_000;
    private static final int MOST_WORDS = 3;
    private static final int DEEPEST = 3;
    private static final String NAVIGATION =
            "nav, header, [role=navigation], [id*=nav i], [id*=menu i], [class*=nav i], [class*=menu i], [class*=section i]";

    private SectionLinks() {}

    /** Most promising first: pages below whose folder the front page shows articles, and what stands in a menu. */
    static List<String> of(Document page, URI address) {
        Map<String, Integer> promising = new LinkedHashMap<>();
        List<String> articles = new ArrayList<>();
        for (Element link :
                page.select("a[href]").stream().limit(MOST_LINKS_READ).toList()) {
            URI target = WebAddress.resolve(address, link.attr("href")).orElse(address);
            if (ArticleLinks.leadsNowhere(address, target)) {
                continue;
            }
            if (ArticleLinks.looksLikeOne(address, target, ArticleLinks.title(link), ArticleShapes.UNKNOWN)) {
                articles.add(target.getPath());
            } else if (mayBeSection(target, link)) {
                int weight = link.closest(NAVIGATION) == null ? 0 : 2;
                promising.merge(target.toString().replaceFirst("#.*", ""), weight, Math::max);
            }
        }
        promising.replaceAll(
                (url, weight) -> weight + articlesBelow(URI.create(url).getPath(), articles));
        return promising.entrySet().stream()
                .filter(section -> section.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> section) -> -section.getValue()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean mayBeSection(URI target, Element link) {
        String text = link.text();
        long depth = target.getPath().chars().filter(c -> c == '/').count();
        return target.getRawQuery() == null
                && !text.isBlank()
                && text.length() <= 40
                && text.split("\\s+", -1).length <= MOST_WORDS
                && depth <= DEEPEST + 1
                && link.closest("footer") == null;
    }

    private static int articlesBelow(String section, List<String> articles) {
        int slash = section.lastIndexOf('/');
        boolean isFile = section.indexOf('.', slash) > 0;
        String folder = isFile || section.endsWith("/") ? section.substring(0, slash + 1) : section + "/";
        return folder.equals("/")
                ? 0
                : (int) articles.stream()
                        .filter(article -> article.startsWith(folder))
                        .limit(5)
                        .count();
    }
}
