package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPageTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/news/flood, https://a.example/news/flood/2",
        "https://a.example/news/flood/, https://a.example/news/flood/2/",
        "https://a.example/news/flood/2, https://a.example/news/flood/3",
        "https://a.example/news/flood, https://a.example/news/flood?page=2",
        "https://a.example/news/flood?page=2, https://a.example/news/flood?page=3",
        "https://a.example/news/flood.html, https://a.example/news/flood-2.html",
        "https://a.example/politik/flut, https://a.example/politik/flut/seite-2",
        "https://www.a.example/news/flood, http://a.example/news/flood/2",
    })
    void the_next_number_of_the_same_address_follows(String url, String next) {
        assertThat(NextPage.follows(url, next)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/news/flood, https://a.example/news/drought",
        "https://a.example/news/flood, https://a.example/news/flood",
        "https://a.example/news/flood, https://a.example/news/flood/3",
        "https://a.example/news/flood/3, https://a.example/news/flood/2",
        "https://a.example/news/flood, https://b.example/news/flood/2",
        "https://a.example/news/flood-2, https://a.example/news/drought-3",
        "https://a.example/2024/03/05, https://a.example/2024/03/06/flood",
    })
    void another_article_does_not(String url, String next) {
        assertThat(NextPage.follows(url, next)).isFalse();
    }

    @Test
    void the_extractor_tells_where_the_article_goes_on() {
        String url = "https://a.example/news/flood";
        assertThat(next("<link rel=next href='/news/drought'><a rel=next href='?page=2'>2</a>", url))
                .isEqualTo("https://a.example/news/flood?page=2");
        assertThat(next("<div class=pagination><a href='/news/flood'>1</a><a href='/news/flood/2'>2</a></div>", url))
                .isEqualTo("https://a.example/news/flood/2");
        assertThat(next("<p>See <a href='/news/flood/2'>the list</a></p>", url)).isNull();
    }

    @Test
    void pages_are_joined_without_what_they_repeat() {
        String joined =
                NextPage.join(List.of("Lead.\n\nOne.\n\nRefrain.\n\nRefrain.", "Lead.\n\nTwo.", "", "LEAD\n\nThree."));
        assertThat(joined).isEqualTo("Lead.\n\nOne.\n\nRefrain.\n\nRefrain.\n\nTwo.\n\nThree.");
    }

    private static @org.jspecify.annotations.Nullable String next(String html, String url) {
        return new ArticleExtractor(Clock.systemUTC()).extract(html, url).nextPage();
    }
}
