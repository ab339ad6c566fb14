package org.claimwatch.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplePressTest {
    private static final Path SAMPLE = Folders.ofProject(Path.of("..")).samplePress();
    private static final Ports PORTS = Ports.free();
    private static final SamplePress PRESS = new SamplePress(SAMPLE, PORTS);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws IOException {
        PRESS.start();
    }

    @AfterAll
    static void close() {
        PRESS.close();
        CLIENT.close();
    }

    @Test
    void every_article_has_its_page() throws Exception {
        for (String line : Files.readAllLines(SAMPLE.resolve("articles.jsonl"))) {
            JsonNode article = new ObjectMapper().readTree(line);
            SampleOutlet outlet = Arrays.stream(SampleOutlet.values())
                    .filter(it -> it.domain.equals(article.at("/outlet/domain").asText()))
                    .findFirst()
                    .orElseThrow();
            HttpResponse<byte[]> page =
                    get(outlet, URI.create(article.get("url").asText()).getPath());
            assertThat(page.statusCode()).as(article.get("url").asText()).isEqualTo(200);
            Charset charset =
                    outlet == SampleOutlet.SADA_AL_MASABB ? Charset.forName("windows-1256") : StandardCharsets.UTF_8;
            assertThat(new String(page.body(), charset)).contains("<html").doesNotContain("@BASE@");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_feed_announces_addresses_of_its_own_outlet(SampleOutlet outlet) throws Exception {
        for (String path : outlet.feeds) {
            HttpResponse<byte[]> feed = get(outlet, path);
            assertThat(feed.statusCode()).as(path).isEqualTo(200);
            String text = new String(feed.body(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("@BASE@");
            if (outlet != SampleOutlet.SABLE_HARBOUR_GAZETTE) {
                assertThat(text).contains(outlet.base(PORTS) + "/");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_outlet_says_what_robots_may_do(SampleOutlet outlet) throws Exception {
        assertThat(new String(get(outlet, "/robots.txt").body(), StandardCharsets.UTF_8))
                .contains("User-agent: *");
    }

    @Test
    void an_unchanged_page_is_not_sent_again() throws Exception {
        HttpResponse<byte[]> first = get(SampleOutlet.HALYARD, "/sitemap-news.xml");
        for (String[] condition : new String[][] {{"If-None-Match", "ETag"}, {"If-Modified-Since", "Last-Modified"}}) {
            String known = first.headers().firstValue(condition[1]).orElseThrow();
            HttpResponse<byte[]> again = get(SampleOutlet.HALYARD, "/sitemap-news.xml", condition[0], known);
            assertThat(again.statusCode()).as(condition[0]).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(get(SampleOutlet.HALYARD, "/sitemap-news.xml", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void arabic_pages_keep_their_own_encoding_and_leave_naming_it_to_the_page() throws Exception {
        HttpResponse<byte[]> page = get(SampleOutlet.SADA_AL_MASABB, "/siyasa/2025/09/16/4478.html");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(new String(page.body(), Charset.forName("windows-1256"))).contains("المصب");
    }

    @Test
    void nothing_outside_an_outlets_folder_is_served() throws Exception {
        assertThat(get(SampleOutlet.HALYARD, "/../kta.example/rss.xml").statusCode())
                .isEqualTo(404);
        assertThat(get(SampleOutlet.HALYARD, "/%2e%2e/%2e%2e/articles.jsonl").statusCode())
                .isEqualTo(404);
        assertThat(get(SampleOutlet.HALYARD, "/no-such-page.html").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<byte[]> get(SampleOutlet outlet, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(outlet.base(PORTS) + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
