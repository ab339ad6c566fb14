package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.ValidatorTruth;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server's word that nothing has changed is believed as long as it proves true. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class NotModifiedTest {
    @Inject
    PolledFeeds feeds;

    private final LocalHost host = new LocalHost();

    @AfterEach
    void tidy() {
        host.close();
        feeds.clear();
    }

    @Test
    void not_modified_for_ever_is_found_out() {
        List<String> asked = new CopyOnWriteArrayList<>();
        AtomicInteger version = new AtomicInteger(1);
        host.on("/feed", exchange -> {
            String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(String.valueOf(etag));
            if (etag != null) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
                byte[] body = PolledFeeds.rss("entry" + version).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        long id = add("/feed");
        feeds.poll(id);
        version.set(2);
        assertThat(feeds.poll(id).validators).as("nothing is known yet").isNull();
        feeds.aDayLater(id);
        assertThat(feeds.poll(id).validatorsOnTrial).isTrue();
        Feed caught = feeds.poll(id);
        assertThat(caught.validators).isEqualTo(ValidatorTruth.LYING);
        assertThat(caught.validatorsEvidence).contains("“not modified”", "\"1\"");
        feeds.poll(id);
        feeds.poll(id);
        assertThat(asked).containsExactly("null", "\"1\"", "null", "\"1\"", "null", "null");
    }

    @Test
    void an_honest_server_passes_the_same_check() {
        AtomicInteger version = new AtomicInteger(1);
        host.on("/feed", exchange -> {
            String etag = "\"" + version + "\"";
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", etag);
            byte[] body = PolledFeeds.rss("entry" + version).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        long id = add("/feed");
        feeds.poll(id);
        feeds.poll(id);
        feeds.aDayLater(id);
        assertThat(feeds.poll(id).validators).isEqualTo(ValidatorTruth.HONEST);
        feeds.aDayLater(id);
        version.set(2);
        assertThat(feeds.poll(id).validatorsOnTrial).isTrue();
        Feed cleared = feeds.poll(id);
        assertThat(cleared.validators).isEqualTo(ValidatorTruth.HONEST);
        assertThat(cleared.etag).isEqualTo("\"2\"");
        assertThat(cleared.validatorsOnTrial).isFalse();
    }

    @Test
    void an_etag_that_changes_with_each_answer_is_no_change() {
        AtomicInteger answers = new AtomicInteger();
        host.on("/feed", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"" + answers.incrementAndGet() + "\"");
            byte[] body = PolledFeeds.rss("same").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        long id = add("/feed");
        Instant found = feeds.poll(id).lastNewEntryAt;
        Feed again = feeds.poll(id);
        assertThat(again.validators).isEqualTo(ValidatorTruth.RESTLESS);
        assertThat(again.lastNewEntryAt).isEqualTo(found);
        assertThat(again.nextPollReason).startsWith("nothing new");
    }

    private long add(String path) {
        return feeds.add(host.base() + path);
    }
}
