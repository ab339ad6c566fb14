package org.claimwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds made to cost: each is read as far as it is one, soon, and within a bound of memory. */
@Timeout(30)
class FeedLimitsTest {
    private static final URI BASE = URI.create("https://a.example/feed");
    private static final String ITEM =
            "<item><title>A title of an article</title><link>https://a.example/1</link></item>";

    @Test
    void a_feed_of_a_hundred_megabytes_is_read_at_its_beginning() throws NotAFeedException {
        byte[] item = ITEM.replace("A title", "A title ".repeat(100)).getBytes(StandardCharsets.UTF_8);
        byte[] feed = new byte[100 * 1024 * 1024];
        byte[] start = "<rss><channel><title>Long</title>".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, feed, 0, start.length);
        for (int at = start.length; at + item.length < feed.length; at += item.length) {
            System.arraycopy(item, 0, feed, at, item.length);
        }
        ParsedFeed parsed = FeedParser.parse(feed, "application/rss+xml", BASE, null);
        assertThat(parsed.title()).isEqualTo("Long");
        assertThat(parsed.entries()).hasSizeBetween(15_000, 30_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a b='c'/>",
                "<item/>",
                "<a xmlns:b='c'>",
                "<!--",
                "<![CDATA[",
                "&lt;",
                "<item><title>",
                "]]>"
            })
    void megabytes_of_one_thing_are_no_feed_or_an_empty_one(String thing) throws NotAFeedException {
        String feed = "<rss><channel><title>t</title>" + thing.repeat(2_000_000 / thing.length());
        assertThat(parse(feed).title()).isEqualTo("t");
    }

    @Test
    void prologs_without_end_are_stepped_over() throws NotAFeedException {
        String comments = "<!-- x -->\n<?y?>".repeat(200_000);
        assertThat(parse(comments + "<rss><channel>" + ITEM + "</channel></rss>")
                        .entries())
                .hasSize(1);
        assertThat(parse("<!DOCTYPE rss [" + "<!ENTITY a \"b\">".repeat(100_000) + "]><rss><channel>" + ITEM
                                + "</channel></rss>")
                        .entries())
                .hasSize(1);
        assertThat(parse("<!DOCTYPE rss [ <rss><channel>" + ITEM + "</channel></rss>")
                        .entries())
                .hasSize(1);
    }

    @Test
    void a_declared_entity_stands_for_its_few_characters() throws NotAFeedException {
        ParsedFeed feed = parse("""
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY id "tag:a.example,"> <!ENTITY dash '&#8212;'> <!ENTITY evil "<b>&id;</b>">]>
                <rss><channel><item><guid>&id;7</guid><title>One &dash; two</title>
                <description><![CDATA[&id; <i>x</i>]]></description></item></channel></rss>""");
        assertThat(feed.entries().getFirst().guid()).isEqualTo("tag:a.example,7");
        assertThat(feed.entries().getFirst().title()).isEqualTo("One \u2014 two");
        assertThat(feed.entries().getFirst().summary()).isEqualTo("&id; <i>x</i>");
    }

    @Test
    void entities_add_no_more_than_a_bound() throws NotAFeedException {
        String feed = "<!DOCTYPE rss [<!ENTITY a \"" + "lol".repeat(160) + "\">]><rss><channel><title>"
                + "&a;".repeat(300_000) + "</title></channel></rss>";
        assertThat(String.valueOf(parse(feed).title()).length()).isLessThan(900_000 + 101_000);
    }

    @Test
    void a_billion_laughs_are_none() throws NotAFeedException {
        StringBuilder feed = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 60; i++) {
            String inner = "&a" + (i - 1) + ";";
            feed.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(inner.repeat(10))
                    .append("\">");
        }
        feed.append(
                "<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><rss><channel><title>&a59;</title></channel></rss>");
        assertThat(String.valueOf(parse(feed.toString()).title())).hasSizeLessThan(100);
    }

    @Test
    void hosts_and_files_that_a_feed_names_are_not_asked() throws NotAFeedException {
        for (String external : new String[] {"file:///etc/passwd", "http://127.0.0.1:9/x", "jar:file:///x.jar!/y"}) {
            ParsedFeed feed = parse("<!DOCTYPE rss SYSTEM \"" + external + "\" [<!ENTITY x SYSTEM \"" + external
                    + "\">]><rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><title>t</title>"
                    + "<item><title>&x;</title><xi:include href='" + external + "'/></item></channel></rss>");
            assertThat(feed.title()).isEqualTo("t");
            assertThat(feed.toString()).doesNotContain("root:");
        }
    }

    @Test
    void an_address_longer_than_any_is_none_to_resolve() throws NotAFeedException {
        String dots = "/..".repeat(1_000_000);
        ParsedFeed feed = parse("<rss><channel><item><link>" + dots + "</link></item></channel></rss>");
        assertThat(feed.entries()).hasSize(1);
        assertThat(parse("<html><body><a href='" + dots
                                + "'>A headline of some length</a><a href='/2025/11/26/one-more-long-story'>"
                                + "One more long story</a></body></html>")
                        .entries())
                .hasSize(1);
    }

    @Test
    void a_gzip_file_is_unpacked_within_the_bound() throws IOException, NotAFeedException {
        byte[] sitemap = """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/1</loc></url></urlset>
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(FeedParser.parse(packed(sitemap), "application/x-gzip", BASE, null)
                        .entries())
                .extracting(FeedEntry::link)
                .containsExactly("https://a.example/1");
        byte[] bomb = packed(new byte[64 * 1024 * 1024]);
        assertThatThrownBy(() -> FeedParser.parse(bomb, null, BASE, null)).isInstanceOf(NotAFeedException.class);
        byte[] half = Arrays.copyOf(packed(sitemap), 40);
        assertThatThrownBy(() -> FeedParser.parse(half, null, BASE, null))
                .isInstanceOf(NotAFeedException.class)
                .hasMessage("a gzip file came that cannot be unpacked");
    }

    @Test
    void a_sitemap_index_lists_sitemaps_and_no_articles() throws NotAFeedException {
        ParsedFeed index = parse("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>/old.xml.gz</loc><lastmod>2024-01-01</lastmod></sitemap>
                <sitemap><loc>/a.xml</loc></sitemap>
                <sitemap><loc>/new.xml.gz</loc><lastmod>2025-11-26T08:00:00Z</lastmod></sitemap>
                </sitemapindex>""");
        assertThat(index.entries()).isEmpty();
        assertThat(index.sitemaps())
                .containsExactly(
                        "https://a.example/new.xml.gz", "https://a.example/old.xml.gz", "https://a.example/a.xml");
    }

    @Test
    void json_feeds_of_both_versions_are_read() throws NotAFeedException {
        ParsedFeed first = parse("""
                {"version": "https://jsonfeed.org/version/1", "title": "One", "home_page_url": "/",
                 "items": [{"id": 7, "url": "/7", "author": {"name": "A. Name"}, "content_text": "text",
                            "date_published": "2025-11-26T08:00:00+01:00"}]}""");
        assertThat(first.link()).isEqualTo("https://a.example/");
        assertThat(first.entries().getFirst().guid()).isEqualTo("7");
        assertThat(first.entries().getFirst().authors()).containsExactly("A. Name");
        ParsedFeed second = parse("""
                \uFEFF{"version": "https://jsonfeed.org/version/1.1", "language": "de", "hubs": [{"type": "WebSub", "url": "https://h.example/"}],
                 "items": [{"id": "x", "external_url": "https://b.example/x", "authors": [{"name": "B"}, {"url": "/c"}],
                            "content_html": "<p>html</p>", "tags": ["t"], "image": "/i.png"}, {"id": "y"}, 3, null]}""");
        assertThat(second.hub()).isEqualTo("https://h.example/");
        assertThat(second.entries().getFirst().link()).isEqualTo("https://b.example/x");
        assertThat(second.entries().getFirst().authors()).containsExactly("B");
        assertThatThrownBy(() -> parse("{\"items\": " + "[".repeat(100_000)))
                .isInstanceOf(NotAFeedException.class)
                .hasMessageStartingWith("JSON came that cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1251", "KOI8-R", "ISO-8859-5"})
    void a_feed_is_read_in_the_encoding_that_it_says(String name) throws NotAFeedException {
        Charset charset = Charset.forName(name);
        String feed = "<?xml version='1.0' encoding='" + name + "'?><rss><channel><title>Новости дня</title>" + ITEM
                + "</channel></rss>";
        assertThat(FeedParser.parse(feed.getBytes(charset), "text/xml", BASE, null)
                        .title())
                .isEqualTo("Новости дня");
    }

    @Test
    void characters_of_windows_are_read_as_meant_and_those_of_no_alphabet_left_out() throws NotAFeedException {
        assertThat(parse("<rss><channel><title>don&#146;t\u0092 \u0001x\uFFFE</title></channel></rss>")
                        .title())
                .isEqualTo("don\u2019t\u2019 x");
    }

    @Test
    void a_feed_cut_in_the_middle_keeps_what_came() throws NotAFeedException {
        ParsedFeed feed =
                parse("<rss><channel>" + ITEM + ITEM.replace("/1", "/2").substring(0, 60));
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().getFirst().link()).isEqualTo("https://a.example/1");
    }

    @Test
    void parsing_ends_in_bounded_time_whatever_is_declared() {
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (int depth = 0; depth < 190; depth++) {
            feed.append("<a");
            for (int i = 0; i < 150; i++) {
                feed.append(" xmlns:n").append(depth).append('_').append(i).append("='u'");
            }
            feed.append('>');
        }
        feed.append("<b xmlns:q='u'/>".repeat(30_000));
        long start = System.nanoTime();
        assertThatThrownBy(() -> {
                    parse(feed.toString());
                    throw new NotAFeedException("read");
                })
                .isInstanceOf(NotAFeedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static ParsedFeed parse(String feed) throws NotAFeedException {
        return FeedParser.parse(feed.getBytes(StandardCharsets.UTF_8), null, BASE, null);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
