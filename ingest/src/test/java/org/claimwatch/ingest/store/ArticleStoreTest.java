package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.FetchState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.extract.CheckedClaim;
import org.claimwatch.ingest.extract.ExtractedArticle;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.store.ArticleStore.Stored;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class ArticleStoreTest {
    @Inject
    ArticleStore store;

    @Inject
    StoredHostSlots slots;

    @Inject
    EntityManager entityManager;

    private long article;

    @BeforeEach
    void article() {
        article = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = Instant.now();
            Outlet outlet = new Outlet("Test", "http://" + now.toEpochMilli() + ".example/", now);
            entityManager.persist(outlet);
            Article added = new Article(outlet, outlet.homeUrl + "1", now);
            entityManager.persist(added);
            return added.id;
        });
    }

    @AfterEach
    void clean() {
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager.createNativeQuery("delete from outlet").executeUpdate();
            entityManager.createNativeQuery("delete from analysis_task").executeUpdate();
        });
    }

    @Test
    void a_crash_before_the_commit_leaves_nothing_and_the_next_try_stores_once() {
        long waiting = analyses();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                keep("First.");
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        assertThat(versions()).isZero();
        assertThat(analyses()).isEqualTo(waiting);
        assertThat(keep("First.")).isEqualTo(Stored.VERSION);
        assertThat(keep("First.")).isEqualTo(Stored.UNCHANGED);
        assertThat(versions()).isEqualTo(1);
        assertThat(analyses()).isEqualTo(waiting + 1);
    }

    @Test
    void a_changed_text_is_a_new_version_and_a_failure_takes_none_away() {
        store.storeFailure(article, FetchState.FAILED, "a.example answered 404");
        keep("First.");
        keep("Second.");
        store.storeFailure(article, FetchState.FAILED, "a.example answered 404");
        Article found = store.find(article).orElseThrow();
        assertThat(found.fetchState).isEqualTo(FetchState.FETCHED);
        assertThat(found.fetchError).isNull();
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void a_host_has_one_slot_for_all() {
        String host = "host-" + article + ":80";
        Duration gap = Duration.ofSeconds(5);
        assertThat(slots.take(host, gap)).isNull();
        assertThat(slots.take(host, gap)).isBetween(Instant.now(), Instant.now().plusSeconds(11));
        slots.release(host, gap);
        assertThat(slots.take(host, gap)).as("the pause").isAfter(Instant.now());
        slots.release(host, Duration.ZERO);
        assertThat(slots.take(host, gap)).isNull();
    }

    @Test
    void what_a_page_says_that_it_has_checked_is_kept_with_its_text_and_corrected_without_a_new_version() {
        assertThat(keep(checked("False"))).isEqualTo(Stored.VERSION);
        assertThat(ratings()).containsExactly("False");
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("delete from analysis_task")
                        .executeUpdate());
        assertThat(keep(checked("False"))).isEqualTo(Stored.UNCHANGED);
        assertThat(analyses()).isZero();
        assertThat(keep(checked("Half true"))).isEqualTo(Stored.UNCHANGED);
        assertThat(ratings()).containsExactly("Half true");
        assertThat(analyses()).as("the links are found anew").isEqualTo(1);
        assertThat(versions()).isEqualTo(1);
    }

    private List<String> ratings() {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select rating from fact_check", String.class)
                        .getResultList());
        return found.stream().map(Object::toString).toList();
    }

    private Stored keep(ExtractedArticle extracted) {
        return store.store(article, extracted, new PageAnswer(URI.create("http://a.example/1"), Validators.NONE));
    }

    private static ExtractedArticle checked(String rating) {
        return new ExtractedArticle(
                null,
                "Title",
                List.of(),
                null,
                null,
                "en",
                null,
                null,
                null,
                "A text.",
                null,
                List.of(new CheckedClaim("It rained.", null, rating, "Tarn Facts")));
    }

    private Stored keep(String text) {
        return store.store(article, text(text), new PageAnswer(URI.create("http://a.example/1"), Validators.NONE));
    }

    private static ExtractedArticle text(String text) {
        return new ExtractedArticle(null, "Title", List.of("A. Name"), null, null, "en", null, null, null, text);
    }

    private long versions() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery("select count(v) from ArticleVersion v where v.article.id = ?1", Long.class)
                        .setParameter(1, article)
                        .getSingleResult());
    }

    private long analyses() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery("select count(*) from analysis_task")
                                .getSingleResult())
                        .longValue());
    }
}
