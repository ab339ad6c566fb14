package org.claimwatch.deploy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.deploy.corpus.CorpusOptions;
import org.claimwatch.deploy.corpus.LoadCorpus;
import org.claimwatch.deploy.image.JvmOptions;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;
import org.claimwatch.deploy.local.Service;

/**
 * {@code ./claimwatch bench pipeline [TEXTS]}: how fast texts become claims with one, two and three replicas of the analysis, what a
 * text costs the services and PostgreSQL, how many tasks pass through the queue, and how long the sample press takes from feed to
 * claim. A database of its own, with the JVM's options and heaps that the images have.
 */
public final class PipelineBench {
    private static final int MOST_REPLICAS = 3;

    /** Read by each replica before one counts: its code is compiled by then. */
    private static final int WARMING = 20;

    /** No analysis has this name, so each reads what it is said to have read. */
    private static final String UNREAD = "none";

    /** For each thing that is waited for; nothing that is measured takes as long on a machine that works. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final int TASKS = 10_000;
    private static final int DAYS = 30;

    /** MB of heap: what the images' share of the manifests' limits comes to. */
    private static final Map<String, Integer> HEAP = Map.of("ingest", 352, "analysis", 492);

    /** Nothing is read but what the bench puts into the queue. */
    private static final Map<String, String> SETTINGS = Map.of("CLAIMWATCH_ANALYSIS_REREAD_BATCH", "0");

    private final LocalStack stack;
    private final PrintStream out;
    private final ProcessHandle database;

    private PipelineBench(LocalStack stack, PrintStream out) throws IOException {
        this.stack = stack;
        this.out = out;
        this.database = stack.postgres().postmaster().orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        int texts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Folders folders = Folders.ofProject(Path.of("").toAbsolutePath())
                .withData(Path.of("deploy/target/bench-pipeline").toAbsolutePath());
        folders.deleteData();
        PrintStream out = System.out;
        LocalStack stack = new LocalStack(folders, Ports.free(), RunOptions.of(), out);
        try {
            stack.startDatabase();
            PipelineBench bench = new PipelineBench(stack, out);
            bench.fromFeedToClaim();
            bench.throughTheQueue();
            int corpus = MOST_REPLICAS * texts + WARMING * MOST_REPLICAS * (MOST_REPLICAS + 1) / 2;
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            LoadCorpus.load(
                    folders, new CorpusOptions(corpus, 5L * corpus, DAYS, today, true, null), stack.superuser(), out);
            bench.run("update article_version set analysis_version = '%s'".formatted(UNREAD));
            bench.replicas(texts);
        } finally {
            stack.close();
        }
    }

