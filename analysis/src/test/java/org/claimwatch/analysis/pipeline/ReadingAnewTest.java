package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new analysis reads stored texts anew, behind fresh ones, and takes nothing from people. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReadingAnewTest {
    private static final String TEXT = """
            The health ministry said that 31 clinics had closed on Monday. “We wait,” spokesman Omar Lind said.""";

    @Inject
    EntityManager entities;

    @Inject
    VersionAnalysis analysis;

    @Inject
    StaleReadings stale;

    @Inject
    AnalysisRelease release;

    @Inject
    AnalysisFailures failures;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(value = "/q", management = true)
    URI management;

    @AfterEach
    void nothingHoldsTheQueue() {
        execute("delete from analysis_release where name = 'a later one'");
        execute("delete from analysis_task where picked_by = 'a test'");
    }

    @Test
    void what_an_earlier_analysis_read_is_read_anew_in_the_background() {
        long version = read();
        busy();
        older(version);
        assertThat(stale.left()).isPositive();
        assertThat(RestAssured.get(management.resolve("/q/metrics")).asString())
                .containsPattern("claimwatch_analysis_stale [1-9]");
        assertThat(stale.enqueue()).as("a fresh version waits").isZero();
        assertThat(count("select count(*) from analysis_task where task_instance = '" + version + "'"))
                .isZero();

        execute("delete from analysis_task where picked_by = 'a test'");
        await().atMost(Duration.ofSeconds(60)).until(() -> AnalysisRelease.NAME.equals(readBy(version)));
        await().atMost(Duration.ofSeconds(60)).until(() -> stale.left() == 0);
        assertThat(statements(version)).isEqualTo(2);
    }

    @Test
    void a_replica_of_the_release_before_leaves_what_a_later_one_read() {
        long version = read();
        List<Long> rows = ids(version);
        execute("insert into analysis_release (name) values ('a later one')");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.find(ArticleVersion.class, version).analysisVersion = "a later one");
        assertThat(release.isNewest()).isFalse();
        assertThat(stale.enqueue()).isZero();
        analysis.analyse(version);
        assertThat(readBy(version)).isEqualTo("a later one");
        assertThat(ids(version)).isEqualTo(rows);
    }

    @Test
    void a_text_that_was_given_up_is_not_tried_again_by_the_same_analysis() {
        long version = read();
        busy();
        older(version);
        failures.giveUp(version, new IllegalStateException("a word of a million letters"));
        failures.giveUp(version, new IllegalStateException("a word of two million letters"));
        execute("delete from analysis_task where picked_by = 'a test'");
        stale.enqueue();
        assertThat(count("select count(*) from analysis_task where task_instance = '" + version + "'"))
                .isZero();
        assertThat(count(
                        "select count(*) from analysis_failure where error like '%two million%' and article_version_id = "
                                + version))
                .isOne();

        analysis.analyse(version);
        assertThat(count("select count(*) from analysis_failure where article_version_id = " + version))
                .isZero();
    }

    @Test
    void reviews_by_people_survive_and_are_found_by_their_evidence() {
        long version = read();
        TextSpan content = content(version);
        long statement = ids(version).getFirst();
        long team = QuarkusTransaction.requiringNew().call(() -> {
            long id = (Long) entities.createNativeQuery("select nextval('team_seq')", Long.class)
                    .getSingleResult();
            seeing(id);
            String[] rows = {
                "insert into account (subject, name) values ('desk-%1$d', 'Ana')",
                "insert into team (id, slug, name) values (%1$d, 'desk-%1$d', 'Desk')",
                """
                insert into review (team_id, account_id, article_version_id, statement_id, content_start, content_end,
                  speaker_name, verdict)
                select %1$d, a.id, %2$d, %3$d, %4$d, %5$d, 'Health Ministry', 'ACCEPTED'
                from account a where a.subject = 'desk-%1$d'"""
            };
            for (String row : rows) {
                entities.createNativeQuery(row.formatted(id, version, statement, content.start(), content.end()))
                        .executeUpdate();
            }
            return id;
        });
        older(version);
        analysis.analyse(version);
        assertThat(ids(version)).doesNotContain(statement);
        long found = QuarkusTransaction.requiringNew().call(() -> {
            seeing(team);
            return (Long) entities.createNativeQuery("""
                            select count(*) from review r
                            join statement s on s.article_version_id = r.article_version_id
                            join statement_content_span c on c.statement_id = s.id
                              and c.span_start = r.content_start and c.span_end = r.content_end
                            where r.statement_id is null and r.article_version_id = :version""", Long.class)
                    .setParameter("version", version)
                    .getSingleResult();
        });
        assertThat(found).isOne();
    }

    @Test
    void what_a_person_merged_stays_merged_and_its_wording_stays() {
        long version = read();
        long speaker = count(
                "select speaker_id from statement where id = " + ids(version).getLast());
        long claim = count("select claim_id from claim_statement where statement_id = "
                + ids(version).getFirst());
        String wording = text("select text from claim where id = " + claim);
        execute("insert into account (subject, name) values ('merger-%d', 'Ana')".formatted(version));
        execute("insert into actor (name, kind) values ('Lind of %d', 'PERSON')".formatted(version));
        execute("insert into claim (text, check_worthy) values ('Nobody %d says so', 0.5)".formatted(version));
        long other = count("select id from actor where name = 'Lind of %d'".formatted(version));
        long otherClaim = count("select id from claim where text = 'Nobody %d says so'".formatted(version));
        decide("actor_identity (from_actor_id, to_actor_id, decided_by, decided_at)", speaker, other, version, "");
        decide(
                "claim_identity (from_claim_id, to_claim_id, decided_by, decided_at, turned, split)",
                claim,
                otherClaim,
                version,
                ", true, false");
        try {
            for (int time = 0; time < 2; time++) {
                older(version);
                analysis.analyse(version);
                long now = ids(version).getLast();
                long claiming = ids(version).getFirst();
                assertThat(count("select speaker_id from statement where id = " + now))
                        .isEqualTo(other);
                assertThat(count("select read_speaker_id from statement where id = " + now))
                        .isEqualTo(speaker);
                assertThat(count("select claim_id from claim_statement where statement_id = " + claiming))
                        .isEqualTo(otherClaim);
                assertThat(text("select polarity || read_polarity from claim_statement where statement_id = "
                                + claiming))
                        .isEqualTo("DENIESASSERTS");
                assertThat(text("select text from claim where id = " + claim)).isEqualTo(wording);
                assertThat(text("select alias from actor_alias where carried and actor_id = " + other))
                        .contains("Lind");
            }
        } finally {
            for (String subject : List.of("actor", "claim")) {
                execute("update %s_identity set undone_by = decided_by, undone_at = now()".formatted(subject));
            }
        }
        older(version);
        analysis.analyse(version);
        assertThat(count("select speaker_id from statement where id = "
                        + ids(version).getLast()))
                .isEqualTo(speaker);
    }

    private void decide(String columns, long from, long to, long version, String more) {
        execute("insert into %s select %d, %d, id, now()%s from account where subject = 'merger-%d'"
                .formatted(columns, from, to, more, version));
    }

    private String text(String question) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(question, String.class)
                .getResultList()
                .getFirst());
    }

    /** Within this transaction, as the web service does for a member of the team. */
    private void seeing(long team) {
        entities.createNativeQuery("select set_config('claimwatch.teams', :team, true)", String.class)
                .setParameter("team", Long.toString(team))
                .getSingleResult();
    }

    @Test
    void whoever_looks_while_it_is_read_anew_sees_one_analysis_or_the_other() {
        long version = read();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                older(version);
                analysis.analyse(version);
            }
        });
        Set<String> seen = new HashSet<>();
        while (!reading.isDone()) {
            seen.add(QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery("""
                            select count(*) || ' statements, ' || count(distinct s.content) || ' contents, '
                              || (select count(*) from attribution_hop h join statement t on t.id = h.statement_id
                                  where t.article_version_id = :version) || ' hops'
                            from statement s where s.article_version_id = :version""", String.class)
                    .setParameter("version", version)
                    .getSingleResult()));
        }
        reading.join();
        assertThat(seen).containsExactly("2 statements, 2 contents, 2 hops");
    }

    /** A fresh version waits, which no worker takes. */
    private void busy() {
        execute("""
                insert into analysis_task (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version, priority)
                values ('analyse-version', 'fresh', now(), true, 'a test', now() + interval '1 hour', 1, 50)""");
    }

    private long read() {
        long version = QuarkusTransaction.requiringNew().call(() -> {
            Outlet outlet = new Outlet("Halyard", "http://" + UUID.randomUUID() + ".example/", Instant.now());
            entities.persist(outlet);
            Article article = new Article(outlet, outlet.homeUrl + "1", Instant.now());
            entities.persist(article);
            ArticleVersion stored = new ArticleVersion(article, 1, "Clinics", TEXT, "hash", Instant.now());
            stored.language = "en";
            entities.persist(stored);
            return Objects.requireNonNull(stored.id);
        });
        analysis.analyse(version);
        assertThat(statements(version)).isEqualTo(2);
        return version;
    }

    private void older(long version) {
        execute("update article_version set analysis_version = 'an older one' where id = " + version);
    }

    private String readBy(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Objects.requireNonNull(entities.find(ArticleVersion.class, version).analysisVersion));
    }

    private TextSpan content(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select c from Statement s join s.contentSpans c where s.articleVersion.id = :version"
                                        + " order by s.ordinal",
                                TextSpan.class)
                        .setParameter("version", version)
                        .setMaxResults(1)
                        .getSingleResult());
    }

    private List<Long> ids(long version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select s.id from Statement s where s.articleVersion.id = :version order by s.ordinal",
                                Long.class)
                        .setParameter("version", version)
                        .getResultList());
    }

    private long statements(long version) {
        return count("select count(*) from statement where article_version_id = " + version);
    }

    private long count(String question) {
        return QuarkusTransaction.requiringNew().call(() ->
                (Long) entities.createNativeQuery(question, Long.class).getSingleResult());
    }

    private void execute(String change) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(change).executeUpdate());
    }
}
