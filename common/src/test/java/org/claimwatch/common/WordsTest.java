package org.claimwatch.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a statement or an article is found by follows every change of it, whether one row changes or many at once. */
class WordsTest {
    private static final TestDatabase DATABASE = new TestDatabase();

    /** Rows whose words are missing, or are not those that the row has now. */
    private static final String STALE_STATEMENTS = """
            select count(*) from statement s
            join article_version v on v.id = s.article_version_id
            left join claim_statement cs on cs.statement_id = s.id
            left join claim c on c.id = cs.claim_id
            left join statement_words w on w.statement_id = s.id
            where w.words is distinct from
              apart(apart(words_of(s.speaker_name), words_of(s.content)), c.words)
              || array_to_tsvector(array['|' || cast(v.told_at at time zone 'UTC' as date) - date '1970-01-01'])
            """;

    private static final String STALE_VERSIONS = """
            select count(*) from article_version v left join article_version_words w on w.article_version_id = v.id
            where w.words is distinct from
              apart(words_of(v.title), words_of(v.text))
              || array_to_tsvector(array['|' || cast(v.told_at at time zone 'UTC' as date) - date '1970-01-01'])
               or w.topic is distinct from apart(words_of(v.title), words_of(v.section))
            """;

    @BeforeAll
    static void start() {
        DATABASE.start();
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void follow_every_change() throws SQLException {
        follows("""
                insert into outlet (id, name, home_url) values (3001, 'KTA', 'http://words.example/');
                insert into article (id, outlet_id, url) values (3001, 3001, 'http://words.example/1');
                insert into article_version (id, article_id, number, title, text, section, fetched_at, content_hash)
                  select 3000 + n, 3001, n, 'Title ' || n, 'Text ' || n, nullif('Section ' || n, 'Section 2'), now(), 'h'
                  from generate_series(1, 3) n
                """);
        follows("update article_version set section = 'River' where number = 2");
        follows("update article_version set text = text || ' anew', title = 'Same'");
        follows("update article_version set content_hash = 'i'");
        follows("update article_version set published_at = timestamptz '2026-01-02 23:00+00' where number = 1");
        follows("update article set announced_at = timestamptz '2026-01-05' where id = 3001");
        follows("""
                insert into statement
                  (id, article_version_id, ordinal, speaker_name, speaker_kind, form, content, confidence, check_worthy)
                select 3000 + n, 3001, n, 'Official ' || n, 'UNNAMED', 'INDIRECT', 'the dam holds ' || n, 0.9, 0.5
                from generate_series(1, 5) n
                """);
        follows("""
                insert into claim (id, text, check_worthy) values (3001, 'The dam holds', 0.5), (3002, 'It leaks', 0.5);
                insert into claim_statement (id, claim_id, statement_id, polarity, confidence)
                  select id, 3001 + id % 2, id, 'ASSERTS', 0.9 from statement where article_version_id = 3001
                """);
        assertThat(matching("leaks")).isEqualTo(3);
        follows("update statement set content = 'the bridge stands' where id in (3001, 3002)");
        follows("update statement set speaker_name = 'Engineer', confidence = 0.5");
        follows("update claim set text = 'Water leaks through' where id = 3002");
        assertThat(matching("through")).isEqualTo(3);
        follows("update claim_statement set claim_id = 3001 where statement_id = 3002");
        follows("delete from claim_statement where statement_id = 3001");
        follows("update claim_statement set statement_id = 3001 where statement_id = 3003");
        follows("delete from claim where id = 3002");
        follows("delete from statement where id in (3004, 3005)");
        assertThat(matching("leaks")).isZero();
        follows("delete from article where id = 3001");
        assertThat(count(
                        "select (select count(*) from statement_words) + (select count(*) from article_version_words)"))
                .isZero();
    }

    private static void follows(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        assertThat(count(STALE_STATEMENTS)).as(sql).isZero();
        assertThat(count(STALE_VERSIONS)).as(sql).isZero();
    }

    private static long matching(String word) throws SQLException {
        return count("select count(*) from statement_words where words @@ wanted('%s')".formatted(word));
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
