package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads who wrote an article: from its description for machines, else from its byline. */
final class AuthorReader {
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:[;|•·/\\n]|,(?!\\s*(?:jr|sr|md|phd|dr)\\b)|&|\\s(?:and|und|et|y|e|och|og|en|ja|i|и|و|with|mit|avec)\\s)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BYLINE_START = Pattern.compile(
            "^(?:written by|posted by|published by|story by|reported by|by|von|par|por|di|door|av|af|text|texte|texto|autor(?:in)?|author|redaktion|بقلم|كتب|от|автор)\\b\\s*:?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO_NAME = Pattern.compile(
            "https?:|www\\.|@|\\d{2,}|^(admin|administrator|redaktion|staff|editor|null|unknown|guest|webmaster|anonymous)$",
            Pattern.CASE_INSENSITIVE);
    private static final String BYLINES =
            "[itemprop=author], [rel=author], [class~=(?i)^(author|byline|by-?line|autor|auteur|writer)(-?name)?$], .author-name, .byline, .c-byline, .post-author, .entry-author, .article-author, .article__author, .author__name";

    private AuthorReader() {}

    static List<String> read(Document page, JsonLd linked, JsonNode article, MetaTags tags) {
        Map<String, String> names = new LinkedHashMap<>();
        addLinked(names, linked, article.path("author"));
        if (names.isEmpty()) {
            addLinked(names, linked, article.path("creator"));
        }
        if (names.isEmpty()) {
            for (String name : List.of(
                    "author",
                    "article:author",
                    "article:author_name",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                    "citation_author",
                    "dcsext.author",
                    "vr:author",
                    "cxenseparse:author")) {
                tags.all(name).forEach(written -> addByline(names, written));
                if (!names.isEmpty()) {
                    break;
                }
            }
        }
        if (names.isEmpty()) {
            addVisible(names, page);
        }
        return List.copyOf(names.values());
    }

    private static void addLinked(Map<String, String> names, JsonLd linked, JsonNode node) {
        if (node.isArray()) {
            node.forEach(one -> addLinked(names, linked, one));
        } else if (node.isTextual()) {
            addByline(names, node.asText());
        } else {
            JsonNode author = linked.resolve(node);
            if (author.path("name").isArray()) {
                author.path("name").forEach(name -> addByline(names, name.asText()));
            } else {
                addByline(names, JsonLd.text(author.path("name")));
            }
        }
    }

    private static void addVisible(Map<String, String> names, Document page) {
        List<String> found = new ArrayList<>();
        for (Element byline : page.select(BYLINES)) {
            Element name = byline.selectFirst("[itemprop=name]");
            Element link = byline.selectFirst("a");
            String text =
                    name != null ? name.text() : link != null && !link.text().isBlank() ? link.text() : byline.text();
            if (byline.closest("aside, footer, [class*=comment], [class*=related]") == null
                    && Words.count(text) <= 10) {
                found.add(text);
            }
        }
        found.stream().limit(4).forEach(text -> addByline(names, text));
    }

    private static void addByline(Map<String, String> names, String written) {
        String byline = BYLINE_START
                .matcher(written.replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .replaceFirst("");
        for (String part : BETWEEN.split(byline, -1)) {
            String name = BYLINE_START.matcher(part.strip()).replaceFirst("").strip();
            if (name.length() >= 2
                    && Words.count(name) <= 6
                    && !NO_NAME.matcher(name).find()) {
                names.putIfAbsent(Words.bare(name).toLowerCase(Locale.ROOT), name);
            }
        }
    }
}
