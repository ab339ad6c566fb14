package org.claimwatch.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One of Claimwatch's own services, run from its package as production does, with a small heap. */
public final class Service implements AutoCloseable {
    private static final List<String> MEMORY = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final String name;
    private final Folders folders;
    private final int port;
    private final Map<String, String> environment;
    private @Nullable ChildProcess process;

    Service(String name, Folders folders, int port, Map<String, String> environment) {
        this.name = name;
        this.folders = folders;
        this.port = port;
        this.environment = environment;
    }

    public String name() {
        return name;
    }

    public void start() throws IOException, InterruptedException {
        Path application = folders.application(name);
        if (!Files.exists(application)) {
            throw new CannotRun("%s is not built: %s is missing. Run ./mvnw package -DskipTests -pl common,%s"
                    .formatted(name, application, name));
        }
        List<String> arguments = new ArrayList<>(MEMORY);
        arguments.addAll(List.of("-jar", application.toString()));
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

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }
}
