package org.claimwatch.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pages count is what a full count finds, after every change, whoever makes it and in whatever order. */
class ToldTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final List<String> TABLES = List.of(
            "told_version",
            "told_statement",
            "told_stance",
            "told_origin",
            "claim_seen",
            "actor_seen",
            "unnamed_speaker",
            "reversal");

    @BeforeAll
    static void start() throws SQLException {
        DATABASE.start();
        run(DATABASE.app(), """
                insert into outlet (id, name, home_url) select n, 'Outlet ' || n, 'http://told.example/' || n from generate_series(1, 3) n;
                insert into actor (id, name, kind) select n, 'Speaker ' || n, 'PERSON' from generate_series(1, 3) n;
                insert into claim (id, text, check_worthy) select n, 'Claim ' || n, n / 5.0 from generate_series(1, 4) n;
                insert into article (id, outlet_id, url)
                  select n, 1 + n % 3, 'http://told.example/a/' || n from generate_series(1, 12) n;
                insert into article_version (id, article_id, number, title, text, language, fetched_at, published_at, content_hash)
                  select 10 * a + n, a, n, 'Title', 'Text', 'en-GB', timestamptz '2026-03-01', timestamptz '2026-01-01' + a * interval '7 hours', 'h'
                  from generate_series(1, 12) a, generate_series(1, 2) n;
                insert into statement (id, article_version_id, ordinal, speaker_id, speaker_name, speaker_kind, form, content, confidence, check_worthy)
                  select v.id * 10 + n, v.id, n, case when n < 4 then 1 + (v.id + n) % 3 end, 'Speaker ' || 1 + (v.id + n) % 3,
                         case when n < 4 then 'PERSON' else 'UNNAMED' end, 'INDIRECT', 'it is so', 0.55 + (v.article_id % 5) / 10.0, 0.5
                  from article_version v, generate_series(1, 4) n;
                insert into claim_statement (claim_id, statement_id, polarity, confidence)
                  select 1 + s.id % 4, s.id, case when (s.id / 100) % 2 = 0 then 'ASSERTS' else 'DENIES' end, 0.65 + (s.id % 3) / 10.0
                  from statement s where s.ordinal <> 3;
                insert into stance (article_version_id, statement_id, holder, target, polarity, confidence, evidence_start, evidence_end)
                  select s.article_version_id, s.id, 'SPEAKER', 'Target ' || s.id % 2,
                         (array['FAVOR', 'AGAINST', 'NEUTRAL'])[1 + (s.id / 100) % 3], 0.65 + (s.id % 4) / 10.0, 0, 2
                  from statement s;
                insert into stance (article_version_id, holder, target, polarity, confidence, evidence_start, evidence_end)
                  select id, 'OUTLET', 'Target 1', 'FAVOR', 0.8, 0, 2 from article_version;
                insert into story (id, title) values (1, 'Story'), (2, 'Other story');
                insert into story_article (story_id, article_id, confidence) select 1 + n % 2, n, 1 from generate_series(1, 10) n;
                """);
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void what_pages_doubt_is_what_the_database_doubts() throws SQLException {
        assertThat(number("select round(likely()::numeric, 3) * 10")).isEqualTo(7);
    }

    @Test
    void follows_every_change() throws SQLException {
        assertThat(number("select count(*) from told_statement"))
                .as("nothing is read yet")
                .isZero();
        follows("update article_version set analysed_at = now(), analysis_version = 'x' where number = 1");
        assertThat(number("select count(*) from told_statement")).isEqualTo(48);
        for (String table : TABLES) {
            assertThat(number("select count(*) from " + table)).as(table).isPositive();
        }
        follows(
                "update article_version set analysed_at = now(), analysis_version = 'x' where number = 2 and article_id < 9");
        follows("update article_version set published_at = null where article_id = 3");
        follows("update article set announced_at = timestamptz '2025-12-31' where id = 3");
        follows("update article_version set published_day_only = true where article_id in (4, 5)");
        follows("update article_version set language = 'ar' where article_id = 6");
        follows("update article set outlet_id = 3 where id in (1, 2)");
        follows("update statement set confidence = 0.9 where id % 3 = 0");
        follows("update statement set confidence = 0.5 where id % 7 = 0");
        follows("update statement set speaker_id = 2, speaker_name = 'Speaker 2' where speaker_id = 1");
        follows("update statement set speaker_name = 'A minister' where speaker_id is null and id % 2 = 0");
        follows("update claim_statement set polarity = 'DENIES', claim_id = 2 where statement_id % 5 = 0");
        follows("update claim_statement set confidence = 0.4 where statement_id % 6 = 0");
        follows("update claim set check_worthy = 0.9 - check_worthy");
        follows("update stance set polarity = 'AGAINST' where id % 2 = 0");
        follows("update stance set target = 'Target 1', confidence = 0.9 where id % 3 = 0");
        follows("update story_article set story_id = 2 where article_id < 4");
        follows("delete from story_article where article_id = 5");
        follows("""
                insert into attribution_hop (statement_id, position, kind, name)
                  select id, 0, 'OUTLET', 'Outlet ' || 1 + id % 4 from statement where id % 3 = 0""");
        follows("update attribution_hop set name = 'Outlet 2' where statement_id % 2 = 0");
        follows("delete from attribution_hop where statement_id % 4 = 0");
        follows("""
                insert into near_duplicate (earlier_article_id, later_article_id, earlier_version_id, later_version_id, similarity,
                                            containment, found_at)
                  select n, n + 1, 10 * n + 1, 10 * n + 11, 0.9, 0.9, now() from generate_series(7, 10) n""");
        follows("delete from near_duplicate where later_article_id = 9");
        follows("""
                insert into named_origin (article_version_id, name, evidence, span_start, span_end)
                  values (12, 'Outlet 3', 'CREDIT', 0, 4), (22, 'Elsewhere', 'CREDIT', 0, 4)""");
        follows("update named_origin set name = 'Outlet 1'");
        follows("update outlet set name = 'Renamed' where id = 2");
        follows("update statement set content = 'it is  SO' where id % 2 = 0");
        follows("delete from claim_statement where statement_id % 4 = 0");
        follows("""
                delete from statement where article_version_id = 12;
                insert into statement (id, article_version_id, ordinal, speaker_id, speaker_name, speaker_kind, form, content, confidence, check_worthy)
                  values (9001, 12, 0, 3, 'Speaker 3', 'PERSON', 'DIRECT', 'read anew', 0.9, 0.5);
                insert into claim_statement (claim_id, statement_id, polarity, confidence) values (1, 9001, 'DENIES', 0.9);
                insert into stance (article_version_id, statement_id, holder, target, polarity, confidence, evidence_start, evidence_end)
                  values (12, 9001, 'SPEAKER', 'Target 1', 'AGAINST', 0.9, 0, 1)""");
        follows("update article_version set analysed_at = null, analysis_version = null where id = 22");
        follows("delete from article_version where id = 32");
        follows("delete from claim where id = 2");
        follows("delete from article where id = 4");
        follows("delete from statement where speaker_id is null");
        assertThat(number("select count(*) from unnamed_speaker")).isZero();
        follows("delete from article");
        assertThat(number("select count(*) from claim_seen")).isZero();
    }

    @Test
    void two_that_change_one_claim_at_once_leave_it_right() throws SQLException {
        run(DATABASE.app(), """
                insert into article (id, outlet_id, url) select 90 + n, n, 'http://told.example/b/' || n from generate_series(1, 2) n;
                insert into claim (id, text, check_worthy) values (90, 'It is so', 0.9);
                insert into article_version (id, article_id, number, title, text, fetched_at, content_hash)
                  select 9000 + n, 90 + n, 1, 'Title', 'Text', now(), 'h' from generate_series(1, 2) n;
                insert into statement (id, article_version_id, ordinal, speaker_id, speaker_name, speaker_kind, form, content, confidence, check_worthy)
                  select 90000 + n, 9000 + n, 0, 1, 'Speaker 1', 'PERSON', 'INDIRECT', 'it is so', 0.9, 0.5 from generate_series(1, 2) n;
                insert into claim_statement (claim_id, statement_id, polarity, confidence)
                  values (90, 90001, 'ASSERTS', 0.9), (90, 90002, 'DENIES', 0.9)""");
        try (Connection first = DATABASE.app().getConnection();
                Connection second = DATABASE.app().getConnection()) {
            first.setAutoCommit(false);
            execute(first, analysed(9001));
            var other = CompletableFuture.runAsync(() -> {
                try {
                    execute(second, analysed(9002));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (!other.isDone()
                    && number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == 0) {
                Thread.onSpinWait();
            }
            first.commit();
            other.join();
        }
        same("two at once");
        assertThat(number("select outlets from claim_seen where claim_id = 90 and contested"))
                .isEqualTo(2);
        follows("delete from article where id > 90");
    }

    private static String analysed(long version) {
        return "update article_version set analysed_at = now(), analysis_version = 'x' where id = " + version;
    }

    private static void follows(String change) throws SQLException {
        run(DATABASE.app(), change);
        same(change);
    }

    /** Also what a rebuild makes is the same. */
    private static void same(String change) throws SQLException {
        for (String table : TABLES) {
            assertThat(number(difference(table)))
                    .as("%s after %s", table, change)
                    .isZero();
        }
        run(DATABASE.owner(), "select rebuild_told()");
        for (String table : TABLES) {
            assertThat(number(difference(table)))
                    .as("%s, rebuilt after %s", table, change)
                    .isZero();
        }
    }

    private static String difference(String table) {
        String wanted = table.equals("reversal")
                ? "(select * from claim_reversal_now union all select * from stance_reversal_now)"
                : "(select * from %s_now)".formatted(table);
        return "select count(*) from (((table %1$s) except all %2$s) union all (%2$s except all (table %1$s))) differ"
                .formatted(table, wanted);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(javax.sql.DataSource as, String sql) throws SQLException {
        try (Connection connection = as.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
