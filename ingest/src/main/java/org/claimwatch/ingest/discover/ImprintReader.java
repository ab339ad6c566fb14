package org.claimwatch.ingest.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.ingest.extract.JsonLd;
import org.claimwatch.ingest.extract.MetaTags;
import org.claimwatch.ingest.extract.WrittenIn;
import org.claimwatch.ingest.fetch.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads who publishes out of a front page. */
final class ImprintReader {
    private static final Pattern PUBLISHER =
            Pattern.compile("(NewsMediaOrganization|Organization|WebSite|Corporation|NewsService)$");
    private static final int ENOUGH_TEXT = 20_000;
    private static final int LONGEST_NAME = 120;

    private ImprintReader() {}

    static Imprint read(Document page, URI address) {
        MetaTags tags = MetaTags.of(page);
        JsonLd linked = JsonLd.of(page);
        String declared = declaredLanguage(page, tags);
        String text = page.body().text();
        return new Imprint(
                name(page, tags, linked, address),
                WrittenIn.of(text.substring(0, Math.min(text.length(), ENOUGH_TEXT)), declared),
                OutletCountry.of(address, linked, declared, tag(tags.first("og:locale"))),
                icon(page, address));
    }

    private static @Nullable String name(Document page, MetaTags tags, JsonLd linked, URI address) {
        String published = linked.things().stream()
                .filter(thing -> JsonLd.types(thing).stream()
                        .anyMatch(type -> PUBLISHER.matcher(type).find()))
                .map(thing -> JsonLd.text(thing.path("name")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .or(() -> linked.things().stream()
                        .map(thing -> publisher(linked, thing))
                        .filter(name -> !name.isEmpty())
                        .findFirst())
                .orElse(null);
        return Stream.of(
                        tags.first("og:site_name"),
                        published,
                        tags.first("application-name", "apple-mobile-web-app-title"),
                        OutletName.inTitle(page, address))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .findFirst()
                .orElse(null);
    }

    private static String publisher(JsonLd linked, JsonNode thing) {
        return JsonLd.text(linked.resolve(thing.path("publisher")).path("name"));
    }

    private static @Nullable String declaredLanguage(Document page, MetaTags tags) {
        return Stream.of(
                        page.select("html").attr("lang"),
                        page.select("html").attr("xml:lang"),
                        tags.first("content-language", "og:locale", "language"))
                .map(ImprintReader::tag)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** BCP 47 from what pages write: {@code en_GB}, {@code de, en}, {@code pt-br}. */
    static @Nullable String tag(@Nullable String written) {
        String first =
                written == null ? "" : written.strip().split("[,; ]", -1)[0].replace('_', '-');
        try {
            Locale locale = new Locale.Builder().setLanguageTag(first).build();
            return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static @Nullable String icon(Document page, URI address) {
        return Stream.of("link[rel~=(?i)^apple-touch-icon]", "link[rel~=(?i)(^|\\s)icon(\\s|$)]")
                .map(page::selectFirst)
                .filter(Objects::nonNull)
                .map((Element link) -> WebAddress.resolve(address, link.attr("href")))
                .flatMap(Optional::stream)
                .map(URI::toString)
                .filter(url -> url.length() < 2_000)
                .findFirst()
                .orElse(null);
    }
}
