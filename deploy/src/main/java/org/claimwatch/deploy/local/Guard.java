package org.claimwatch.deploy.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Stops the stack's processes when the launcher can no longer do it, {@code kill -9} included.
 *
 * <p>A shell that reads from the launcher: however the launcher ends, the system closes that pipe, and the shell signals
 * every process that still has its {@link ProcessFile}.
 */
final class Guard implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT HUP
            cat >/dev/null
            for file in "$1"/*.pid; do
              [ -f "$file" ] && read -r pid signal rest <"$file" && kill -"$signal" "$pid" 2>/dev/null
            done
            rounds=0
            for file in "$1"/*.pid; do
              [ -f "$file" ] && read -r pid rest <"$file" || continue
              while kill -0 "$pid" 2>/dev/null && [ $rounds -lt 20 ]; do sleep 1; rounds=$((rounds + 1)); done
              kill -KILL "$pid" 2>/dev/null
              rm -f "$file"
            done
            """;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard over(Path running) throws IOException {
        return new Guard(new ProcessBuilder(
                        "sh",
                        "-c",
                        SCRIPT,
                        "claimwatch-guard",
                        running.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Lets the guard go; what still runs by then, it stops. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException e) {
            shell.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
