package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.claimwatch.deploy.local.Folders;
import org.claimwatch.deploy.support.StackInItsOwnProcess;
import org.claimwatch.deploy.support.WholeStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** However the launcher ends, nothing that it started goes on; and what a crash leaves on disk starts again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {
    private static final Folders FOLDERS = WholeStack.folders("own-process");

    private static @Nullable Process launched;

    /** A test that fails must not leave behind what it wanted to see stop; the stack's guard stops the rest. */
    @AfterEach
    void killWhatStillRuns() {
        if (launched != null) {
            launched.destroyForcibly();
        }
    }

    @Test
    @Order(1)
    void a_killed_launcher_leaves_no_process_behind() throws Exception {
        Process launcher = launch();
        List<ProcessHandle> parts = parts();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(2);

        launcher.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(40)).until(() -> parts.stream().noneMatch(StackIT::runs));
    }

    @Test
    @Order(2)
    void it_starts_again_after_the_crash_and_stops_in_order() throws Exception {
        long begun = System.nanoTime();
        Process launcher = launch();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
        List<ProcessHandle> parts = parts();

        // Not SIGINT: a test run in a shell's background inherits that one ignored. Both end in the same shutdown.
        launcher.destroy();

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(parts).noneMatch(StackIT::runs);
        assertThat(processFiles()).isEmpty();
    }

    private static Process launch() throws IOException {
        Path out = FOLDERS.data().resolveSibling("own-process.log");
        Files.createDirectories(FOLDERS.data());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackInItsOwnProcess.class.getName(),
                        FOLDERS.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        launched = process;
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            assertThat(process.isAlive()).as(() -> read(out)).isTrue();
            return read(out).contains(StackInItsOwnProcess.READY);
        });
        return process;
    }

    private static List<ProcessHandle> parts() throws IOException {
        return processFiles().stream()
                .map(file -> Long.parseLong(read(file).split(" ", -1)[0]))
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    /** A process that has ended and is not yet collected by its parent does not run. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static List<Path> processFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS.data().resolve("running"))) {
            return files.toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
