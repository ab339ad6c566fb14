package org.claimwatch.deploy.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/** {@code ./claimwatch run}: starts the local stack, says where it is, and stops it when asked to. */
public final class Run {
    private final LocalStack stack;
    private volatile boolean stopping;

    private Run(LocalStack stack) {
        this.stack = stack;
    }

    public static void main(String[] arguments) throws Exception {
        RunOptions options = options(arguments);
        Folders folders = Folders.ofProject(Path.of(""));
        Ports ports = Ports.usual();
        try {
            folders.prepare();
            logTo(folders.logs().resolve("launcher.log"));
            new Run(new LocalStack(folders, ports, options, System.out))
                    .untilStopped(() -> greet(System.out, folders, ports, options));
        } catch (CannotRun e) {
            System.err.println("claimwatch: " + e.getMessage());
            System.exit(1);
        }
    }

    private static RunOptions options(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(RunOptions.USAGE);
            System.exit(0);
        }
        try {
            return RunOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage() + System.lineSeparator() + RunOptions.USAGE);
            System.exit(2);
            throw e;
        }
    }

    private void untilStopped(Runnable greeting) throws Exception {
        Thread stopping = Thread.ofPlatform().unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(stopping);
        start();
        greeting.run();
        CompletableFuture.allOf(stack.services().stream()
                        .map(service -> service.exit().thenAccept(code -> report(service, code)))
                        .toArray(CompletableFuture[]::new))
                .join();
        new CountDownLatch(1).await();
    }

    /** What went wrong is said last, after all is stopped again; being asked to stop meanwhile is nothing wrong. */
    private void start() throws IOException, InterruptedException {
        try {
            stack.start();
        } catch (CannotRun e) {
            if (stopping) {
                new CountDownLatch(1).await();
            }
            stopping = true;
            stack.close();
            throw e;
        }
    }

    private void report(Service service, int code) {
        if (!stopping) {
            System.err.printf(
                    "claimwatch: %s ended by itself with code %d; the rest goes on. Its log says why:"
                            + " .claimwatch/logs/%s.log. Ctrl-C, then ./claimwatch run starts it again.%n",
                    service.name(), code, service.name());
        }
    }

    private void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        System.out.println("Stopping.");
        try {
            stack.close();
            System.out.println("Stopped; the data stay in .claimwatch.");
        } catch (IOException e) {
            System.err.println("claimwatch: " + e);
        }
    }

    private static void greet(PrintStream out, Folders folders, Ports ports, RunOptions options) {
        out.printf("""

                Claimwatch   http://127.0.0.1:%d
                Sign in as   ada (admin), ben (analyst) or vera (viewer) of the River desk,
                             noor (analyst) of the Health desk; password of all: claimwatch
                E-mails      http://127.0.0.1:%d
                Data, logs   %s
                Ctrl-C stops it all and keeps the data.
                """, ports.web(), ports.mailPage(), folders.data().toAbsolutePath());
        for (String service : options.without()) {
            out.printf("Without %s: ./mvnw -pl %s quarkus:dev%n", service, service);
        }
    }

    /** The libraries' own messages go to a file: the terminal is for a person. */
    private static void logTo(Path file) throws IOException {
        String configuration = """
                handlers = java.util.logging.FileHandler
                .level = INFO
                java.util.logging.FileHandler.pattern = %s
                java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
                """.formatted(file.toAbsolutePath());
        try (InputStream in = new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8))) {
            LogManager.getLogManager().readConfiguration(in);
        }
    }
}
