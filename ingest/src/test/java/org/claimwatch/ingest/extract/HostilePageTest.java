package org.claimwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are broken, huge or made to cost: each is answered, in time that grows with its size alone. */
class HostilePageTest {
    private static final int MEGABYTES = 5_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private final ArticleExtractor extractor = new ArticleExtractor(Clock.systemUTC());

    static Stream<String> pages() {
        return Stream.of(
                "<div>".repeat(200_000) + "<p>Text that ends here.</p>",
                "<span>".repeat(200_000) + "word",
                "<b><p>".repeat(50_000) + "word",
                "<blockquote><a href=x>".repeat(20_000) + "word",
                "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>",
                "<script type='application/ld+json'>" + "{\"@type\":\"Article\",\"a\":".repeat(20_000) + "</script>",
                "<h1>" + "a - b | c ".repeat(100_000) + "</h1><title>" + "a - b | c ".repeat(100_000) + "</title>",
                "<meta property=og:title content='" + " |".repeat(200_000) + "'>",
                "<p class=author>By " + "Aa Bb, ".repeat(200_000) + "</p>",
                "<p class=author>" + "Aa ".repeat(500_000) + "</p>",
                "<time>" + "1 ".repeat(500_000) + "</time><p class=date>" + "12.".repeat(500_000) + "</p>",
                "<p>" + "<br>".repeat(500_000) + "</p>",
                "<h1>x</h1>".repeat(200_000),
                "<p>short</p>".repeat(300_000),
                "<a rel=next href='?page=2'>".repeat(100_000),
                "<p>" + "a".repeat(MEGABYTES) + "</p>",
                "<p>" + "<".repeat(1_000_000),
                "<!--".repeat(200_000),
                "\u0000\uFFFF".repeat(200_000),
                "");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void is_answered(String html) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                LONGEST,
                () -> assertThat(extractor.extract(html, "https://a.example/1")).isNotNull());
    }

    @Test
    void the_article_of_a_page_of_five_megabytes_is_read() {
        String paragraph =
                "<p>The council met again on the day after, and nobody spoke of the bridge that had fallen.</p>";
        String html = "<article><h1>The fallen bridge</h1>" + paragraph.repeat(MEGABYTES / paragraph.length());
        String text = extractor.extract(html, "https://a.example/1").text();
        assertThat(text.split("\n\n", -1)).hasSizeGreaterThan(40_000);
    }

    @Test
    void unclosed_and_crossed_elements_cost_no_paragraph() {
        String text = extractor.extract("""
                        <html><body><div class=story><h1>The fallen bridge</h1>
                        <p>The council met on the day after, <b>and nobody <i>spoke</b> of the bridge</i> that had fallen.
                        <p>"We will build it again," said the mayor, who had crossed it each morning for thirty years.
                        </div></span></p><td>""", "https://a.example/1").text();
        assertThat(text).contains("The council met", "said the mayor");
    }
}
