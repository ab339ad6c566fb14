package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article's title, without the outlet's name that pages hang onto it. */
final class TitleReader {
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|·•–—»«:/-]+\\s+|\\s*\\|\\s*|\\s+\\((?=[^()]*\\)$)");

    private TitleReader() {}

    static @Nullable String read(Document page, JsonNode article, MetaTags tags, @Nullable String outlet) {
        List<String> headings = headings(page);
        String headline = JsonLd.text(article.path("headline"));
        String microdata = page.select("[itemprop=headline]").text();
        String shared = first(tags.first("og:title", "twitter:title", "dc.title", "title", "parsely-title"));
        String window = page.title();
        // A visible heading that the head of the page confirms is the title as readers see it.
        for (String heading : headings) {
            String bare = Words.bare(heading);
            if (bare.length() >= 5
                    && (Words.bare(headline).equals(bare)
                            || Words.bare(shared).startsWith(bare)
                            || Words.bare(window).startsWith(bare))) {
                return heading;
            }
        }
        for (String candidate : List.of(headline, microdata, shared)) {
            if (!candidate.isBlank()) {
                return withoutOutlet(candidate, outlet);
            }
        }
        if (!window.isBlank()) {
            return withoutOutlet(window, outlet);
        }
        return headings.isEmpty() ? null : headings.getFirst();
    }

    private static String first(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> headings(Document page) {
        List<String> headings = new ArrayList<>();
        for (Element heading : page.select("h1, [itemprop=headline]:not(meta)")) {
            String text = heading.text().strip();
            if (!text.isEmpty() && text.length() < 400) {
                headings.add(text);
            }
        }
        return headings;
    }

    /** Cuts the outlet's name, or failing that the shorter end behind the last separator. */
    private static String withoutOutlet(String title, @Nullable String outlet) {
        var matcher = SEPARATOR.matcher(title);
        int cut = -1;
        while (matcher.find()) {
            String end = title.substring(matcher.end());
            boolean isOutlet = outlet != null && Words.bare(end).contains(Words.bare(outlet));
            boolean isShort = Words.count(end) <= 4 && matcher.start() > end.length();
            if (isOutlet || isShort) {
                cut = cut < 0 ? matcher.start() : cut;
            } else {
                cut = -1;
            }
        }
        return (cut < 0 ? title : title.substring(0, cut)).strip();
    }
}
