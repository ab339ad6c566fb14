package org.claimwatch.deploy.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk that is full after a few pages, until it grows. It is a tmpfs, which only root may mount: others skip the test. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    public SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Puts it in place, or skips the test. */
    public void mount() throws IOException {
        Files.createDirectories(folder);
        // What an earlier run that was killed has left mounted.
        run("umount", folder.toString());
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "claimwatch-small-disk", folder.toString()),
                "a small disk can be mounted here (it takes root): without, a full disk is not tested");
    }

    public Path folder() {
        return folder;
    }

    /** Makes room. */
    public void grow() throws IOException {
        if (!run("mount", "-o", "remount,size=64m", folder.toString())) {
            throw new IOException("the small disk could not grow");
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
