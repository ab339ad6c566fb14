package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article's title, without the outlet's name and without the kicker that pages hang onto it.
 *
 * <p>Asked are the title for other sites (OpenGraph), the one for search engines (JSON-LD, microdata), the visible
 * heading and the window's title; each is wrong on many pages, two that agree seldom are.
 */
final class TitleReader {
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[|·•–—»«:/-]+\\s+|\\s*[|ㅣ]\\s*|\\s+\\((?=[^()]*\\)$)|(?<=\\p{IsHangul})-(?=\\p{IsHangul})");
    private static final int SHORTEST = 5;

    private final String shared;
    private final String headline;
    private final String window;
    private final List<String> headings;

    private final @Nullable String outlet;
    private final String host;

    private TitleReader(Document page, JsonNode article, MetaTags tags, @Nullable String outlet) {
        this.outlet = outlet;
        this.host = WebAddress.parse(page.location())
                .map(url -> Words.bare(url.getHost()))
                .orElse("");
        this.shared =
                withoutOutlet(orEmpty(tags.first("og:title", "twitter:title", "dc.title", "title", "parsely-title")));
        String linked = JsonLd.text(article.path("headline"));
        String microdata = page.select("[itemprop=headline]").stream()
                .map(element -> element.hasAttr("content") ? element.attr("content") : element.text())
                .findFirst()
                .orElse("");
        this.headline = withoutOutlet(linked.isEmpty() ? microdata : linked);
        this.window = withoutEnd(page.title());
        this.headings = page.select("h1").stream()
                .map(Element::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() < 400)
                .toList();
    }

    static @Nullable String read(Document page, JsonNode article, MetaTags tags, @Nullable String outlet) {
        TitleReader reader = new TitleReader(page, article, tags, outlet);
        return reader.fromHeading()
                .or(() -> Stream.of(reader.headline, reader.shared, reader.window)
                        .filter(title -> !title.isBlank())
                        .findFirst())
                .or(() -> reader.headings.stream().findFirst())
                .orElse(null);
    }

    /** The visible heading where something else on the page bears it out. */
    private Optional<String> fromHeading() {
        for (String heading : headings) {
            String bare = Words.bare(heading);
            if (bare.length() < SHORTEST) {
                continue;
            }
            String bareShared = Words.bare(shared);
            if (bareShared.length() >= SHORTEST && !bareShared.equals(bare)) {
                boolean kicker = bare.endsWith(bareShared);
                boolean rewritten = !bareShared.contains(bare) && areAlike(heading, shared);
                if (kicker || rewritten) {
                    return Optional.of(shared);
                }
            }
            if (Stream.of(shared, headline, window).map(Words::bare).anyMatch(other -> other.startsWith(bare))) {
                return Optional.of(heading);
            }
        }
        return Optional.empty();
    }

    private static boolean areAlike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int smaller = Math.min(words.size(), others.size());
        words.retainAll(others);
        return smaller >= 4 && words.size() * 2 >= smaller;
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
        words.remove("");
        return words;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Cuts what follows a separator, if it names the outlet. */
    private String withoutOutlet(String title) {
        return cut(title, this::namesOutlet);
    }

    /** Cuts what follows the last separator, if it is short enough to be the name of an outlet or a section. */
    private String withoutEnd(String title) {
        return cut(title, end -> namesOutlet(end) || (Words.count(end) <= 4 && title.length() > 2 * end.length()));
    }

    private static String cut(String title, Predicate<String> isEnd) {
        Matcher matcher = SEPARATOR.matcher(title);
        int cut = -1;
        while (matcher.find()) {
            boolean end = matcher.start() > 0 && isEnd.test(title.substring(matcher.end()));
            cut = !end ? -1 : cut < 0 ? matcher.start() : cut;
        }
        return (cut < 0 ? title : title.substring(0, cut)).strip();
    }

    private boolean namesOutlet(String end) {
        String bare = Words.bare(end);
        String name = Words.bare(orEmpty(outlet));
        return bare.length() >= 2
                && ((name.length() >= 3 && bare.contains(name))
                        || (bare.length() >= 4 && host.contains(bare))
                        || (name.length() > bare.length() && name.contains(bare)));
    }
}
