package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says of its article besides the text, wherever and however it says it. */
class PageFactsTest {
    private static final String AT = "https://paper.example/politics/2026/03/05/dam-report";
    private static final ArticleExtractor EXTRACTOR =
            new ArticleExtractor(Clock.fixed(Instant.parse("2026-03-06T12:00:00Z"), ZoneOffset.UTC));

    private static ExtractedArticle read(String head, String body) {
        return EXTRACTOR.extract(
                "<!doctype html><html lang=en><head><title>Dam report</title>%s</head><body><h1>Dam report</h1>%s</body></html>"
                        .formatted(head, body),
                AT);
    }

    private static String linked(String members) {
        return "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Dam report\",%s}</script>"
                .formatted(members);
    }

    @Test
    void a_section_is_read_from_each_place_that_may_have_it() {
        assertThat(read(linked("\"articleSection\":\"Politics\""), "").section())
                .isEqualTo("Politics");
        assertThat(read(linked("\"articleSection\":[\"Politics\",\"World\"]"), "")
                        .section())
                .startsWith("Politics");
        assertThat(read("", "<span itemprop=articleSection>World</span>").section())
                .isEqualTo("World");
        assertThat(read("<meta property=article:section content=Economy>", "").section())
                .isEqualTo("Economy");
        assertThat(read("", "").section()).isNull();
    }

    @Test
    void an_image_is_an_address_of_the_web_and_whole() {
        assertThat(read("<meta property=og:image content=/i/dam.jpg>", "").image())
                .isEqualTo("https://paper.example/i/dam.jpg");
        assertThat(read(linked("\"image\":[{\"@type\":\"ImageObject\",\"url\":\"https://cdn.example/dam.jpg\"}]"), "")
                        .image())
                .isEqualTo("https://cdn.example/dam.jpg");
        assertThat(read(linked("\"image\":\"https://cdn.example/dam.jpg\""), "").image())
                .isEqualTo("https://cdn.example/dam.jpg");
        assertThat(read("<meta property=og:image content='javascript:alert(1)'>", "")
                        .image())
                .isNull();
        assertThat(read("<meta property=og:image content='data:image/png;base64,AAAA'>", "")
                        .image())
                .isNull();
        assertThat(read("", "").image()).isNull();
    }

    @Test
    void the_pages_own_address_is_the_linked_one_then_the_shared_one() {
        String shared = "<meta property=og:url content='https://paper.example/shared'>";
        assertThat(read("<link rel=canonical href='/a?id=7'>" + shared, "").canonical())
                .isEqualTo("https://paper.example/a?id=7");
        assertThat(read(shared, "").canonical()).isEqualTo("https://paper.example/shared");
        assertThat(read("<link rel=canonical href='mailto:desk@paper.example'>", "")
                        .canonical())
                .isNull();
        assertThat(read("", "").canonical()).isNull();
    }

    @Test
    void the_publisher_is_named_by_its_description_then_by_its_site() {
        assertThat(read(
                                linked("\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Paper\"}")
                                        + "<meta property=og:site_name content=paper.example>",
                                "")
                        .outlet())
                .isEqualTo("The Paper");
        assertThat(read("<meta property=og:site_name content=Paper>", "").outlet())
                .isEqualTo("Paper");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta property=article:modified_time content=2026-03-05T18:00:00Z> | 2026-03-05T18:00:00Z",
                "<meta property=og:updated_time content=2026-03-05T18:00:00+01:00> | 2026-03-05T18:00:00+01:00",
                "<meta property=article:modified_time content=2031-01-01T00:00:00Z> |",
            })
    void a_change_is_dated_and_not_in_the_time_to_come(String head, @Nullable String moment) {
        PageMoment modified = read("<meta property=article:published_time content=2026-03-05T10:00:00Z>" + head, "")
                .modified();
        if (moment == null) {
            assertThat(modified).isNull();
        } else {
            assertThat(String.valueOf(modified)).contains(moment);
        }
    }
}
