package org.claimwatch.deploy.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.local.Service;

/**
 * Deals {@code kill -9} to a stack's services at random moments of their work, starts them again, and writes a line for each
 * in a file.
 */
public final class Blows implements AutoCloseable {
    private static final List<String> SERVICES = List.of("ingest", "analysis", "web");

    /** A service is left in peace until it has done up to so many things since it was killed, and for up to so long then. */
    private static final int MOST_DONE = 4;

    private static final int LONGEST_PEACE_MS = 500;

    /** How many things each service has done, for whoever looks from outside. */
    private static final String DONE = """
            select concat_ws(' ', (select count(*) from article) + (select count(*) from article_version),
              (select count(*) from article_version where analysed_at is not null),
              (select count(*) from mail_delivery where state = 'SENT'))""";

    /** One kill. */
    public record Blow(Instant at, String service) {}

    private final Map<String, Service> services = new TreeMap<>();
    private final List<Stead> steads = new ArrayList<>();
    private final Map<String, Integer> goals = new TreeMap<>();
    private final Everything database;
    private final Random random;
    private final Path file;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Duration>> starts = new TreeMap<>();
    private final List<Blow> dealt = new ArrayList<>();
    private final List<Duration> restarts = new ArrayList<>();

    public Blows(LocalStack stack, long seed, Path file) throws IOException {
        SERVICES.forEach(service -> services.put(service, stack.service(service)));
        this.database = new Everything(stack);
        this.random = new Random(seed);
        this.file = file;
        Files.createDirectories(file.getParent());
        Files.writeString(file, "seed %d%n".formatted(seed));
    }

    /** Has services that start faster take the stead of the stack's own; to see to that takes a while, once. */
    public void startFaster(LocalStack stack, Path folder) throws IOException, InterruptedException {
        for (String service : SERVICES) {
            Stead faster = new Stead(stack, service, StartupCaches.of(stack, service, folder));
            steads.add(faster);
            services.put(service, faster.service());
        }
    }

    public Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    /** Starts a service, side by side with what else starts. */
    public void start(String service) {
        starts.put(service, CompletableFuture.supplyAsync(() -> started(service), threads));
    }

    /** Begins to count what is done from here. */
    public void begin() {
        goals.clear();
        setGoals(done());
    }

    /**
     * Waits until a service that is up has done a random number of things, then for a random moment, and kills it.
     *
     * @param enough ends the wait
     * @return whether a blow was dealt
     */
    public boolean strike(BooleanSupplier enough) throws InterruptedException {
        List<String> ripe = new ArrayList<>();
        await().atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    Map<String, Integer> done = done();
                    ripe.clear();
                    up().stream()
                            .filter(this::hasItsTurn)
                            .filter(service -> done.getOrDefault(service, 0) >= goals.getOrDefault(service, 0))
                            .forEach(ripe::add);
                    return !ripe.isEmpty() || enough.getAsBoolean();
                });
        if (ripe.isEmpty()) {
            return false;
        }
        String service = ripe.get(random.nextInt(ripe.size()));
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(LONGEST_PEACE_MS)).toNanos());
        service(service).kill();
        dealt.add(new Blow(Instant.now(), service));
        Map<String, Integer> done = done();
        goals.remove(service);
        setGoals(done);
        write("%s blow %d: %s; announced and fetched, read, mails sent: %s"
                .formatted(Instant.now(), dealt.size(), service, done));
        start(service);
        return true;
    }

    /** The first blows go round, so that a short run hits each service; after that it is chance. */
    private boolean hasItsTurn(String service) {
        return dealt.size() >= SERVICES.size() || dealt.stream().noneMatch(blow -> blow.service.equals(service));
    }

    private Map<String, Integer> done() {
        String[] counts = database.lines(DONE).getFirst().split(" ", -1);
        Map<String, Integer> done = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            done.put(SERVICES.get(i), Integer.valueOf(counts[i]));
        }
        return done;
    }

    private void setGoals(Map<String, Integer> done) {
        done.forEach((service, count) -> goals.computeIfAbsent(service, it -> count + 1 + random.nextInt(MOST_DONE)));
    }

    /** Waits until everything is up. */
    public void awaitAllUp() {
        starts.values().forEach(CompletableFuture::join);
        up();
    }

    public int count() {
        return dealt.size();
    }

    public List<Instant> killed(String service) {
        return dealt.stream()
                .filter(blow -> blow.service.equals(service))
                .map(Blow::at)
                .toList();
    }

    /** How many each service took, and how long it took to be up again. */
    public String summary() {
        Map<String, Integer> each = new TreeMap<>();
        dealt.forEach(blow -> each.merge(blow.service, 1, Integer::sum));
        List<Duration> sorted = restarts.stream().sorted().toList();
        return "%d blows %s; up again after %.1f s (median), %.1f s at most"
                .formatted(dealt.size(), each, seconds(sorted, sorted.size() / 2), seconds(sorted, sorted.size() - 1));
    }

    /** Adds a line to the file, so that a run which is cut short has told how far it came. */
    public void write(String line) {
        try {
            Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Stead stead : steads) {
            stead.close();
        }
    }

    /** Those that are up. */
    private List<String> up() {
        List<String> up = new ArrayList<>();
        for (String service : SERVICES) {
            CompletableFuture<Duration> start = starts.get(service);
            if (start == null || start.isDone()) {
                if (start != null) {
                    restarts.add(start.join());
                    starts.remove(service);
                }
                up.add(service);
            }
        }
        return up;
    }

    private Duration started(String service) {
        long begun = System.nanoTime();
        try {
            service(service).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static double seconds(List<Duration> sorted, int at) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, at)).toMillis() / 1000.0;
    }
}
