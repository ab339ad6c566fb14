package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.extract.ArticleExtractor;
import org.claimwatch.ingest.store.ArticleStore.Stored;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A later look at an article finds it as it was, rewritten or taken away, and what is held of it stays. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class LaterLooksTest {
    private static final String RAIN =
            "Rain fell in the north.\n\nThe river rose.\n\nTwo bridges were closed on Friday.";

    @Inject
    AnnouncingOutlet outlet;

    @Inject
    ArticleStore store;

    @Inject
    DueRefetches refetches;

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        outlet.clear();
        outlet.open("Test");
    }

    @AfterEach
    void clean() {
        outlet.clear();
    }

    @Test
    void a_young_article_is_looked_at_again_and_one_taken_away_is_marked_but_stays() {
        long article = outlet.announces("news/rain-in-the-north").getFirst();
        outlet.fetched(article, RAIN);
        Instant next = outlet.get(article).nextFetchAt;
        assertThat(next)
                .isBetween(Instant.now().plusSeconds(1700), Instant.now().plusSeconds(1900));
        assertThat(refetches.enqueue()).isZero();
        database.run("update article set next_fetch_at = now() - interval '1 second' where id = " + article);
        assertThat(refetches.enqueue()).isEqualTo(1);
        assertThat(refetches.enqueue()).as("it waits already").isZero();
        assertThat(outlet.fetched(article, RAIN + "\n\nUpdated 12:05")).isEqualTo(Stored.UNCHANGED);
        store.storeMissing(article, "o.example answered 404", false);
        assertThat(outlet.get(article).withdrawnAt).as("may be a slip").isNull();
        store.storeMissing(article, "o.example answered 404", false);
        assertThat(outlet.get(article).withdrawnAt)
                .as("the same look, its task done twice")
                .isNull();
        database.run("update article set missing_since = now() - interval '1 hour' where id = " + article);
        store.storeMissing(article, "o.example answered 404", false);
        Article gone = outlet.get(article);
        assertThat(gone.withdrawnAt).isEqualTo(gone.missingSince).isNotNull();
        assertThat(gone.withdrawnReason).isEqualTo("o.example answered 404");
        assertThat(gone.fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(outlet.count("article_version")).isEqualTo(1);
        assertThat(outlet.fetched(article, RAIN + "\n\nA third bridge was closed."))
                .isEqualTo(Stored.VERSION);
        assertThat(outlet.get(article).withdrawnAt).as("it is back").isNull();
    }

    @Test
    void a_rewritten_page_is_a_second_version_and_a_third_look_none() throws Exception {
        long article =
                outlet.announces("world/2025/09/09/kessa-shelling-HY0909C").getFirst();
        assertThat(fetchedPage(article, "kessa-shelling-HY0909C.v1.html")).isEqualTo(Stored.VERSION);
        assertThat(fetchedPage(article, "kessa-shelling-HY0909C.html")).isEqualTo(Stored.VERSION);
        assertThat(fetchedPage(article, "kessa-shelling-HY0909C.html")).isEqualTo(Stored.UNCHANGED);
        assertThat(outlet.count("article_version")).isEqualTo(2);
        assertThat(outlet.get(article).changedLooks).isEqualTo(1);
    }

    @Test
    void what_is_gone_for_good_is_withdrawn_at_once() {
        long article = outlet.announces("news/rain-in-the-north").getFirst();
        outlet.fetched(article, RAIN);
        store.storeMissing(article, "o.example answered 410 (gone for good)", true);
        assertThat(outlet.get(article).withdrawnAt).isNotNull();
    }

    private Stored fetchedPage(long article, String file) throws Exception {
        Path page = Path.of("../deploy/local/sample-press/site/halyard.example/world/2025/09/09")
                .resolve(file);
        return outlet.fetched(
                article,
                new ArticleExtractor(Clock.systemUTC()).extract(Files.readString(page), outlet.get(article).url));
    }
}
