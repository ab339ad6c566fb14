package org.claimwatch.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When a version was published and whether it stands follow every change, whoever makes it and in whatever order. */
class VersionsTest {
    private static final TestDatabase DATABASE = new TestDatabase();

    private static final String STALE = """
            select count(*) from article_version v join article a on a.id = v.article_id
            where v.told_at <> coalesce(v.published_at, a.announced_at, v.fetched_at)
               or v.is_current <> (v.analysed_at is not null and not exists (
                    select from article_version newer
                    where newer.article_id = v.article_id and newer.number > v.number and newer.analysed_at is not null))
            """;

    @BeforeAll
    static void start() throws SQLException {
        DATABASE.start();
        run("""
                insert into outlet (id, name, home_url) values (1, 'KTA', 'http://versions.example/');
                insert into article (id, outlet_id, url) select n, 1, 'http://versions.example/' || n from generate_series(1, 3) n;
                """);
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void follow_every_change() throws SQLException {
        follows("""
                insert into article_version (id, article_id, number, title, text, fetched_at, content_hash, analysed_at,
                                             analysis_version)
                  select 10 * a + n, a, n, 'Title', 'Text', timestamptz '2026-01-01', 'h',
                         case when n < 3 then now() end, case when n < 3 then 'x' end
                  from generate_series(1, 3) n, generate_series(1, 2) a""");
        assertThat(number("select id from article_version where is_current and article_id = 1"))
                .isEqualTo(12);
        follows("update article_version set analysed_at = now(), analysis_version = 'x' where id = 13");
        assertThat(number("select id from article_version where is_current and article_id = 1"))
                .isEqualTo(13);
        follows("update article_version set analysed_at = null, analysis_version = null where number = 3");
        follows("update article set announced_at = timestamptz '2025-12-31' where id = 1");
        follows("update article_version set published_at = timestamptz '2025-12-30' where id = 12");
        follows("update article set announced_at = null");
        follows("delete from article_version where id = 12");
        assertThat(number("select id from article_version where is_current and article_id = 1"))
                .isEqualTo(11);
        follows("delete from article where id = 1");
        follows("delete from article");
    }

    @Test
    void two_analyses_at_once_leave_one_standing() throws SQLException {
        run("""
                insert into article (id, outlet_id, url) values (9, 1, 'http://versions.example/9');
                insert into article_version (id, article_id, number, title, text, fetched_at, content_hash)
                  select 90 + n, 9, n, 'Title', 'Text', now(), 'h' from generate_series(1, 2) n""");
        try (Connection first = DATABASE.app().getConnection();
                var statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("update article_version set analysed_at = now(), analysis_version = 'x' where id = 91");
            var second = CompletableFuture.runAsync(() -> analyse(92));
            while (number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == 0) {
                Thread.onSpinWait();
            }
            first.commit();
            second.join();
        }
        assertThat(number("select id from article_version where is_current and article_id = 9"))
                .isEqualTo(92);
        assertThat(number(STALE)).isZero();
    }

    private static void analyse(long version) {
        try {
            run("update article_version set analysed_at = now(), analysis_version = 'x' where id = " + version);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void follows(String change) throws SQLException {
        run(change);
        assertThat(number(STALE)).as(change).isZero();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DATABASE.superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
