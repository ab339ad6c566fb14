package org.claimwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.claimwatch.common.outlet.FeedKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedParserTest {
    private static final URI BASE = URI.create("https://a.example/news/index.htm");

    @ParameterizedTest
    @CsvSource({
        "halyard.example/sitemap-news.xml, NEWS_SITEMAP, 8",
        "kta.example/rss.xml, RSS, 6",
        "dalmaraone.example/feeds/all.atom, ATOM, 6",
        "brennhavencourier.example/feed.json, JSON, 5",
        "countinghouse.example/rss.rdf, RDF, 4",
        "sableharbourgazette.example/news/harbour/index.htm, SECTION_PAGE, 2",
        "sableharbourgazette.example/news/national/index.htm, SECTION_PAGE, 1",
        "sada-almasabb.example/rss.xml, RSS, 4",
        "abendbote.example/rss/alle.xml, RSS, 4"
    })
    void every_kind_in_the_sample_press_is_told_and_read(String file, FeedKind kind, int entries)
            throws IOException, NotAFeedException {
        Path path = Path.of("../deploy/local/sample-press/site").resolve(file);
        String text = Files.readString(path).replace("@BASE@", "https://a.example");
        ParsedFeed feed = parse(text, null);
        assertThat(feed.kind()).isEqualTo(kind);
        assertThat(feed.entries()).hasSize(entries).allSatisfy(entry -> {
            assertThat(entry.link()).startsWith("https://a.example/");
            assertThat(entry.title()).isNotBlank();
        });
    }

    @Test
    void a_broken_feed_is_read_as_far_as_it_goes() throws NotAFeedException {
        ParsedFeed feed = parse("""
                <?xml version="1.0"?><rss version="2.0"><channel><title>A & B</title><ttl>90</ttl>
                <item><title>One&nbsp;<b>more</title><link>/1</link><pubDate>Tue, 9 Sep 2025 4:05 EST</pubDate></item>
                <item><title>Two</title><link>2
                """, null);
        assertThat(feed.title()).isEqualTo("A & B");
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(feed.entries().getFirst().link()).isEqualTo("https://a.example/1");
        assertThat(feed.entries().getFirst().published()).isEqualTo(Instant.parse("2025-09-09T09:05:00Z"));
    }

    @Test
    void no_entity_reads_a_file_or_grows() throws NotAFeedException {
        ParsedFeed file = parse("""
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <rss><channel><title>&x;</title><item><title>t &x;</title></item></channel></rss>""", null);
        assertThat(file.toString()).doesNotContain("root:");
        ParsedFeed bomb = parse("""
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lolololololol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <rss><channel><title>&d;</title></channel></rss>""", null);
        assertThat(String.valueOf(bomb.title())).hasSizeLessThan(100);
    }

    @Test
    void a_tower_of_elements_is_not_climbed() throws NotAFeedException {
        String tower = "<a>".repeat(50_000) + "</a>".repeat(50_000);
        assertThat(parse("<rss><channel><title>t</title>" + tower + "</channel></rss>", null)
                        .title())
                .isEqualTo("t");
        assertThat(parse("<rss><channel><title>t</title>" + tower.substring(9) + "</channel>", null)
                        .title())
                .isEqualTo("t");
    }

    @Test
    void a_web_page_in_the_place_of_a_feed_is_named() {
        String page = "<!doctype html><html><body><a href='/2025/09/09/one-more-long-story'>One more long story</a>";
        assertThatThrownBy(() -> parse(page, FeedKind.RSS)).hasMessage("a web page came instead of the feed");
        assertThatThrownBy(() -> parse("", null)).hasMessage("the answer was empty");
        assertThatThrownBy(() -> parse("<x/>", null)).hasMessageContaining("its root is <x>");
        assertThatThrownBy(() -> parse("{\"a\": 1}", null)).hasMessageContaining("no items");
    }

    @ParameterizedTest
    @CsvSource({
        "'Thu, 01 Jan 2004 19:48:21 GMT', 2004-01-01T19:48:21Z",
        "'1 Jan 04 19:48 -0500', 2004-01-02T00:48:00Z",
        "2003-12-31T10:14:55-08:00, 2003-12-31T18:14:55Z",
        "2003-12, 2003-12-01T00:00:00Z",
        "20031231, 2003-12-31T00:00:00Z",
        "'Sun Jan  4 16:29:06 PST 2004', 2004-01-05T00:29:06Z",
        "'September 9, 2025 4:05 pm', 2025-09-09T16:05:00Z"
    })
    void dates_are_read_as_found(String written, Instant meant) {
        assertThat(FeedDate.parse(written)).isEqualTo(meant);
    }

    @Test
    void what_is_no_date_is_none() {
        assertThat(FeedDate.parse("yesterday")).isNull();
        assertThat(FeedDate.parse("2025-13-45")).isNotEqualTo(Instant.parse("2025-12-31T00:00:00Z"));
    }

    private static ParsedFeed parse(String text, @Nullable FeedKind expected) throws NotAFeedException {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, BASE, expected);
    }
}
