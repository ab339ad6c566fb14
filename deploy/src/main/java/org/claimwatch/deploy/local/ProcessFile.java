package org.claimwatch.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers a running process of the stack on disk, so that it is found again should the launcher die.
 *
 * <p>One line: process id, the signal that stops it in good order, and when it started, without which an id that the
 * system has given to another process meanwhile would be mistaken for ours.
 */
final class ProcessFile {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path file;

    private ProcessFile(Path file) {
        this.file = file;
    }

    static ProcessFile write(Path folder, String name, ProcessHandle process, String signal) {
        Path file = folder.resolve(name + ".pid");
        try {
            Files.writeString(file, "%d %s %d%n".formatted(process.pid(), signal, startOf(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProcessFile(file);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier launcher left running in this folder, and nothing else. */
    static void stopLeftOvers(Path folder) {
        for (Path file : files(folder)) {
            new ProcessFile(file).stopLeftOver();
        }
    }

    private void stopLeftOver() {
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" "));
            if (words.size() == 3) {
                Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words.get(0)));
                process.filter(it -> startOf(it) == Long.parseLong(words.get(2)))
                        .ifPresent(it -> stop(it, words.get(1)));
            }
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the signal, waits a while, then insists. */
    static void stop(ProcessHandle process, String signal) {
        stop(process, signal, PATIENCE);
    }

    static void stop(ProcessHandle process, String signal, Duration patience) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".pid")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
