package org.claimwatch.analysis.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.claimwatch.analysis.actor.OutletNames;
import org.claimwatch.analysis.pipeline.ArticleReader;
import org.claimwatch.analysis.pipeline.ArticleToRead;
import org.claimwatch.analysis.pipeline.UnreadableTextException;
import org.jspecify.annotations.Nullable;

/**
 * Sends damaged and malicious texts through the whole reading of an article, and asks of each that what was read keeps
 * its promises. Each input follows from the seed and its number alone, so that one that did harm can be made again.
 */
final class Fuzzing {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final @Nullable String[] LANGUAGES = {null, "en", "de", "ar", "xx", "", "en-GB"};

    /** One text that did no harm: what became of it, and what it took. */
    private record Outcome(String words, double millis, long bytes) {}

    /**
     * What came of it.
     *
     * @param harm inputs and what they did: none is what is wanted
     * @param slowest processor time of the slowest input in milliseconds
     * @param hungriest bytes that the hungriest input made the reader allocate, all in all
     */
    record Report(
            long inputs, long statements, List<String> harm, double slowest, String slowestInput, long hungriest) {}

    private final ArticleReader reader = ArticleReader.standard();
    private final List<String> originals;
    private final List<String> harm = new ArrayList<>();
    private final Duration limit;
    private ExecutorService worker = worker();
    private long inputs;
    private long statements;
    private double slowest;
    private String slowestInput = "";
    private long hungriest;
    private volatile @Nullable Thread current;

    /**
     * A fuzzer.
     *
     * @param originals what is mutated
     * @param limit of time for one input, on a busy machine
     */
    Fuzzing(List<String> originals, Duration limit) {
        this.originals = List.copyOf(originals);
        this.limit = limit;
    }

    /** Mutated texts, numbered from 0. */
    Report mutations(long number, long seed, PrintStream out) throws InterruptedException {
        for (long i = 0; i < number && harm.size() < 20; i++) {
            send("input " + i, mutation(seed, i), LANGUAGES[(int) (i % LANGUAGES.length)]);
        }
        return report(out);
    }

    /** Texts with one thing wrong, again and again. */
    Report hard(Map<String, String> texts, PrintStream out) throws InterruptedException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            send(text.getKey(), text.getValue(), null);
        }
        return report(out);
    }

    private String mutation(long seed, long number) {
        Random random = new Random(seed * 1_000_003 + number);
        String one = originals.get(random.nextInt(originals.size()));
        return Mutation.of(one, originals.get(random.nextInt(originals.size())), random);
    }

    private void send(String name, String text, @Nullable String language) throws InterruptedException {
        inputs++;
        Future<Outcome> reading = worker.submit(() -> read(text, language));
        try {
            Outcome outcome = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!outcome.words().isEmpty()) {
                harm.add("WRONG on " + name + ": " + outcome.words());
            }
            hungriest = Math.max(hungriest, outcome.bytes());
            if (outcome.millis() > slowest) {
                slowest = outcome.millis();
                slowestInput = name;
            }
        } catch (TimeoutException e) {
            Thread thread = current;
            harm.add("HUNG on " + name + " (" + text.length() + " characters)"
                    + (thread == null ? "" : where(thread.getStackTrace())));
            worker.shutdownNow();
            worker = worker();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            harm.add("CRASHED on " + name + " (" + text.length() + " characters): " + cause
                    + (cause == null ? "" : where(cause.getStackTrace())));
        }
    }

    private Outcome read(String text, @Nullable String language) {
        current = Thread.currentThread();
        long time = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        String broken;
        try {
            var reading = reader.read(new ArticleToRead(
                    "A title", text, language, OutletNames.of("Halyard", List.of("Halyard", "Radio Oslo")), null));
            statements += reading.statements().size();
            broken = Promises.broken(text, reading);
        } catch (UnreadableTextException e) {
            broken = "";
        }
        return new Outcome(
                broken,
                (THREADS.getCurrentThreadCpuTime() - time) / 1e6,
                THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    private Report report(PrintStream out) {
        worker.shutdownNow();
        out.printf(
                Locale.ROOT,
                "%d texts, %d statements: %d did harm; the slowest, %s, took %.0f ms; the hungriest allocated %d MB in all%n",
                inputs,
                statements,
                harm.size(),
                slowestInput,
                slowest,
                hungriest >> 20);
        harm.forEach(out::println);
        return new Report(inputs, statements, harm, slowest, slowestInput, hungriest);
    }

    private static String where(StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("org.claimwatch"))
                .limit(8)
                .forEach(frame -> text.append("\n    ").append(frame));
        return text.toString();
    }

    /** Platform threads with the stack that virtual threads may grow to as well. */
    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }
}
