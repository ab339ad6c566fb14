package org.claimwatch.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long the look for a text's near-duplicates takes among many: {@code -Dscale=1000000} prints times and plan. */
@EnabledIfSystemProperty(named = "scale", matches = "\\d{4,8}")
class NearDuplicateScaleTest {
    private static final int LOOKS = 200;
    private static final int AT_ONCE = 100_000;

    @Test
    void a_text_is_looked_up_among_many() throws SQLException {
        TestDatabase database = new TestDatabase();
        database.start();
        try (Connection owner = database.superuser().getConnection()) {
            // No trigger, such as the one that keeps a text's words: what is measured are signatures.
            execute(owner, "set session_replication_role = replica");
            execute(
                    owner,
                    "insert into outlet (id, name, home_url) select i, 'o' || i, 'http://o' || i || '.example/'"
                            + " from generate_series(1, 100) i");
            int articles = Integer.getInteger("scale");
            for (int from = 1; from <= articles; from += AT_ONCE) {
                fill(owner, from, Math.min(articles, from + AT_ONCE - 1));
            }
            index(owner, articles);
            measure(owner, articles);
        } finally {
            database.stop();
        }
    }

    /** Every tenth text shares three bands with the one before it: the reprints. */
    private static void fill(Connection owner, int from, int to) throws SQLException {
        execute(owner, "drop index if exists article_signature_bands");
        System.out.printf("filling up to %,d%n", to);
        String series = " from generate_series(%d, %d) i".formatted(from, to);
        execute(
                owner,
                "insert into article (id, outlet_id, url) select i, 1 + i % 100, 'http://x.example/' || i" + series);
        execute(
                owner,
                "insert into article_version (id, article_id, number, title, text, fetched_at, told_at, content_hash)"
                        + " select i, i, 1, 't', 't', now(), now(), ''" + series);
        execute(owner, """
                insert into article_signature (article_id, article_version_id, bands)
                select i, i, array(select hashint8((case when i % 10 = 0 and b < 3 then i - 1 else i end)::bigint * 64 + b)
                                   from generate_series(0, 31) b)""" + series);
    }

    private static void index(Connection owner, int to) throws SQLException {
        long start = System.nanoTime();
        execute(owner, "create index article_signature_bands on article_signature using gin (bands)");
        execute(owner, "vacuum analyze article_signature");
        execute(owner, "analyze article");
        System.out.printf("index over %,d: %.1f s%n", to, (System.nanoTime() - start) / 1e9);
    }

    private static void measure(Connection owner, int articles) throws SQLException {
        execute(owner, "set enable_seqscan = off; set enable_indexscan = off");
        List<Double> times = new ArrayList<>();
        int found = 0;
        for (int look = 0; look < LOOKS; look++) {
            String bands = bands(owner, articles, look);
            long start = System.nanoTime();
            found += rows(owner, lookup(bands)).size();
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        System.out.printf(
                "%,d articles: median %.2f ms, 99 %% within %.2f ms, %d found%n",
                articles, times.get(LOOKS / 2), times.get(LOOKS * 99 / 100), found);
        rows(owner, "explain (analyze, buffers) " + lookup(bands(owner, articles, 1)))
                .forEach(System.out::println);
        rows(
                        owner,
                        "select pg_size_pretty(pg_relation_size('article_signature_bands')) || ' index, '"
                                + " || pg_size_pretty(pg_table_size('article_signature')) || ' table'")
                .forEach(System.out::println);
        assertThat(found).isGreaterThanOrEqualTo(LOOKS);
        execute(owner, "reset enable_seqscan; reset enable_indexscan");
    }

    /** As the service asks, its way of planning included. */
    private static String lookup(String bands) {
        return NearDuplicates.SHARING
                .replace("cast(:bands as integer[])", bands)
                .replace(":outlet", "1")
                .replace(":compared", "50");
    }

    private static String bands(Connection owner, int articles, int look) throws SQLException {
        int article = (look + 1) * (articles / (LOOKS + 2)) / 10 * 10;
        return "'"
                + rows(owner, "select bands from article_signature where article_id = " + article)
                        .getFirst() + "'::integer[]";
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
