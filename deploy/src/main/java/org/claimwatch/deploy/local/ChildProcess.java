package org.claimwatch.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A part that runs in a process of its own, with its own log. */
final class ChildProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String name;
    private final Path log;
    private final Process process;
    private final ProcessFile processFile;

    private ChildProcess(String name, Path log, Process process, ProcessFile processFile) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.processFile = processFile;
    }

    /** @param arguments of this JVM's own {@code java} */
    static ChildProcess java(String name, Folders folders, List<String> arguments, Map<String, String> environment)
            throws IOException {
        // Ctrl-C and a closed terminal reach every process of the group at once: only the launcher is to hear them.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Path log = folders.logs().resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ChildProcess(
                name, log, process, ProcessFile.write(folders.running(), name, process.toHandle(), "TERM"));
    }

    /** @throws CannotRun with the log's last error if the process ends or stays silent */
    void awaitReady(URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, request)) {
                if (!process.isAlive()) {
                    throw new CannotRun("%s ended with code %d while starting: %s"
                            .formatted(name, process.exitValue(), lastError()));
                }
                if (System.nanoTime() > end) {
                    throw new CannotRun(
                            "%s was not ready after %d s: %s".formatted(name, PATIENCE.toSeconds(), lastError()));
                }
                Thread.sleep(100);
            }
        }
    }

    /** Waits for a process that does its work and ends. */
    void awaitSuccess() throws InterruptedException {
        int code = process.waitFor();
        processFile.delete();
        if (code != 0) {
            throw new CannotRun("%s ended with code %d: %s".formatted(name, code, lastError()));
        }
    }

    /** Completes with the exit code when the process has ended, asked to or not. */
    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void stop() {
        ProcessFile.stop(process.toHandle(), "TERM");
        processFile.delete();
    }

    void stop(Duration patience) {
        ProcessFile.stop(process.toHandle(), "TERM", patience);
        processFile.delete();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        processFile.delete();
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastError() {
        String said = "it said nothing";
        try {
            for (String line :
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList()) {
                if (line.contains("ERROR") || line.contains("Caused by:") || line.startsWith("Error")) {
                    said = line.strip();
                }
            }
        } catch (IOException e) {
            said = e.toString();
        }
        return said + " (all of it: " + log + ")";
    }
}
