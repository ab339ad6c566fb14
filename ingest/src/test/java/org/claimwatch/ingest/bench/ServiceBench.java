package org.claimwatch.ingest.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.LocalHost;

/** The packaged service as an operator runs it, with many hosts and a PostgreSQL of its own: what one replica polls and stores. */
final class ServiceBench {
    private static final Path SERVICE = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final int ENTRIES = 4;

    private final TestDatabase database = new TestDatabase();
    private final List<LocalHost> hosts = new ArrayList<>();
    private final AtomicInteger edition = new AtomicInteger();

    private ServiceBench() {}

    static void run(int feeds, PrintStream out) throws Exception {
        if (!Files.isRegularFile(SERVICE)) {
            out.println("left out: the service is not built; ./claimwatch bench ingest builds it");
            return;
        }
        ServiceBench bench = new ServiceBench();
        bench.database.start();
        try {
            bench.openHosts(feeds);
            bench.measure(feeds, out);
        } finally {
            bench.hosts.forEach(LocalHost::close);
            bench.database.stop();
        }
    }

    private void openHosts(int feeds) throws SQLException {
        String page = article();
        for (int i = 0; i < feeds; i++) {
            LocalHost host = new LocalHost();
            host.on("/rss.xml", exchange -> {
                byte[] feed = feed(host).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, feed.length);
                exchange.getResponseBody().write(feed);
            });
            host.onAny(page);
            hosts.add(host);
        }
        try (Connection connection = database.owner().getConnection();
                var outlet = connection.prepareStatement("insert into outlet (id, name, home_url) values (?, ?, ?)");
                var feed = connection.prepareStatement("insert into feed (outlet_id, url) values (?, ?)")) {
            for (int i = 0; i < feeds; i++) {
                outlet.setLong(1, i + 1);
                outlet.setString(2, "Outlet " + i);
                outlet.setString(3, hosts.get(i).base() + "/");
                outlet.executeUpdate();
                feed.setLong(1, i + 1);
                feed.setString(2, hosts.get(i).base() + "/rss.xml");
                feed.executeUpdate();
            }
        }
    }

    private String feed(LocalHost host) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Outlet</title>");
        for (int i = 0; edition.get() > 0 && i < ENTRIES; i++) {
            feed.append("<item><title>An article</title><link>")
                    .append(host.base())
                    .append("/")
                    .append(edition.get())
                    .append('/')
                    .append(i)
                    .append("/</link></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static String article() {
        return "<!doctype html><html lang=en><head><title>An article</title></head><body><article><h1>An article</h1>"
                + "<p>The council voted on Tuesday to keep the harbour open through the winter, the mayor said after the meeting.</p>"
                        .repeat(12)
                + "</article></body></html>";
    }

    private void measure(int feeds, PrintStream out) throws Exception {
        Process service = start();
        try {
            await("select count(*) from feed where last_poll_at is null", 0, Duration.ofMinutes(3), service);
            List<Double> polls = new ArrayList<>();
            List<Double> busy = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                double cpu = cpuSeconds(service);
                long start = System.nanoTime();
                pollAll();
                await("select count(*) from feed where last_poll_at < now_asked", 0, Duration.ofSeconds(30), service);
                polls.add(feeds * 60e9 / (System.nanoTime() - start));
                busy.add(feeds * 60 / Math.max(0.001, cpuSeconds(service) - cpu));
            }
            report(out, "feeds polled per minute, one replica", polls);
            report(out, "… per minute of processor time (one core)", busy);
            edition.set(1);
            double cpu = cpuSeconds(service);
            long start = System.nanoTime();
            pollAll();
            await("select " + feeds * ENTRIES + " - count(*) from article_version", 0, Duration.ofSeconds(60), service);
            report(
                    out,
                    "pages fetched, extracted and stored per second",
                    List.of(feeds * ENTRIES * 1e9 / (System.nanoTime() - start)));
            report(
                    out,
                    "… per second of processor time (one core)",
                    List.of(feeds * ENTRIES / (cpuSeconds(service) - cpu)));
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder service = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:+UseCompactObjectHeaders",
                "-Dquarkus.datasource.jdbc.url=" + database.url(),
                "-Dquarkus.datasource.username=claimwatch_app",
                "-Dquarkus.http.port=0",
                "-Dclaimwatch.fetch.allowed-ranges=127.0.0.1/32",
                "-Dclaimwatch.fetch.minimum-gap=PT0.1S",
                "-Dclaimwatch.poll.every=PT0.5S",
                "-Dclaimwatch.archive.folder=target/bench-archive",
                "-jar",
                SERVICE.toString());
        service.redirectErrorStream(true)
                .redirectOutput(Path.of("target/bench-service.log").toFile());
        return service.start();
    }

    /** All feeds are due now; robots.txt is known from the first round. */
    private void pollAll() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists asked (at timestamptz)");
            statement.execute("delete from asked");
            statement.execute("insert into asked values (clock_timestamp())");
            statement.execute("update feed set next_poll_at = now(), etag = null, last_modified = null");
        }
    }

    private void await(String count, long wanted, Duration most, Process service) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        String query = count.replace("now_asked", "(select at from asked)");
        while (number(query) > wanted) {
            if (System.nanoTime() > end || !service.isAlive()) {
                throw new IllegalStateException("the service did not get there in " + most.toSeconds() + " s: " + query
                        + "; its log is target/bench-service.log");
            }
            Thread.sleep(50);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static void report(PrintStream out, String what, List<Double> rounds) {
        Figure figure = new Figure(rounds);
        out.printf(
                Locale.ROOT,
                "%-52s %8.0f (%.0f–%.0f)%n",
                what,
                figure.median(),
                figure.rounds().getFirst(),
                figure.rounds().getLast());
    }
}
