package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.ingest.fetch.PageTree;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads an article out of its page. */
public final class ArticleExtractor {
    private final Clock clock;

    public ArticleExtractor(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads title, authors, dates, body and the rest, each as well as the page allows.
     *
     * @param url the address that the page came from
     */
    public ExtractedArticle extract(String html, String url) {
        Document page = PageTree.parse(html, url);
        JsonLd linked = JsonLd.of(page);
        MetaTags tags = MetaTags.of(page);
        JsonNode article = linked.article();
        String outlet = outlet(linked, article, tags);
        List<TitleVote.Witness> titles = TitleReader.witnesses(page, article, tags, outlet);
        String title = TitleVote.best(titles).orElse(null);
        List<String> authors = AuthorReader.read(page, linked, article, tags, outlet);
        DateReader dates = new DateReader(clock);
        PageMoment published = dates.published(page, article, linked, tags, url);
        PageMoment modified = dates.modified(page, article, tags);
        String text = BodyReader.read(
                page,
                new BodyReader.Known(
                        title == null ? "" : Words.bare(title),
                        bareTitles(titles),
                        authors,
                        description(article, tags),
                        linkedBody(article)));
        return new ExtractedArticle(
                canonical(page, tags, url),
                title,
                authors,
                published,
                modified,
                LanguageReader.read(page, article, tags, text),
                section(page, article, tags),
                image(article, tags, url),
                outlet,
                text,
                NextPage.of(page, url).orElse(null),
                CheckedClaim.of(linked));
    }

    /** Whichever of them is the article's, each marks on the page where it begins. */
    private static Set<String> bareTitles(List<TitleVote.Witness> titles) {
        return titles.stream()
                .map(TitleVote.Witness::bare)
                .filter(bare -> bare.length() >= 8)
                .collect(Collectors.toSet());
    }

    static @Nullable String outlet(JsonLd linked, JsonNode article, MetaTags tags) {
        String publisher = JsonLd.text(linked.resolve(article.path("publisher")).path("name"));
        return publisher.isEmpty()
                ? tags.first("og:site_name", "application-name", "publisher", "dc.publisher")
                : publisher;
    }

    private static @Nullable String canonical(Document page, MetaTags tags, String url) {
        String link = page.select("link[rel=canonical]").attr("href");
        String written = link.isBlank() ? tags.first("og:url") : link;
        return absolute(url, written).orElse(null);
    }

    private static String description(JsonNode article, MetaTags tags) {
        String shared = tags.first("og:description", "description", "twitter:description");
        return shared == null ? JsonLd.text(article.path("description")) : shared;
    }

    private static String linkedBody(JsonNode article) {
        String body = article.path("articleBody").asText("");
        String plain = body.contains("<p") ? PageTree.parse(body, "").body().wholeText() : body;
        return plain.strip().replaceAll("[ \\t\\u00A0]+", " ").replaceAll("\\s*\\n\\s*", "\n\n");
    }

    private static @Nullable String section(Document page, JsonNode article, MetaTags tags) {
        String section = JsonLd.text(article.path("articleSection"));
        if (section.isEmpty()) {
            section = page.select("[itemprop=articleSection]").stream()
                    .findFirst()
                    .map(e -> e.hasAttr("content") ? e.attr("content") : e.text())
                    .orElse("");
        }
        return section.isEmpty() ? tags.first("article:section", "og:section", "section", "parsely-section") : section;
    }

    private static @Nullable String image(JsonNode article, MetaTags tags, String url) {
        String shared =
                tags.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src");
        JsonNode image = article.path("image").isArray() ? article.path("image").path(0) : article.path("image");
        String written =
                shared != null ? shared : image.isObject() ? image.path("url").asText() : image.asText();
        return absolute(url, written).orElse(null);
    }

    private static Optional<String> absolute(String url, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        Optional<URI> base = WebAddress.parse(url);
        return (base.isPresent() ? WebAddress.resolve(base.get(), written) : WebAddress.parse(written))
                .map(URI::toString);
    }
}
