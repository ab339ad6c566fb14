package org.claimwatch.deploy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimwatch.deploy.image.JvmOptions;
import org.claimwatch.deploy.local.CannotRun;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;

/**
 * {@code ./claimwatch bench web}: many people look at the main pages of this machine's stack for a while, each signed in
 * through Keycloak; then each page once more while PostgreSQL explains what is slow. The dashboard has the JVM's options and
 * the heap that its image has.
 */
public final class WebBench {
    private static final List<String> NAMES = List.of("ada", "ben", "vera", "noor");
    private static final Duration THINKING = Duration.ofSeconds(5);

    /** By then the dashboard has shown its main pages a thousand times, and most of their code is compiled. */
    private static final Duration WARMING = Duration.ofMinutes(2);

    /** MB of heap: what the image's share of the manifest's limit comes to. */
    private static final int HEAP = 352;

    private static final int SLOW_MS = 50;
    private static final int PLANS = 12;

    private final LocalStack stack;
    private final Path data;
    private final int users;
    private final Duration length;
    private final PrintStream out;

    private WebBench(LocalStack stack, Path data, int users, Duration length, PrintStream out) {
        this.stack = stack;
        this.data = data;
        this.users = users;
        this.length = length;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Folders folders = Folders.ofProject(Path.of(""));
        RunOptions options = RunOptions.of(
                "--no-sample", "--without", "ingest", "--without", "analysis", "--database-memory", "2048");
        PrintStream out = System.out;
        LocalStack stack = new LocalStack(folders, Ports.usual(), options, out);
        List<String> jvm = new ArrayList<>(JvmOptions.SERVICE);
        jvm.add("-Xmx%dm".formatted(HEAP));
        stack.service("web").runWith(jvm);
        try {
            stack.start();
            new WebBench(stack, folders.data(), users, Duration.ofSeconds(seconds), out).run();
        } catch (CannotRun e) {
            System.err.println("claimwatch: " + e.getMessage());
        } finally {
            stack.close();
        }
    }

    private void run() throws SQLException, IOException, InterruptedException {
        MainPages pages = new MainPages(stack.superuser());
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            List<WebUser> signedIn = signIn(client);
            // Compiled code and a warm cache are what people meet; the first page after a start is measured elsewhere.
            PageTimes first = new PageTimes();
            look(pages, signedIn.getFirst(), first, 1);
            out.printf("%nOne user alone, each page for the first time; the machine's load %.1f:", load());
            first.print(out);
            PageTimes warming = new PageTimes();
            everybody(pages, signedIn, warming, WARMING);
            out.println();
            warming.printAll(out, "all, in the first %d s".formatted(WARMING.toSeconds()));
            PageTimes times = new PageTimes();
            double loadBefore = load();
            Processors before = processors();
            everybody(pages, signedIn, times, length);
            Processors after = processors();
            out.printf(
                    "%n%d users for %d s, each some %d s on a page; the machine's load %.1f before, %.1f after.",
                    users, length.toSeconds(), THINKING.toSeconds(), loadBefore, load());
            times.print(out);
            out.printf(
                    "Processor ms for each page: web %.1f, PostgreSQL %.1f.%n",
                    1000 * (after.web() - before.web()) / times.count(),
                    1000 * (after.database() - before.database()) / times.count());
            ProcessHandle web = stack.service("web").process();
            out.printf(
                    "web: %d MB resident at most, %d MB beside its heap of %d MB.%n",
                    Spent.residentAtMost(web), Spent.besideHeap(web), HEAP);
            explain(pages, signedIn.getFirst());
        }
    }

    /** Seconds of processor that each has had since its start. */
    private record Processors(double web, double database) {}

    private Processors processors() throws IOException {
        return new Processors(
                Spent.processor(stack.service("web").process()),
                Spent.processor(stack.postgres().postmaster().orElseThrow()));
    }

    private List<WebUser> signIn(HttpClient client) throws IOException, InterruptedException {
        URI home = URI.create("http://127.0.0.1:" + stack.ports().web());
        List<WebUser> signedIn = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            WebUser user = new WebUser(client, home);
            user.signIn(NAMES.get(i % NAMES.size()), "claimwatch");
            signedIn.add(user);
        }
        return signedIn;
    }

    private void everybody(MainPages pages, List<WebUser> signedIn, PageTimes times, Duration time)
            throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < signedIn.size(); i++) {
                WebUser user = signedIn.get(i);
                SplittableRandom random = new SplittableRandom(i);
                running.add(threads.submit(() -> {
                    visit(pages, user, random, times, end);
                    return null;
                }));
            }
            for (Future<?> visit : running) {
                visit.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void visit(MainPages pages, WebUser user, SplittableRandom random, PageTimes times, long end)
            throws InterruptedException {
        Thread.sleep(random.nextLong(THINKING.toMillis()));
        while (System.nanoTime() < end) {
            String page = pages.names().get(random.nextInt(pages.names().size()));
            time(pages.any(page, random), page, user, times);
            Thread.sleep(random.nextLong(2 * THINKING.toMillis()));
        }
    }

    private static void time(String address, String page, WebUser user, PageTimes times) throws InterruptedException {
        long begun = System.nanoTime();
        boolean got;
        try {
            got = user.get(address).statusCode() == 200;
        } catch (IOException e) {
            got = false;
        }
        times.took(page, (System.nanoTime() - begun) / 1e6);
        if (!got) {
            times.failed(page, address);
        }
    }

    private static void look(MainPages pages, WebUser user, PageTimes times, int rounds) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < rounds; i++) {
            for (String page : pages.names()) {
                time(pages.any(page, random), page, user, times);
            }
        }
    }

    /** New sessions explain: those of the pool began before. */
    private void explain(MainPages pages, WebUser user) throws SQLException, IOException, InterruptedException {
        SlowPlans plans = new SlowPlans(stack.superuser(), data.resolve("logs/postgres.log"));
        plans.on(SLOW_MS);
        try {
            stack.service("web").close();
            stack.service("web").start();
            PageTimes alone = new PageTimes();
            look(pages, user, alone, 2);
            out.printf("%nOne user alone, with explanations, twice each:");
            alone.print(out);
        } finally {
            plans.off();
        }
        Path file = data.resolve("logs/slow-plans.txt");
        List<String> slowest = plans.slowest(PLANS);
        Files.writeString(file, String.join("\n", slowest));
        out.printf("%nThe %d slowest queries' plans, of those above %d ms: %s%n", slowest.size(), SLOW_MS, file);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
