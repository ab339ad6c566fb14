package org.claimwatch.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.support.SamplePress;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The whole walk: from rows of outlets and feeds to stored versions and the tasks that come after. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class IngestRouteTest {
    private static final Map<String, List<String>> FEEDS = Map.of(
            "halyard.example", List.of("/sitemap-news.xml"),
            "kta.example", List.of("/rss.xml"),
            "dalmaraone.example", List.of("/feeds/all.atom"),
            "brennhavencourier.example", List.of("/feed.json"),
            "countinghouse.example", List.of("/rss.rdf"),
            "sableharbourgazette.example", List.of("/news/harbour/index.htm", "/news/national/index.htm"),
            "sada-almasabb.example", List.of("/rss.xml"),
            "abendbote.example", List.of("/rss/alle.xml"));

    SamplePress press;

    @Inject
    EntityManager entityManager;

    @Inject
    javax.sql.DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(value = "/q", management = true)
    URI management;

    @Test
    void every_announced_article_becomes_one_version_that_waits_for_its_analysis() {
        long forbidden = addOutlets();
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(count("select count(v) from ArticleVersion v")).isEqualTo(40);
            assertThat(state(forbidden)).isEqualTo(FetchState.DISALLOWED);
        });
        QuarkusTransaction.requiringNew().run(this::compareWithGold);
        assertThat(waiting("analysis_task")).isEqualTo(40);
        assertThat(count("select count(f) from Feed f where f.state = ?1 and f.lastError is null", FeedState.ACTIVE))
                .isEqualTo(9);
        assertThat(press.requests()).noneMatch(request -> request.contains("/private/"));
        assertThat(press.requests()).contains("kta.example /robots.txt");
        pollingAgainChangesNothing();
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
        given().get(management.resolve("/q/health/ready")).then().statusCode(200);
        assertThat(given().get(management.resolve("/q/metrics")).asString())
                .contains(
                        "claimwatch_ingest_fetch_total{look=\"first\",outcome=\"Page\"}",
                        "claimwatch_queue_depth{queue=\"ingest\"}");
    }

    private long addOutlets() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = Instant.now();
            Outlet agency = null;
            for (Map.Entry<String, List<String>> site : FEEDS.entrySet()) {
                String base = press.base(site.getKey());
                Outlet outlet = new Outlet(site.getKey(), base + "/", now);
                entityManager.persist(outlet);
                site.getValue().forEach(path -> entityManager.persist(new Feed(outlet, base + path, now)));
                agency = site.getKey().equals("kta.example") ? outlet : agency;
            }
            Article forbidden = new Article(agency, press.base("kta.example") + "/private/desk-notes.html", now);
            entityManager.persist(forbidden);
            entityManager.flush();
            enqueueFetch(forbidden.id);
            return forbidden.id;
        });
    }

    private void compareWithGold() {
        Map<String, JsonNode> gold = new HashMap<>();
        for (JsonNode article : SamplePress.servedArticles()) {
            String[] parts = article.path("url").asText().split("/", 4);
            gold.put(press.base(parts[2]) + "/" + parts[3], article);
        }
        List<ArticleVersion> versions = entityManager
                .createQuery("from ArticleVersion v join fetch v.article", ArticleVersion.class)
                .getResultList();
        for (ArticleVersion version : versions) {
            JsonNode article = gold.get(version.article.url);
            assertThat(article).as(version.article.url).isNotNull();
            assertThat(version.number).isEqualTo(1);
            assertThat(version.text).isEqualTo(article.path("text").asText());
            assertThat(version.title).isEqualTo(article.path("title").asText());
            assertThat(version.publishedAt).as(version.article.url).isBetween(earliest(article), latest(article));
            assertThat(version.publishedDayOnly)
                    .as(version.article.url)
                    .isEqualTo(article.path("outlet").path("name").asText().equals("Sable Harbour Gazette"));
        }
    }

    private static Instant published(JsonNode article) {
        return OffsetDateTime.parse(article.path("published").asText()).toInstant();
    }

    /** The Gazette gives no time zone, and the page of an updated article the time of its first version. */
    private static Instant earliest(JsonNode article) {
        return published(article).minus(Duration.ofHours(18));
    }

    private static Instant latest(JsonNode article) {
        return published(article).plus(Duration.ofHours(12));
    }

    /** As after a crash between a handler's work and the scheduler's note of it. */
    private void pollingAgainChangesNothing() {
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager
                    .createQuery("select a.id from Article a where a.fetchState = ?1", Long.class)
                    .setParameter(1, FetchState.FETCHED)
                    .setMaxResults(8)
                    .getResultList()
                    .forEach(this::enqueueFetch);
            entityManager
                    .createQuery("update Feed f set f.nextPollAt = ?1, f.etag = null, f.lastModified = null")
                    .setParameter(1, Instant.now())
                    .executeUpdate();
        });
        Instant asked = Instant.now();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(count("select count(f) from Feed f where f.lastPollAt < ?1", asked))
                    .isZero();
            assertThat(waiting("ingest_task where task_name in ('poll-feed', 'fetch-article')"))
                    .isZero();
        });
        assertThat(count("select count(v) from ArticleVersion v")).isEqualTo(40);
        assertThat(count("select count(a) from Article a")).isEqualTo(41);
        assertThat(waiting("analysis_task")).isEqualTo(40);
        assertThat(count("select count(f) from Feed f where f.kind = ?1", FeedKind.SECTION_PAGE))
                .isEqualTo(2);
    }

    private void enqueueFetch(long articleId) {
        Queue.INGEST
                .client(dataSource)
                .scheduleIfNotExists(FetchArticle.TASK
                        .instance(Long.toString(articleId))
                        .data(new FetchArticle(articleId))
                        .scheduledTo(Instant.now()));
    }

    private FetchState state(long articleId) {
        return QuarkusTransaction.requiringNew().call(() -> entityManager.find(Article.class, articleId).fetchState);
    }

    private long count(String query, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var typed = entityManager.createQuery(query, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                typed.setParameter(i + 1, parameters[i]);
            }
            return typed.getSingleResult();
        });
    }

    private long waiting(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from " + table)
                                .getSingleResult())
                        .longValue());
    }
}
