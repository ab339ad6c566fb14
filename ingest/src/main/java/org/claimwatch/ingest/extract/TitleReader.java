package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.ingest.extract.TitleVote.Place;
import org.claimwatch.ingest.extract.TitleVote.Witness;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Collects the titles that a page gives its article, without the outlet's name and without the kicker that pages hang onto it.
 *
 * <p>A page gives its title up to eight times: to readers, to search engines, to other sites, to the window; the
 * {@link TitleVote} is between these.
 */
final class TitleReader {
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[|·•–—»«:/-]+\\s+|\\s*[|ㅣ｜]\\s*|\\s+\\((?=[^()]*\\)$)|(?<=[\\p{IsHangul}\\p{IsHan}！？。”」』])\\s*[-_–—]\\s*(?=[\\p{IsHangul}\\p{IsHan}])");
    private static final Pattern HUNG_ON = Pattern.compile("\\s*[|·•–—»«/_ㅣ｜-]\\s*\\S.*");
    private static final int SHORTEST = 5;
    private static final int LONGEST = 400;

    private final @Nullable String outlet;
    private final String host;
    private final List<Witness> witnesses = new ArrayList<>();

    private TitleReader(Document page, JsonNode article, MetaTags tags, @Nullable String outlet) {
        this.outlet = outlet;
        this.host = WebAddress.parse(page.location())
                .map(url -> Words.bare(url.getHost()))
                .orElse("");
        String window = withoutEnd(page.title());
        String linked = withoutOutlet(JsonLd.text(article.path("headline")));
        if (!isCutShort(linked, window)) {
            add(Place.LINKED, linked);
        }
        page.select("[itemprop=headline]").stream()
                .limit(1)
                .map(element -> element.hasAttr("content") ? element.attr("content") : element.text())
                .forEach(text -> add(Place.MICRODATA, withoutOutlet(text)));
        addTag(tags, Place.SHARED, "og:title");
        addTag(tags, Place.CARD, "twitter:title");
        addTag(tags, Place.OTHER_TAG, "dc.title", "title", "parsely-title", "sailthru.title");
        add(Place.WINDOW, window);
        addHeadings(page);
    }

    static List<Witness> witnesses(Document page, JsonNode article, MetaTags tags, @Nullable String outlet) {
        return new TitleReader(page, article, tags, outlet).witnesses;
    }

    private void add(Place place, String title) {
        Witness witness = new Witness(place, title.strip());
        if (witness.bare().length() >= SHORTEST || (witness.bare().length() >= 2 && witnesses.isEmpty())) {
            witnesses.add(witness);
        }
    }

    private void addTag(MetaTags tags, Place place, String... names) {
        String value = tags.first(names);
        String title = value == null ? "" : withoutSection(withoutOutlet(value));
        String bare = Words.bare(title);
        // The same title twice for other sites, once with the outlet's name, is no second witness.
        if (witnesses.stream().noneMatch(said -> said.place() == Place.SHARED && isPart(said.bare(), bare))) {
            add(place, title);
        }
    }

    /** The article's own headline with something short hung onto it. */
    private String withoutSection(String title) {
        return witnesses.stream()
                .filter(said -> said.place() == Place.LINKED && title.startsWith(said.title()))
                .filter(said ->
                        HUNG_ON.matcher(title.substring(said.title().length())).matches()
                                && isShortEnd(title.substring(said.title().length()), title))
                .map(Witness::title)
                .findFirst()
                .orElse(title);
    }

    private static boolean isPart(String part, String whole) {
        return whole.length() > part.length() && (whole.startsWith(part) || whole.endsWith(part));
    }

    /** Search engines show 110 characters, and some pages give them no more. */
    private static boolean isCutShort(String linked, String window) {
        String bare = Words.bare(linked);
        String whole = Words.bare(window);
        return (linked.length() > 90 || linked.endsWith("…") || linked.endsWith("..."))
                && whole.length() > bare.length()
                && whole.startsWith(bare);
    }

    private void addHeadings(Document page) {
        List<Witness> said = List.copyOf(witnesses);
        boolean first = true;
        for (Element heading : page.select("h1")) {
            String text = heading.text().strip();
            if (text.length() >= LONGEST || isOutlet(text) || isElsewhere(heading) || isUnheardOf(text, said)) {
                continue;
            }
            add(first ? Place.HEADING : Place.LATER_HEADING, text);
            if (first) {
                addParts(heading);
            }
            first = first && text.isEmpty();
        }
        if (first) {
            addSubheadings(page);
        }
    }

    /** A heading with no word of the other titles is another article's. */
    private static boolean isUnheardOf(String text, List<Witness> said) {
        return !said.isEmpty() && said.stream().noneMatch(witness -> TitleVote.share(witness.title(), text));
    }

    /** A kicker and a headline that share one heading stand in elements of their own. */
    private void addParts(Element heading) {
        List<Element> parts = heading.children().stream()
                .filter(child -> !child.text().isBlank())
                .toList();
        if (parts.size() == 1 && heading.ownText().isBlank()) {
            addParts(parts.getFirst());
        } else if (!parts.isEmpty()) {
            Stream.concat(Stream.of(heading.ownText()), parts.stream().map(Element::text))
                    .map(String::strip)
                    .filter(part -> !isOutlet(part))
                    .max(Comparator.comparingInt(String::length))
                    .ifPresent(part -> add(Place.HEADING_PART, part));
        }
    }

    /** On pages whose only {@code h1} is the outlet's name, or that have none. */
    private void addSubheadings(Document page) {
        List<Witness> said = List.copyOf(witnesses);
        for (Element heading : page.select("h2, h3, [class*=headline], [class*=title]")) {
            String text = heading.text().strip();
            String bare = Words.bare(text);
            if (bare.length() >= 8
                    && text.length() < LONGEST
                    && !isOutlet(text)
                    && said.stream().anyMatch(witness -> witness.bare().contains(bare))) {
                add(Place.SUBHEADING, text);
                return;
            }
        }
    }

    private static boolean isElsewhere(Element heading) {
        return heading.closest("nav, footer, aside, dialog, [role=dialog]") != null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Cuts what follows a separator, if it names the outlet; after a bar little else is written. */
    private String withoutOutlet(String title) {
        int bar = title.lastIndexOf(" | ");
        boolean isShort = bar > 0 && isShortEnd(title.substring(bar + 3), title);
        return cut(isShort ? title.substring(0, bar) : title, this::namesOutlet);
    }

    private static boolean isShortEnd(String end, String title) {
        return Words.count(end) <= 4 && title.length() > 2 * end.length();
    }

    /** Cuts what follows the last separator, if it is short enough to be the name of an outlet or a section. */
    private String withoutEnd(String title) {
        return cut(title, end -> namesOutlet(end) || isShortEnd(end, title));
    }

    private static String cut(String written, Predicate<String> isEnd) {
        String title = written.substring(0, Math.min(written.length(), LONGEST));
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
        return isOutlet(end) || (name.length() >= 3 && bare.contains(name) && bare.length() < name.length() + 25);
    }

    private boolean isOutlet(String text) {
        String bare = Words.bare(text);
        String name = Words.bare(orEmpty(outlet));
        return bare.length() >= 2
                && (bare.equals(name)
                        || (bare.length() >= 4 && host.contains(bare))
                        || (name.length() > bare.length() && name.contains(bare)));
    }
}
