package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Instant;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.feed.ArticleShapes;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class LearntAddressesTest {
    @Inject
    LearntAddresses learnt;

    @Inject
    EntityManager entities;

    @AfterEach
    void clean() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from outlet where home_url like '%learnt.example%'")
                        .executeUpdate());
    }

    @Test
    void texts_that_were_read_teach_and_teasers_do_not() {
        ArticleShapes ours = QuarkusTransaction.requiringNew().call(() -> {
            Feed feed = feed("https://learnt.example/");
            Feed other = feed("https://other.learnt.example/");
            for (int i = 0; i < 6; i++) {
                article(
                        feed.outlet,
                        "https://learnt.example/news/2025/0%d/story.html".formatted(i),
                        "long ".repeat(80));
                article(feed.outlet, "https://learnt.example/video-%d".formatted(i), null);
                article(feed.outlet, "https://learnt.example/flash/%d/".formatted(1000 + i), "short");
                article(other.outlet, "https://learnt.example/flash/%d/".formatted(1000 + i), "long ".repeat(80));
            }
            entities.flush();
            return learnt.forFeed(feed.id);
        });
        assertThat(ours.judge(URI.create("https://learnt.example/news/2025/09/another.html")))
                .contains(true);
        assertThat(ours.judge(URI.create("https://learnt.example/video-99"))).contains(false);
        assertThat(ours.judge(URI.create("https://learnt.example/flash/2000/")))
                .as("short texts of this outlet, long ones of another")
                .isEmpty();
    }

    /** Retired, so that nobody polls it meanwhile. */
    private Feed feed(String home) {
        Outlet outlet = new Outlet("Learnt", home, Instant.now());
        entities.persist(outlet);
        Feed feed = new Feed(outlet, home, Instant.now());
        feed.state = FeedState.RETIRED;
        entities.persist(feed);
        return feed;
    }

    private void article(Outlet outlet, String url, String text) {
        Article article = new Article(outlet, url, Instant.now());
        article.fetchState = text == null ? FetchState.FAILED : FetchState.FETCHED;
        entities.persist(article);
        if (text != null) {
            entities.persist(new ArticleVersion(article, 1, "Title", text, "hash", Instant.now()));
        }
    }
}
