package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads who wrote an article: from its description for machines, else from its byline.
 *
 * <p>That the outlet itself wrote it is true of every page, so a source that says no more is asked last.
 */
final class AuthorReader {
    private static final List<String> TAGS = List.of(
            "author",
            "article:author",
            "article:author_name",
            "og:article:author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "citation_author",
            "dcsext.author",
            "vr:author",
            "cxenseparse:author");
    private static final List<String> AUTHOR_LABELS = List.of(
            "written by", "author", "verfasst von", "geschrieben von", "escrito por", "écrit par", "scritto da");

    private final @Nullable String outlet;
    private final String host;

    private AuthorReader(Document page, @Nullable String outlet) {
        this.outlet = outlet;
        this.host = WebAddress.parse(page.location())
                .map(url -> Words.bare(url.getHost()))
                .orElse("");
    }

    static List<String> read(Document page, JsonLd linked, JsonNode article, MetaTags tags, @Nullable String outlet) {
        AuthorReader reader = new AuthorReader(page, outlet);
        BylineReader byline = new BylineReader(page);
        List<String> described = names(linked(linked, article.path("author")));
        if (described.isEmpty()) {
            described = names(linked(linked, article.path("creator")));
        }
        List<String> people =
                described.stream().filter(name -> !reader.isOutlet(name)).toList();
        if (!people.isEmpty()) {
            return people;
        }
        List<Supplier<List<String>>> others = described.isEmpty()
                ? List.of(() -> tagged(tags), () -> names(byline.names()))
                : List.of(() -> names(byline.marked(BylineReader.SURE)).stream()
                        .filter(Names::isPerson)
                        .toList());
        List<String> fallback = described;
        for (Supplier<List<String>> other : others) {
            List<String> found = other.get();
            if (found.stream().anyMatch(name -> !reader.isOutlet(name))) {
                return found;
            }
            fallback = fallback.isEmpty() ? found : fallback;
        }
        return fallback;
    }

    private static List<String> tagged(MetaTags tags) {
        String label = tags.first("twitter:label1");
        boolean namesAuthor = label != null && AUTHOR_LABELS.contains(label.toLowerCase(Locale.ROOT));
        String card = namesAuthor ? tags.first("twitter:data1") : null;
        return Stream.concat(
                        TAGS.stream().map(tags::all), Stream.ofNullable(card).map(List::of))
                .map(AuthorReader::names)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> linked(JsonLd linked, JsonNode node) {
        List<String> written = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> written.addAll(linked(linked, one)));
        } else if (node.isTextual()) {
            written.add(node.asText());
        } else {
            JsonNode name = linked.resolve(node).path("name");
            if (name.isArray()) {
                name.forEach(one -> written.add(one.asText()));
            } else {
                written.add(JsonLd.text(name));
            }
        }
        return written;
    }

    private static List<String> names(List<String> bylines) {
        Map<String, String> names = new LinkedHashMap<>();
        bylines.stream()
                .filter(Objects::nonNull)
                .flatMap(byline -> Names.of(byline).stream())
                .forEach(name -> names.putIfAbsent(Words.bare(name), name));
        return List.copyOf(names.values());
    }

    private boolean isOutlet(String name) {
        String bare = Words.bare(name);
        return (outlet != null && bare.equals(Words.bare(outlet)))
                || (name.indexOf(' ') < 0 && bare.length() > 3 && host.contains(bare));
    }
}
