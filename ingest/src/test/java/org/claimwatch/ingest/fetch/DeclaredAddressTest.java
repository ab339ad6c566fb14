package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredAddressTest {
    private static final String PAGE = "https://www.a.example/world/rain-in-the-north/amp";

    @ParameterizedTest
    @CsvSource({
        "https://www.a.example/world/rain-in-the-north",
        "http://a.example/world/rain-in-the-north?utm_source=x",
        "https://a.example/world/rain-falls-in-north-1488213",
        "https://a.example/2024/06/12/rain",
        "https://a.example/view?id=5"
    })
    void an_article_of_the_same_site_is_believed(String declared) {
        assertThat(DeclaredAddress.of(PAGE, URI.create(PAGE), declared))
                .isEqualTo(CanonicalUrl.of(declared).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.a.example/",
        "https://www.a.example/?home",
        "https://www.a.example/world",
        "https://www.a.example/world/",
        "https://www.a.example/news/latest",
        "https://other.example/world/rain-in-the-north",
        "https://a.example.org/world/rain-in-the-north",
        "mailto:desk@a.example"
    })
    void a_home_page_a_section_and_another_site_are_not(String declared) {
        assertThat(DeclaredAddress.of(PAGE, URI.create(PAGE), declared)).isEqualTo(PAGE);
    }

    @Test
    void a_redirect_away_from_a_counter_leads_to_the_article() {
        URI visited = URI.create("https://a.example/world/rain-in-the-north?utm_source=feed");
        assertThat(DeclaredAddress.of("https://feeds.counter.example/~r/1", visited, null))
                .isEqualTo("https://a.example/world/rain-in-the-north");
        assertThat(DeclaredAddress.of("https://a.example/short", URI.create("https://a.example/"), null))
                .isEqualTo("https://a.example/short");
    }
}
