package org.claimwatch.deploy.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.claimwatch.deploy.corpus.Rows.Table;
import org.claimwatch.deploy.local.CannotRun;
import org.postgresql.PGConnection;

/**
 * Fills the tables by COPY on two connections, with triggers, foreign keys and indexes put off: what the triggers would have
 * made is made at the end by the same functions, and then the indexes.
 */
final class BulkLoad {
    private static final int CONNECTIONS = 2;
    private static final int WORLDS_AT_ONCE = 25;
    private static final int WORDS_AT_ONCE = 2_000;

    /** Nobody but triggers writes them. */
    private static final List<String> DERIVED_TABLES = List.of(
            "statement_words",
            "article_version_words",
            "told_version",
            "told_statement",
            "told_stance",
            "told_origin",
            "claim_seen",
            "actor_seen",
            "unnamed_speaker",
            "reversal");

    /** Filled by triggers in earnest: a function and the table whose ids it takes. */
    private enum Derived {
        STATEMENT_WORDS(Table.STATEMENT, "store_statement_words"),
        ARTICLE_VERSION_WORDS(Table.ARTICLE_VERSION, "store_article_version_words");

        private final Table of;
        private final String function;

        Derived(Table of, String function) {
            this.of = of;
            this.function = function;
        }
    }

    private final DataSource superuser;
    private final PrintStream out;

    BulkLoad(DataSource superuser, PrintStream out) {
        this.superuser = superuser;
        this.out = out;
    }

    private interface Work {
        void with(Connection connection) throws SQLException, IOException;
    }

    /**
     * Loads a corpus.
     *
     * @throws CannotRun when the database holds articles and nobody said that it may
     */
    void load(PressTemplates press, CorpusOptions options) throws SQLException {
        Ids ids;
        Ids before;
        WorldRows worlds;
        List<String> indexes;
        try (Connection connection = connect()) {
            demandEmpty(connection, options);
            ids = Ids.after(connection);
            before = Ids.after(connection);
            worlds = new WorldRows(
                    press, new Worlds(press, options), ids, StoredOnce.in(connection, ids), analysis(connection));
            indexes = dropIndexes(connection);
        }
        try {
            timed("rows", () -> copyAll(worlds));
            timed("words", () -> derive(before, ids));
            timed("days", () -> inParallel(List.of(it -> run(it, "select rebuild_told()"))));
        } finally {
            timed(
                    "indexes",
                    () -> inParallel(indexes.stream()
                            .<Work>map(sql -> it -> run(it, sql))
                            .toList()));
        }
        try (Connection connection = connect()) {
            ids.release(connection);
            connection.commit();
            connection.setAutoCommit(true);
            timed("statistics", () -> run(connection, "vacuum (analyze)"));
        }
    }

    /** The same rows through triggers and foreign keys, as the services add them: to compare with. */
    void loadThroughTriggers(PressTemplates press, CorpusOptions options, DataSource owner)
            throws SQLException, IOException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Ids ids = Ids.after(connection);
            WorldRows worlds = new WorldRows(
                    press, new Worlds(press, options), ids, StoredOnce.in(connection, ids), analysis(connection));
            Rows rows = new Rows();
            for (int world = 0; world < worlds.count(); world++) {
                worlds.write(world, rows);
                rows.copy(connection.unwrap(PGConnection.class).getCopyAPI());
            }
            ids.release(connection);
            connection.commit();
        }
    }

    private void copyAll(WorldRows worlds) throws SQLException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        Work copying = connection -> {
            Rows rows = new Rows();
            for (int from = next.getAndAdd(WORLDS_AT_ONCE);
                    from < worlds.count();
                    from = next.getAndAdd(WORLDS_AT_ONCE)) {
                for (int world = from; world < Math.min(from + WORLDS_AT_ONCE, worlds.count()); world++) {
                    worlds.write(world, rows);
                }
                rows.copy(connection.unwrap(PGConnection.class).getCopyAPI());
                connection.commit();
                tell(told, next.get(), worlds.count());
            }
        };
        inParallel(java.util.Collections.nCopies(CONNECTIONS, copying));
    }

    private void derive(Ids before, Ids after) throws SQLException {
        for (Derived derived : Derived.values()) {
            AtomicLong next = new AtomicLong(before.last(derived.of) + 1);
            long last = after.last(derived.of);
            AtomicInteger told = new AtomicInteger();
            Work storing = connection -> {
                String sql = "select %s(array(select generate_series(?, ?)))".formatted(derived.function);
                try (var store = connection.prepareStatement(sql)) {
                    for (long from = next.getAndAdd(WORDS_AT_ONCE);
                            from <= last;
                            from = next.getAndAdd(WORDS_AT_ONCE)) {
                        store.setLong(1, from);
                        store.setLong(2, Math.min(last, from + WORDS_AT_ONCE - 1));
                        store.execute();
                        connection.commit();
                        tell(told, next.get() - before.last(derived.of), last - before.last(derived.of));
                    }
                }
            };
            inParallel(java.util.Collections.nCopies(CONNECTIONS, storing));
        }
    }

    /** Each is made by what it says; those that hold a constraint stay, and those by which rebuild_told() finds its rows. */
    private static List<String> dropIndexes(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        StringBuilder tables = new StringBuilder("'" + String.join("', '", DERIVED_TABLES) + "'");
        for (Table table : Table.values()) {
            tables.append(", '").append(table.sqlName()).append('\'');
        }
        String sql = """
                select indexname, indexdef from pg_indexes i where schemaname = 'public' and tablename in (%s)
                  and not exists (select from pg_constraint c where c.conindid = cast(i.indexname as regclass))
                  and indexdef not like 'CREATE UNIQUE%%'
                  and indexname not in ('told_statement_claim', 'near_duplicate_later')
                order by indexdef like '%% gin %%' desc, indexname""".formatted(tables);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        for (String name : names) {
            run(connection, "drop index " + name);
        }
        connection.commit();
        return definitions;
    }

    private static void demandEmpty(Connection connection, CorpusOptions options) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select exists (select from article)")) {
            found.next();
            if (found.getBoolean(1) && !options.add()) {
                throw new CannotRun(
                        "The database holds articles, and an invented corpus would lie among them. Take another"
                                + " database, or say --add if that is what you want.");
            }
        }
    }

    /** What the newest analysis calls itself, so that it does not read the corpus anew. */
    private static String analysis(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select name from analysis_release order by id desc limit 1")) {
            return found.next() ? found.getString(1) : "corpus";
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = superuser.getConnection();
        // Neither triggers nor foreign keys, for this connection alone; who is no superuser is told so here.
        run(connection, "set session_replication_role = replica");
        run(connection, "set synchronous_commit = off");
        run(connection, "set maintenance_work_mem = '512MB'");
        connection.setAutoCommit(false);
        return connection;
    }

    private void inParallel(List<Work> works) throws SQLException {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> running = new ArrayList<>();
            for (Work work : works) {
                running.add(threads.submit(() -> {
                    try (Connection connection = connect()) {
                        work.with(connection);
                        connection.commit();
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private void timed(String what, Step step) throws SQLException {
        long begun = System.nanoTime();
        step.run();
        out.printf(
                "  %-11s %7.1f s%n",
                what, Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    private void tell(AtomicInteger told, long done, long of) {
        int tenth = (int) Math.min(10, 10 * done / of);
        if (told.getAndAccumulate(tenth, Math::max) < tenth && of > 10_000 / WORLDS_AT_ONCE) {
            out.printf("    %d of 10%n", tenth);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
