package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new analysis reads stored texts anew, behind fresh ones, and whoever looks sees one reading or the other. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReadingAnewTest {
    @Inject
    Database database;

    @Inject
    StoredVersions versions;

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
        database.run("delete from analysis_release where name = 'a later one'");
        database.run("delete from analysis_task where picked_by = 'a test'");
    }

    @Test
    void what_an_earlier_analysis_read_is_read_anew_in_the_background() {
        long version = versions.analysed();
        busy();
        versions.age(version);
        assertThat(stale.left()).isPositive();
        assertThat(RestAssured.get(management.resolve("/q/metrics")).asString())
                .containsPattern("claimwatch_analysis_stale [1-9]");
        assertThat(stale.enqueue()).as("a fresh version waits").isZero();
        assertThat(database.number("select count(*) from analysis_task where task_instance = '" + version + "'"))
                .isZero();

        database.run("delete from analysis_task where picked_by = 'a test'");
        await().atMost(Duration.ofSeconds(60)).until(() -> AnalysisRelease.NAME.equals(readBy(version)));
        await().atMost(Duration.ofSeconds(60)).until(() -> stale.left() == 0);
        assertThat(versions.statements(version)).hasSize(2);
    }

    @Test
    void a_replica_of_the_release_before_leaves_what_a_later_one_read() {
        long version = versions.analysed();
        List<Long> rows = versions.statements(version);
        database.run("insert into analysis_release (name) values ('a later one')");
        database.run("update article_version set analysis_version = 'a later one' where id = " + version);
        assertThat(release.isNewest()).isFalse();
        assertThat(stale.enqueue()).isZero();
        analysis.analyse(version);
        assertThat(readBy(version)).isEqualTo("a later one");
        assertThat(versions.statements(version)).isEqualTo(rows);
    }

    @Test
    void a_text_that_was_given_up_is_not_tried_again_by_the_same_analysis() {
        long version = versions.analysed();
        busy();
        versions.age(version);
        failures.giveUp(version, new IllegalStateException("a word of a million letters"));
        failures.giveUp(version, new IllegalStateException("a word of two million letters"));
        database.run("delete from analysis_task where picked_by = 'a test'");
        stale.enqueue();
        assertThat(database.number("select count(*) from analysis_task where task_instance = '" + version + "'"))
                .isZero();
        assertThat(database.number(
                        "select count(*) from analysis_failure where error like '%two million%' and article_version_id = "
                                + version))
                .isOne();

        analysis.analyse(version);
        assertThat(database.number("select count(*) from analysis_failure where article_version_id = " + version))
                .isZero();
    }

    @Test
    void whoever_looks_while_it_is_read_anew_sees_one_analysis_or_the_other() {
        long version = versions.analysed();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                versions.age(version);
                analysis.analyse(version);
            }
        });
        Set<String> seen = new HashSet<>();
        while (!reading.isDone()) {
            seen.add(database.text("""
                    select count(*) || ' statements, ' || count(distinct s.content) || ' contents, '
                      || (select count(*) from attribution_hop h join statement t on t.id = h.statement_id
                          where t.article_version_id = %1$d) || ' hops'
                    from statement s where s.article_version_id = %1$d""".formatted(version)));
        }
        reading.join();
        assertThat(seen).containsExactly("2 statements, 2 contents, 2 hops");
    }

    /** A fresh version waits, which no worker takes. */
    private void busy() {
        database.run("""
                insert into analysis_task (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version, priority)
                values ('analyse-version', 'fresh', now(), true, 'a test', now() + interval '1 hour', 1, 50)""");
    }

    private String readBy(long version) {
        return database.text("select analysis_version from article_version where id = " + version);
    }
}
