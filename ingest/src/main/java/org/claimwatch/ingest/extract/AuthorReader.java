package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** The part of the host that names the outlet. */
    private final String label;

    private AuthorReader(Document page, @Nullable String outlet) {
        this.outlet = outlet;
        this.host = WebAddress.parse(page.location())
                .map(url -> Words.bare(url.getHost()))
                .orElse("");
        this.label = WebAddress.parse(page.location())
                .map(url -> Words.bare(url.getHost().replaceFirst("^www\\.", "").replaceFirst("\\..*", "")))
                .orElse("");
    }

    static List<String> read(Document page, JsonLd linked, JsonNode article, MetaTags tags, @Nullable String outlet) {
        AuthorReader reader = new AuthorReader(page, outlet);
        BylineReader byline = new BylineReader(page);
        List<String> described = names(linked(linked, article.path("author")));
        if (described.isEmpty()) {
            described = names(linked(linked, article.path("creator")));
        }
        List<String> people = reader.people(described);
        if (!people.isEmpty()) {
            return spelledOut(people, byline);
        }
        List<String> tagged = tagged(tags);
        people = reader.people(tagged);
        if (people.stream().anyMatch(name -> !Names.isOrganisation(name))) {
            return spelledOut(people, byline);
        }
        List<String> fallback = described.isEmpty() ? people : described;
        List<String> marked = names(fallback.isEmpty() ? byline.names() : byline.marked());
        List<String> seen = reader.people(marked);
        boolean good = fallback.isEmpty() ? !seen.isEmpty() : seen.stream().anyMatch(Names::isPerson);
        if (good) {
            return seen;
        }
        return Stream.of(fallback, tagged, marked, byline.agency())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Without the outlet, unless nobody else is named. */
    private List<String> people(List<String> names) {
        List<String> others = names.stream().filter(name -> !isOutlet(name)).toList();
        // "Outlet, Town": what stands beside the outlet and is nobody belongs to it.
        return others.size() == names.size()
                ? names
                : others.stream().filter(Names::isPerson).toList();
    }

    /** An account's name or a first name gives way to the name that readers see for it. */
    private static List<String> spelledOut(List<String> names, BylineReader byline) {
        if (names.size() > 1 || names.getFirst().indexOf(' ') >= 0) {
            return names;
        }
        String bare = Words.bare(names.getFirst());
        return names(byline.marked()).stream()
                .filter(name -> name.indexOf(' ') > 0
                        && bare.length() > 2
                        && Words.bare(name).startsWith(bare)
                        && Names.isPerson(name))
                .findFirst()
                .map(List::of)
                .orElse(names);
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
            JsonNode person = linked.resolve(node);
            JsonNode name = person.path("name");
            if (name.isMissingNode() && person.has("familyName")) {
                written.add(JsonLd.text(person.path("givenName")) + " " + JsonLd.text(person.path("familyName")));
            } else if (name.isArray()) {
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
                || (name.indexOf(' ') < 0 && bare.length() > 3 && host.contains(bare))
                || isDepartment(name);
    }

    /** "MDR Thüringen" on mdr.de. */
    private boolean isDepartment(String name) {
        int space = name.indexOf(' ');
        String first = Words.bare(space < 0 ? name : name.substring(0, space));
        return space > 0
                && first.length() >= 3
                && first.equals(label)
                && name.substring(0, space).equals(name.substring(0, space).toUpperCase(Locale.ROOT));
    }
}
