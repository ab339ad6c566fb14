package org.claimwatch.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.claimwatch.deploy.local.CannotRun;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Ports;
import org.claimwatch.deploy.local.RunOptions;

/**
 * {@code ./claimwatch bench start [TIMES]}: what the JVM's options cost and save at the start of each service, on an empty
 * database of its own. Processor time and memory, which other work on the machine hardly changes; the lowest of several.
 */
public final class StartBench {
    private static final List<String> BASE = List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final String COMPACT = "-XX:+UseCompactObjectHeaders";
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private final LocalStack stack;
    private final Path work;
    private final int times;

    private StartBench(LocalStack stack, Path work, int times) {
        this.stack = stack;
        this.work = work;
        this.times = times;
    }

    /**
     * One start.
     *
     * @param processor seconds until it is ready
     * @param resident MB then
     * @param heap MB in use then, after a collection
     */
    private record Start(double processor, long resident, long heap) {}

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Path work = Path.of("deploy/target/bench-start").toAbsolutePath();
        Folders folders = Folders.ofProject(Path.of("").toAbsolutePath()).withData(work);
        folders.deleteData();
        LocalStack stack = new LocalStack(folders, Ports.free(), RunOptions.of(), System.out);
        try {
            stack.startDatabase();
            StartBench bench = new StartBench(stack, work, times);
            System.out.println("| service | options | processor s | resident MB | heap MB |");
            System.out.println("|---|---|---|---|---|");
            for (String service : List.of("ingest", "analysis", "web")) {
                bench.measure(service);
            }
        } finally {
            stack.close();
        }
    }

    private void measure(String service) throws IOException, InterruptedException {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        variants.put("usual headers, no archive of Java's classes", List.of("-Xshare:off"));
        variants.put("usual headers", List.of());
        variants.put("compact headers (images)", List.of(COMPACT));
        variants.put("compact headers, first compiler alone (this machine's stack)", List.of(COMPACT, FIRST_COMPILER));
        Path cache = work.resolve(service + ".aot");
        run(service, List.of(COMPACT, "-XX:AOTCacheOutput=" + cache), true);
        variants.put(
                "compact headers, AOT cache of %d MB".formatted(Files.size(cache) >> 20),
                List.of(COMPACT, "-XX:AOTCache=" + cache));
        for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
            Start best = run(service, variant.getValue(), false);
            for (int i = 1; i < times; i++) {
                Start next = run(service, variant.getValue(), false);
                best = next.processor < best.processor ? next : best;
            }
            System.out.printf(
                    "| %s | %s | %.1f | %d | %d |%n",
                    service, variant.getKey(), best.processor, best.resident, best.heap);
        }
    }

    private Start run(String service, List<String> options, boolean patient) throws IOException, InterruptedException {
        Map<String, String> environment =
                stack.another(service, service, Map.of()).environment();
        List<String> command = new ArrayList<>(List.of(java("java")));
        command.addAll(BASE);
        command.addAll(options);
        command.addAll(List.of("-jar", stack.folders().application(service).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(service + "-start.log").toFile());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            awaitReady(process, Objects.requireNonNull(environment.get("QUARKUS_MANAGEMENT_PORT")));
            double processor = process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
            long resident = Spent.resident(process.toHandle());
            return new Start(processor, resident, patient ? 0 : Spent.heapInUse(process.toHandle()));
        } finally {
            process.destroy();
            if (!process.waitFor(patient ? 300 : 30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private void awaitReady(Process process, String port) throws IOException, InterruptedException {
        URI probe = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive()) {
                try {
                    var request = HttpRequest.newBuilder(probe).build();
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                }
                Thread.sleep(50);
            }
        }
        throw new CannotRun("A service ended while starting; its log lies in " + work);
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
