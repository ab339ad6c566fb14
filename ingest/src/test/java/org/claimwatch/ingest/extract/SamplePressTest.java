package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.ingest.fetch.PageText;
import org.claimwatch.ingest.support.SamplePress;
import org.junit.jupiter.api.Test;

/** Eight page designs, read as their makers meant them: the spans of the later steps count on every character. */
class SamplePressTest {
    private final ArticleExtractor extractor = new ArticleExtractor(Clock.systemUTC());

    @Test
    void every_body_equals_the_gold_text() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode article : SamplePress.servedArticles()) {
            if (!read(article).text().equals(article.path("text").asText())) {
                wrong.add(article.path("id").asText());
            }
        }
        assertThat(SamplePress.servedArticles()).hasSize(40);
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_title_and_language_is_read() throws IOException {
        for (JsonNode article : SamplePress.servedArticles()) {
            ExtractedArticle read = read(article);
            assertThat(read.title()).isEqualTo(article.path("title").asText());
            assertThat(String.valueOf(read.language()).substring(0, 2))
                    .isEqualTo(article.path("outlet").path("language").asText().substring(0, 2));
        }
    }

    @Test
    void every_day_of_publication_is_read() throws IOException {
        for (JsonNode article : SamplePress.servedArticles()) {
            OffsetDateTime published =
                    OffsetDateTime.parse(article.path("published").asText());
            PageMoment read = read(article).published();
            assertThat(read)
                    .as(article.path("id").asText())
                    .isNotNull()
                    .extracting(PageMoment::day)
                    .isEqualTo(published.toLocalDate());
        }
    }

    private ExtractedArticle read(JsonNode article) throws IOException {
        String html = PageText.decode(Files.readAllBytes(SamplePress.file(article)), null);
        return extractor.extract(html, article.path("url").asText());
    }
}
