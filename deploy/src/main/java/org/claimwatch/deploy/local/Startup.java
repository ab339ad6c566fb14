package org.claimwatch.deploy.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts parts side by side, each as soon as those it needs are there, with a line for each; the first failure ends it. */
final class Startup implements AutoCloseable {
    /** What a part does to start. */
    interface Step {
        void run() throws Exception;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final PrintStream out;

    Startup(PrintStream out) {
        this.out = out;
    }

    CompletableFuture<Void> begin(String part, Step step, CompletableFuture<?>... needed) {
        return CompletableFuture.allOf(needed)
                .thenRunAsync(() -> run(part, step), threads)
                .whenComplete((nothing, reason) -> {
                    if (reason != null) {
                        failure.completeExceptionally(reasonFor(part, reason));
                    }
                });
    }

    /**
     * Returns when all these parts are ready.
     *
     * @throws CannotRun with the reason of the part that failed first
     */
    void await(CompletableFuture<?>... parts) {
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(parts), failure).join();
        } catch (CompletionException e) {
            throw failure.exceptionNow() instanceof CannotRun reason ? reason : e;
        }
    }

    /** Interrupts what is still starting, and waits until it has let go. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String part, Step step) {
        long begun = System.nanoTime();
        out.printf("  %-15s starting%n", part);
        try {
            step.run();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        out.printf("  %-15s ready after %.1f s%n", part, taken.toMillis() / 1000.0);
    }

    private static CannotRun reasonFor(String part, Throwable failure) {
        Throwable deepest = failure;
        while (!(deepest instanceof CannotRun) && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof CannotRun reason
                ? reason
                : new CannotRun(
                        part + " did not start: "
                                + deepest.toString().lines().findFirst().orElse(""),
                        failure);
    }
}
