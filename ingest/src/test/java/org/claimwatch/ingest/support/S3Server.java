package org.claimwatch.ingest.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A real S3 server (Adobe's S3Mock, which the build brings) in a process of its own, with one bucket. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "press-archive";

    private static final Path PROGRAM = Path.of("target/s3/s3mock.jar");

    private final Process process;
    private final URI address;

    public S3Server(Path folder) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            address = URI.create("http://127.0.0.1:" + port);
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-Dserver.address=127.0.0.1",
                            "-Dserver.ssl.enabled=false",
                            "-Dserver.port=" + port,
                            "-Dcom.adobe.testing.s3mock.httpPort=0",
                            "-Dcom.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                            "-Dcom.adobe.testing.s3mock.store.root=" + folder.toAbsolutePath(),
                            "-jar",
                            PROGRAM.toAbsolutePath().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the S3 server; its log is in " + folder)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(200))
                .until(this::answers);
    }

    public URI address() {
        return address;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the S3 server ended with " + process.exitValue());
        }
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve("/favicon.ico").toURL().openConnection();
            return connection.getResponseCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
