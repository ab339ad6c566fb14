package org.claimwatch.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One of Claimwatch's own services, run from its package as production does, with a small heap. */
public final class Service implements AutoCloseable {
    /** Options of its JVM. */
    public static final List<String> MEMORY = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final String name;
    private final String application;
    private final Folders folders;
    private final Map<String, String> environment;
    private List<String> options = MEMORY;
    private @Nullable ChildProcess process;

    /**
     * @param name its own, for its log
     * @param application which of the three it is
     */
    Service(String name, String application, Folders folders, Map<String, String> environment) {
        this.name = name;
        this.application = application;
        this.folders = folders;
        this.environment = environment;
    }

    public String name() {
        return name;
    }

    /** What it is told. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** From its next start on its JVM has these options instead of {@link #MEMORY}. */
    public void runWith(List<String> options) {
        this.options = List.copyOf(options);
    }

    /**
     * The process of its newest start.
     *
     * @throws IllegalStateException before the first
     */
    public ProcessHandle process() {
        if (process == null) {
            throw new IllegalStateException(name + " has not started");
        }
        return process.handle();
    }

    public void start() throws IOException, InterruptedException {
        Path program = folders.application(application);
        if (!Files.exists(program)) {
            throw new CannotRun("%s is not built: %s is missing. Run ./mvnw package -DskipTests -pl common,%s"
                    .formatted(application, program, application));
        }
        String port = Objects.requireNonNull(environment.get(Environments.PROBES), Environments.PROBES);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", program.toString()));
        ChildProcess started = ChildProcess.java(name, folders, arguments, environment);
        process = started;
        started.awaitReady(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    /** Completes with the exit code when the running service has ended, asked to or not. */
    CompletableFuture<Integer> exit() {
        return process == null ? new CompletableFuture<>() : process.exit();
    }

    /** Ends it as a crash would, {@code kill -9}. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.kill();
        }
    }

    /** Stands still as a process does whose machine has no time for it, until {@link #resume()}. */
    public void suspend() throws IOException, InterruptedException {
        if (process != null) {
            process.signal("STOP");
        }
    }

    public void resume() throws IOException, InterruptedException {
        if (process != null) {
            process.signal("CONT");
        }
    }

    /** Stops it, and waits for longer than usual before it insists: for one that has something to write down at its end. */
    public void close(Duration patience) {
        if (process != null) {
            process.stop(patience);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }
}
