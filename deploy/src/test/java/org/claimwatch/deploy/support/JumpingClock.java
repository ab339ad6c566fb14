package org.claimwatch.deploy.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A machine's clock that a test sets, for the services that are told of it: libfaketime stands between them and the real one. */
public final class JumpingClock {
    private final Path library;
    private final Path file;

    private JumpingClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** Right for now; skips the test where the library is missing. */
    public static JumpingClock in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Optional<Path> found;
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            found = folders.map(it -> it.resolve("faketime/libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
        Assumptions.assumeTrue(
                found.isPresent(),
                "libfaketime is installed here (Debian: apt install libfaketime): without, no clock jumps");
        JumpingClock clock =
                new JumpingClock(found.orElseThrow(), folder.toAbsolutePath().resolve("clock"));
        clock.wrongBy(Duration.ZERO);
        return clock;
    }

    /** The clock that is set is wrong; what counts the time since a start goes on as it is, as on a real machine. */
    public Map<String, String> settings() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1",
                // Else whoever waits for a time by the count that is not faked waits for none, and all spin.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }

    /** Jumps: within a second each of its services sees it. */
    public void wrongBy(Duration difference) throws IOException {
        Path next = file.resolveSibling("clock-next");
        Files.writeString(next, "%+d%n".formatted(difference.toSeconds()));
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
