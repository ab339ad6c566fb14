package org.claimwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the language an article is written in: as the page declares it, where the script does not contradict. */
final class LanguageReader {
    private LanguageReader() {}

    static @Nullable String read(Document page, JsonNode article, MetaTags tags, String text) {
        String written = Stream.of(
                        page.select("html").attr("lang"),
                        page.select("html").attr("xml:lang"),
                        JsonLd.text(article.path("inLanguage")),
                        String.valueOf(tags.first("content-language", "og:locale", "language", "dc.language")))
                .map(LanguageReader::tag)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return WrittenIn.of(text, written);
    }

    /** As BCP 47, without a region that does not exist. */
    private static Optional<String> tag(String written) {
        String tag = written.strip().split("[,; ]", -1)[0].replace('_', '-');
        if (tag.length() < 2 || tag.equals("null")) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String clean = locale.getCountry().equals("XX") ? locale.getLanguage() : locale.toLanguageTag();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(clean);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
