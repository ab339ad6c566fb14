package org.claimwatch.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.claimwatch.common.support.OneTransaction;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.AnalyseVersion;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.SendMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, and what the queues promise. */
class SchemaTest {
    private static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void start() {
        DATABASE.start();
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void services_cannot_change_the_schema() {
        assertThatThrownBy(() -> execute("create table intruder (id int)")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("drop table outlet")).hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute("alter table claim add column x int")).hasMessageContaining("must be owner");
    }

    @Test
    void an_unnamed_speaker_is_never_an_actor() throws SQLException {
        execute("""
                insert into outlet (id, name, home_url) values (1001, 'KTA', 'http://kta.example/');
                insert into article (id, outlet_id, url) values (1001, 1001, 'http://kta.example/1');
                insert into article_version (id, article_id, number, title, text, fetched_at, content_hash)
                  values (1001, 1001, 1, 't', 'An official said so.', now(), 'h');
                insert into actor (id, name, kind) values (1001, 'A Person', 'PERSON');
                """);
        assertThatThrownBy(() -> statement("1001", "UNNAMED", 0)).hasMessageContaining("statement_check");
        assertThatThrownBy(() -> statement("null", "PERSON", 0)).hasMessageContaining("statement_check");
        statement("null", "UNNAMED", 0);
        assertThatThrownBy(() -> execute("""
                        insert into stance (article_version_id, holder, target, polarity, confidence, evidence_start, evidence_end)
                        values (1001, 'SPEAKER', 'x', 'FAVOR', 0.5, 0, 2)
                        """))
                .as("a speaker's stance belongs to a statement")
                .hasMessageContaining("stance_check");
    }

    @Test
    void a_task_exists_if_and_only_if_its_transaction_commits() throws SQLException {
        var task = FetchArticle.TASK.instance("7").data(new FetchArticle(7)).scheduledTo(Instant.now());
        try (Connection connection = DATABASE.app().getConnection()) {
            var client = Queue.INGEST.client(new OneTransaction(connection));
            assertThat(client.scheduleIfNotExists(task)).isTrue();
            connection.rollback();
            assertThat(pending("7")).isFalse();
            assertThat(client.scheduleIfNotExists(task)).isTrue();
            assertThat(client.scheduleIfNotExists(task)).as("once is enough").isFalse();
            connection.commit();
            assertThat(pending("7")).isTrue();
        }
    }

    @Test
    void a_worker_takes_what_was_enqueued_for_its_queue() throws Exception {
        var seen = new CompletableFuture<Long>();
        var task = Tasks.oneTime(AnalyseVersion.TASK)
                .execute((instance, context) -> seen.complete(instance.getData().articleVersionId()));
        var worker = Queue.ANALYSIS.worker(DATABASE.app(), List.of(task), 2).build();
        try {
            worker.start();
            Queue.ANALYSIS
                    .client(DATABASE.app())
                    .scheduleIfNotExists(AnalyseVersion.TASK
                            .instance("8")
                            .data(new AnalyseVersion(8))
                            .scheduledTo(Instant.now()));
            assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(8);
        } finally {
            worker.stop();
        }
    }

    /** As a queue usually is: it has held rows, all are done, and the planner believes that there are none. */
    @Test
    void a_worker_takes_no_more_tasks_than_it_has_threads() throws Exception {
        execute("""
                insert into web_task (task_name, task_instance, execution_time, picked, version)
                select 'done', n::text, now(), false, 1 from generate_series(1, 200) n""");
        execute("delete from web_task");
        try (Connection connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze web_task");
        }
        for (long i = 0; i < 20; i++) {
            Queue.WEB
                    .client(DATABASE.app())
                    .scheduleIfNotExists(SendMail.TASK
                            .instance(Long.toString(i))
                            .data(new SendMail(i))
                            .scheduledTo(Instant.now()));
        }
        var taken = new CompletableFuture<Integer>();
        var end = new CompletableFuture<Void>();
        var task = Tasks.oneTime(SendMail.TASK).execute((instance, context) -> {
            taken.complete(picked());
            end.join();
        });
        var worker = Queue.WEB.worker(DATABASE.app(), List.of(task), 2).build();
        try {
            worker.start();
            assertThat(taken.get(20, TimeUnit.SECONDS)).isBetween(1, 2);
        } finally {
            end.complete(null);
            worker.stop();
        }
    }

    private static int picked() {
        try (Connection connection = DATABASE.app().getConnection();
                var query = connection.prepareStatement("select count(*) from web_task where picked");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean pending(String instance) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                var query = connection.prepareStatement(
                        "select from " + Queue.INGEST.table() + " where task_name = ? and task_instance = ?")) {
            query.setString(1, FetchArticle.TASK.getTaskName());
            query.setString(2, instance);
            return query.executeQuery().next();
        }
    }

    private static void statement(String speaker, String kind, int ordinal) throws SQLException {
        execute("""
                insert into statement (article_version_id, ordinal, speaker_id, speaker_name, speaker_kind, form, content,
                                       confidence, check_worthy)
                values (1001, %d, %s, 'somebody', '%s', 'INDIRECT', 'so', 0.5, 0.5)
                """.formatted(ordinal, speaker, kind));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