    /** The sample press, whose eight hosts are asked for a page every two seconds at most. */
    private void fromFeedToClaim() throws Exception {
        stack.samplePress().start();
        stack.insertSample();
        try (Service ingest = service("ingest", 1);
                Service analysis = service("analysis", 1)) {
            analysis.start();
            double analysisBefore = Spent.processor(analysis.process());
            double databaseBefore = Spent.processor(database);
            long begun = System.nanoTime();
            ingest.start();
            await(
                    "select (select count(*) from article_version where analysed_at is not null) >= 40"
                            + " and not exists (select from ingest_task where task_name in ('fetch-article', 'link-duplicates'))");
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    "%nFrom feed to claim: 40 articles of 8 hosts in %.0f s, ingest's start in it: %.0f a minute.%n",
                    seconds, 40 * 60 / seconds);
            out.printf(
                    "Processor s for each: ingest %.2f (its start in it), analysis %.2f, PostgreSQL %.2f.%n",
                    Spent.processor(ingest.process()) / 40,
                    (Spent.processor(analysis.process()) - analysisBefore) / 40,
                    (Spent.processor(database) - databaseBefore) / 40);
            memory(ingest);
            memory(analysis);
        }
    }

    /** Tasks whose article is gone: each is taken, looked up and removed, and that is all. */
    private void throughTheQueue() throws Exception {
        run("""
                insert into ingest_task (task_name, task_instance, task_data, execution_time, picked, version)
                select 'fetch-article', 'gone-' || n, convert_to('{"articleId":' || 1000000000 + n || '}', 'UTF8'), now(), false, 1
                from generate_series(1, %d) n""".formatted(TASKS));
        run("update feed set next_poll_at = 'infinity'");
        try (Service ingest = service("ingest", 1)) {
            ingest.start();
            int left = count("select count(*) from ingest_task where task_instance like 'gone-%'");
            double before = Spent.processor(database);
            long begun = System.nanoTime();
            await("select not exists (select from ingest_task where task_instance like 'gone-%')");
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    "%nThrough the queue, one replica: %d tasks in %.1f s, %.0f a second; PostgreSQL %.2f ms of a processor each.%n",
                    left, seconds, left / seconds, 1000 * (Spent.processor(database) - before) / left);
        }
    }

    private void replicas(int texts) throws Exception {
        List<Service> analyses = new ArrayList<>();
        try {
            Service first = service("analysis", 1);
            analyses.add(first);
            first.start();
            out.printf(
                    "%n| replicas of analysis | texts a minute | processor s for each: analysis, PostgreSQL | load of the machine |%n");
            out.println("|---|---|---|---|");
            for (int replicas = 1; replicas <= MOST_REPLICAS; replicas++) {
                if (replicas > 1) {
                    Service next = service("analysis", replicas);
                    analyses.add(next);
                    next.start();
                }
                read(WARMING * replicas);
                double analysisBefore = processor(analyses);
                double databaseBefore = Spent.processor(database);
                long begun = System.nanoTime();
                read(texts);
                double minutes = (System.nanoTime() - begun) / 6e10;
                double ofDatabase = (Spent.processor(database) - databaseBefore) / texts;
                out.printf(
                        "| %d | %.0f | %.2f, %.3f | %.1f |%n",
                        replicas,
                        texts / minutes,
                        (processor(analyses) - analysisBefore) / texts,
                        ofDatabase,
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage());
                if (replicas == MOST_REPLICAS) {
                    out.printf("One processor of PostgreSQL is full at %.0f texts a minute.%n", 60 / ofDatabase);
                }
            }
            for (Service analysis : analyses) {
                memory(analysis);
            }
        } finally {
            analyses.forEach(Service::close);
        }
    }

    /** Has so many texts of the corpus read as if they had just come in. */
    private void read(int texts) throws SQLException, InterruptedException {
        run("""
                insert into analysis_task (task_name, task_instance, task_data, execution_time, picked, version)
                select 'analyse-version', id, convert_to('{"articleVersionId":' || id || '}', 'UTF8'), now(), false, 1
                from article_version where analysis_version = '%s' order by id limit %d""".formatted(UNREAD, texts));
        await("select not exists (select from analysis_task where task_name = 'analyse-version')");
    }

    private Service service(String name, int number) {
        Service service = stack.another(name, name + "-" + number, SETTINGS);
        List<String> options = new ArrayList<>(JvmOptions.SERVICE);
        options.add("-Xmx%dm".formatted(HEAP.get(name)));
        service.runWith(options);
        return service;
    }

    private void memory(Service service) throws IOException, InterruptedException {
        out.printf(
                "%s: %d MB resident at most, %d MB beside its heap of %d MB.%n",
                service.name(),
                Spent.residentAtMost(service.process()),
                Spent.besideHeap(service.process()),
                HEAP.get(service.name().replaceAll("-.*", "")));
    }

    private static double processor(List<Service> services) {
        return services.stream()
                .mapToDouble(it -> Spent.processor(it.process()))
                .sum();
    }

    private void await(String question) throws SQLException, InterruptedException {
        try (Connection connection = stack.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                try (var answer = statement.executeQuery(question)) {
                    answer.next();
                    if (answer.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("not done within %d min: %s".formatted(PATIENCE.toMinutes(), question));
    }

    private int count(String question) throws SQLException {
        try (Connection connection = stack.superuser().getConnection();
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private void run(String command) throws SQLException {
        try (Connection connection = stack.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
