package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.FetchedArticles;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host answers when an article is looked at again, over HTTP. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class LooksAgainTest {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>The flood</title></head><body><article><h1>The flood</h1>
            <p>The river rose by two metres in the night, and the lower town was cleared of people.</p></article></body></html>""";

    private static final String MODIFIED = "Tue, 09 Sep 2025 14:05:00 GMT";

    @Inject
    ArticleFetching fetching;

    @Inject
    FetchedArticles articles;

    @Inject
    Database database;

    @Inject
    Library library;

    private final Queue<String> conditions = new ConcurrentLinkedQueue<>();
    private LocalHost host;
    private long article;

    @BeforeEach
    void first_look() {
        library.clear();
        host = new LocalHost();
        article = articles.add(host.base() + "/news/flood");
        host.on("/news/flood", exchange -> {
            conditions.add(exchange.getRequestHeaders().getFirst("If-None-Match") + ", "
                    + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            exchange.getResponseHeaders().add("Last-Modified", MODIFIED);
            if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(200, PAGE.length());
                exchange.getResponseBody().write(PAGE.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        });
        look();
        assertThat(articles.texts(article)).hasSize(1);
    }

    @AfterEach
    void close() {
        host.close();
        library.clear();
    }

    @Test
    void an_unchanged_page_is_told_by_its_validators() {
        Instant before = Instant.now();
        lookAgain();
        assertThat(conditions).containsExactly("null, null", "\"one\", " + MODIFIED);
        Article held = articles.get(article);
        assertThat(held.looks).isEqualTo(1);
        assertThat(held.unchangedLooks).isEqualTo(1);
        assertThat(held.nextFetchAt).isAfter(before.plusSeconds(600));
        assertThat(articles.texts(article)).hasSize(1);
    }

    @Test
    void a_changed_page_is_a_version_and_its_validators_are_the_new_ones() {
        host.on("/news/flood", 200, PAGE.replace("two metres", "three metres"), "ETag", "\"two\"");
        lookAgain();
        assertThat(articles.texts(article)).hasSize(2);
        assertThat(articles.get(article).etag).isEqualTo("\"two\"");
        assertThat(articles.get(article).lastModified).isNull();
    }

    @Test
    void gone_for_good_is_withdrawn_at_once_and_the_text_stays() {
        host.on("/news/flood", 410, "");
        lookAgain();
        Article gone = articles.get(article);
        assertThat(gone.withdrawnAt).isNotNull();
        assertThat(gone.withdrawnReason).isEqualTo("127.0.0.1 answered 410 (gone for good)");
        assertThat(gone.fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(articles.texts(article)).hasSize(1);
    }

    @Test
    void not_found_is_believed_at_the_second_look_an_hour_later() {
        host.on("/news/flood", 404, "");
        Instant before = Instant.now();
        lookAgain();
        assertThat(articles.get(article).withdrawnAt).isNull();
        assertThat(articles.get(article).nextFetchAt)
                .isBetween(before.plus(Duration.ofMinutes(59)), before.plus(Duration.ofMinutes(62)));
        lookAgain();
        assertThat(articles.get(article).withdrawnAt)
                .as("too soon after the first")
                .isNull();
        database.run("update article set missing_since = now() - interval '1 hour' where id = " + article);
        lookAgain();
        assertThat(articles.get(article).withdrawnAt).isNotNull();
        host.on("/news/flood", 200, PAGE);
        lookAgain();
        assertThat(articles.get(article).withdrawnAt).as("it is back").isNull();
        assertThat(articles.texts(article)).hasSize(1);
    }

    @Test
    void an_article_that_never_came_fails_with_what_was_answered() {
        long missing = articles.add(host.base() + "/news/drought");
        await().until(() -> fetching.fetch(missing, 0) instanceof CompletionHandler.OnCompleteRemove);
        assertThat(articles.get(missing).fetchState).isEqualTo(FetchState.FAILED);
        assertThat(articles.get(missing).fetchError).isEqualTo("127.0.0.1 answered 404");
        assertThat(articles.get(missing).withdrawnAt).isNull();
        assertThat(articles.texts(missing)).isEqualTo(List.of());
    }

    private void lookAgain() {
        articles.due(article);
        look();
    }

    private void look() {
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> fetching.fetch(article, 0) instanceof CompletionHandler.OnCompleteRemove);
    }
}
