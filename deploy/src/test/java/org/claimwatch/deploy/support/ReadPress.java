package org.claimwatch.deploy.support;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The sample press once it is read to its end, and what was read in it. */
public final class ReadPress {
    private static final int ARTICLES = 40;

    private final DataSource database;

    public ReadPress(DataSource database) {
        this.database = database;
    }

    /** Waits until every article is fetched and analysed and no task is left over. */
    public void awaitEnd() {
        await().atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertNone("articles not announced yet", ARTICLES - count("select count(*) from article"));
                    assertNone(
                            "articles not fetched",
                            count("select count(*) from article where fetch_state <> 'FETCHED'"));
                    assertNone(
                            "versions not analysed",
                            count("select count(*) from article_version where analysed_at is null"));
                    assertNone("tasks queued", count("""
                            select (select count(*) from analysis_task where task_name = 'analyse-version')
                                 + (select count(*) from ingest_task
                                    where task_name in ('poll-feed', 'fetch-article', 'link-duplicates'))"""));
                    assertNone(
                            "pages not archived",
                            count("select count(*) from archived_page where archived_at is null"));
                });
    }

    /** Whether every article is fetched and analysed. */
    public boolean ended() {
        return articlesAnalysed() >= ARTICLES;
    }

    public int articlesAnalysed() {
        return count("select count(*) from article_version where analysed_at is not null");
    }

    /** The article in which most speakers take a side. */
    public long articleWithStance() {
        return count("""
                select v.article_id from stance join article_version v on v.id = stance.article_version_id
                where stance.holder = 'SPEAKER' and stance.polarity <> 'NEUTRAL'
                group by v.article_id order by count(*) desc, v.article_id limit 1""");
    }

    /** Forgets all that was fetched, so that the outlets' feeds are news again. */
    public void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "ingest_task", "analysis_task", "story", "claim", "article", "actor", "host_slot", "feed_rhythm")) {
                statement.execute("delete from " + table);
            }
            statement.execute("""
                    update feed set state = 'NEW', next_poll_at = now(), last_poll_at = null, last_success_at = null,
                      last_new_entry_at = null, consecutive_failures = 0, last_error = null, etag = null,
                      last_modified = null, body_hash = null, last_body_at = null""");
        }
    }

    private static void assertNone(String what, int count) {
        if (count != 0) {
            throw new AssertionError(count + " " + what);
        }
    }

    private int count(String sql) {
        return Integer.parseInt(lines(sql).getFirst());
    }

    private List<String> lines(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
