package org.claimwatch.ingest.poll;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimwatch.common.support.OneTransaction;
import org.claimwatch.common.support.TestDatabase;

/** The schedule of many feeds in a real, migrated PostgreSQL: how the due ones are found, and how long taking them takes. */
public final class ScheduleBench {
    static final int BATCH = 200;

    private ScheduleBench() {}

    public static void run(int feeds, int rounds, PrintStream out) throws Exception {
        TestDatabase database = new TestDatabase();
        database.start();
        try {
            fill(database, feeds);
            out.println("Plan of the query for due feeds, as a prepared statement:");
            plan(database).forEach(line -> out.println("  " + line));
            report(out, "the due-query and the lease of " + BATCH, timeOfTaking(database, rounds * 3));
            report(
                    out,
                    "DuePolls.enqueue, a batch of " + BATCH + ", one of 2 replicas",
                    timeOfEnqueueing(database, rounds));
        } finally {
            database.stop();
        }
    }

    /** Feeds of which half are due, a hundredth is retired and the rest due later. */
    static void fill(TestDatabase database, int feeds) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into outlet (id, name, home_url) select n, 'o' || n, 'https://o' || n || '.example/'"
                            + " from generate_series(1, " + feeds + ") n");
            statement.execute("insert into feed (id, outlet_id, url, kind, state, next_poll_at)"
                    + " select n, n, 'https://o' || n || '.example/rss.xml', 'RSS',"
                    + " case when n % 100 = 0 then 'RETIRED' else 'ACTIVE' end,"
                    + " now() + ((n * 7919 % 86400) - 43200) * interval '1 second' from generate_series(1, " + feeds
                    + ") n");
            statement.execute("analyze outlet, feed");
        }
    }

    /** As PostgreSQL runs it once it has stopped to plan each call by its values. */
    static List<String> plan(TestDatabase database) throws SQLException {
        try (Connection connection = database.app().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local plan_cache_mode = force_generic_plan");
            String numbered = DueFeeds.TAKE
                    .replaceFirst("\\?", "\\$1")
                    .replaceFirst("\\?", "\\$2")
                    .replaceFirst("\\?", "\\$3");
            statement.execute("prepare take(timestamptz, timestamptz, int) as " + numbered);
            List<String> plan = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "explain (analyze, buffers off, costs off) execute take(now() + interval '30 min', now(), " + BATCH
                            + ")")) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            connection.rollback();
            return plan;
        }
    }

    private static List<Double> timeOfTaking(TestDatabase database, int times) throws SQLException {
        List<Double> taken = new ArrayList<>();
        try (Connection connection = database.app().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                Instant now = Instant.now();
                long start = System.nanoTime();
                DueFeeds.take(connection, now, BATCH, now.plus(Duration.ofMinutes(30)));
                connection.commit();
                taken.add((System.nanoTime() - start) / 1e6);
            }
        }
        return taken;
    }

    /** Two replicas at once; no feed may go to both. */
    private static List<Double> timeOfEnqueueing(TestDatabase database, int rounds) throws Exception {
        List<Double> taken = Collections.synchronizedList(new ArrayList<>());
        Callable<Void> replica = () -> {
            try (OneTransaction transaction = new OneTransaction(database.app().getConnection())) {
                DuePolls polls = new DuePolls(transaction, Settings.DEFAULT, Clock.systemUTC());
                for (int i = 0; i < rounds; i++) {
                    long start = System.nanoTime();
                    polls.enqueue();
                    transaction.commit();
                    taken.add((System.nanoTime() - start) / 1e6);
                }
            }
            return null;
        };
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (Future<Void> done : replicas.invokeAll(List.of(replica, replica))) {
                done.get();
            }
        }
        return taken;
    }

    /** What {@link #timeOfEnqueueing} has left in the queue. */
    static Set<String> enqueued(TestDatabase database, int rounds) throws Exception {
        timeOfEnqueueing(database, rounds);
        Set<String> feeds = new HashSet<>();
        try (Connection connection = database.app().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select task_instance from ingest_task")) {
            while (rows.next()) {
                feeds.add(rows.getString(1));
            }
        }
        return feeds;
    }

    private static void report(PrintStream out, String what, List<Double> taken) {
        List<Double> sorted = taken.stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "%-52s %8.1f ms, %.1f–%.1f in %d rounds%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast(),
                sorted.size());
    }

    private record Settings(Duration every, int batch, int threads, Duration lease) implements PollConfig {
        static final Settings DEFAULT = new Settings(Duration.ofSeconds(5), BATCH, 16, Duration.ofMinutes(30));
    }
}
