package org.claimwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private final LocalHost host = new LocalHost();
    private final Fetcher fetcher = new Fetcher(TestFetchConfig.LOCAL);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        host.close();
    }

    @Test
    void a_page_comes_with_its_headers_and_knows_who_asked() throws FetchFailedException {
        host.on("/a", exchange -> {
            byte[] agent = exchange.getRequestHeaders().getFirst("User-Agent").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=60");
            exchange.sendResponseHeaders(200, agent.length);
            exchange.getResponseBody().write(agent);
        });
        Reply reply = get("/a");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo("Claimwatch/0.1 (+https://operator.example/crawler)");
        assertThat(reply.maxAge()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void validators_are_sent_back_to_the_letter() throws FetchFailedException {
        host.on("/feed", exchange -> {
            boolean known = "W/\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Mon, 1 Sep".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(known ? 304 : 200, -1);
        });
        Reply reply = fetcher.get(URI.create(host.base() + "/feed"), new Validators("W/\"7\"", "Mon, 1 Sep"));
        assertThat(reply.status()).isEqualTo(304);
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws FetchFailedException {
        host.on("/old", 301, "", "Location", "/new");
        assertThat(get("/old").isRedirect()).isTrue();
        assertThat(host.requests()).containsExactly("/old");
    }

    @Test
    void a_body_without_end_is_cut_off() {
        host.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[10_000];
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(chunk);
            }
        });
        assertThatThrownBy(() -> get("/endless")).hasMessageContaining("sent more than 97 KB");
    }

    @Test
    void a_bomb_is_measured_after_unpacking() {
        host.on("/bomb", exchange -> {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[10_000_000]);
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        assertThatThrownBy(() -> get("/bomb")).hasMessageContaining("sent more than");
    }

    @Test
    void a_host_that_drips_is_left_in_time() throws InterruptedException {
        var done = new CountDownLatch(1);
        host.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 100 && !done.await(200, TimeUnit.MILLISECONDS); i++) {
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Instant start = Instant.now();
        assertThatThrownBy(() -> get("/slow")).hasMessageContaining("did not finish within 2 s");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
        done.countDown();
    }

    @Test
    void credentials_and_forbidden_ranges_are_refused() {
        assertRefused("http://user:secret@127.0.0.1/");
        assertRefused("http://127.0.0.2/");
        assertRefused("http://[::1]/");
    }

    private void assertRefused(String address) {
        assertThatThrownBy(() -> fetcher.get(URI.create(address), Validators.NONE))
                .isInstanceOfSatisfying(
                        FetchFailedException.class,
                        e -> assertThat(e.isRefused()).isTrue());
    }

    private Reply get(String path) throws FetchFailedException {
        return fetcher.get(URI.create(host.base() + path), Validators.NONE);
    }
}
