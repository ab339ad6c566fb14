package org.claimwatch.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.archive.ArchiveTending;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.SamplePressResource;
import org.claimwatch.ingest.support.TracedArticle;
import org.claimwatch.ingest.support.TracedArticle.Ids;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text goes when its outlet's time for it is over, and its article stays as one that is not fetched again. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class ExpiryTest {
    @Inject
    TracedArticle traced;

    @Inject
    Library library;

    @Inject
    Database database;

    @Inject
    Retention retention;

    @Inject
    ArchiveTending tending;

    private Ids ids;

    @BeforeEach
    void an_article_with_all_that_is_read_in_it() {
        ids = traced.put();
    }

    @AfterEach
    void clear() {
        traced.clear(ids);
    }

    @Test
    void a_text_goes_when_its_outlets_time_is_over_and_not_before() throws Exception {
        long other = library.version("https://other.example/a", "Another outlet keeps its texts.", "<p>kept</p>");
        keepFor(30);
        age(29);
        assertThat(retention.expire()).isZero();
        age(31);
        assertThat(retention.expire()).isOne();
        assertThat(retention.expire()).isZero();
        tending.tend();
        assertThat(traced.traces())
                .as("the address stays, so that it is not fetched again")
                .containsExactly("article.url", "article_address.address");
        assertThat(database.number("select count(*) from article where id = %d and expired_at is not null"
                        .formatted(ids.article())))
                .isOne();
        assertThat(database.number("select count(*) from article_version where id = " + other))
                .isOne();
    }

    @Test
    void a_younger_version_stays_when_an_older_one_goes() {
        keepFor(30);
        age(31);
        database.run("""
                insert into article_version (article_id, number, title, text, fetched_at, content_hash)
                values (%d, 2, 'Younger', 'Younger.', now(), 'hash')""".formatted(ids.article()));
        assertThat(retention.expire()).isOne();
        assertThat(database.number("select count(*) from article_version where article_id = " + ids.article()))
                .isOne();
        assertThat(database.number(
                        "select count(*) from article where id = %d and expired_at is null".formatted(ids.article())))
                .isOne();
    }

    @Test
    void many_go_in_small_bites() {
        keepFor(30);
        database.run("""
                insert into article_version (article_id, number, title, text, fetched_at, content_hash)
                select %d, n, 'T', 'T', now() - interval '40 days', 'hash' from generate_series(2, 250) n""".formatted(ids.article()));
        age(31);
        assertThat(retention.expire()).isEqualTo(250);
    }

    private void keepFor(int days) {
        database.run(
                "update outlet set retention_days = %d where home_url = 'https://outlet.example/'".formatted(days));
    }

    private void age(int days) {
        database.run("update article_version set fetched_at = now() - interval '%d days' where id = %d"
                .formatted(days, ids.version()));
    }
}
