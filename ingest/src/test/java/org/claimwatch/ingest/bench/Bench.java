package org.claimwatch.ingest.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimwatch.ingest.poll.ScheduleBench;

/** {@code claimwatch bench}: prints a table, row by row as they come, and ends. */
public final class Bench {
    /** How long is measured: all of it for a person, little for the test that it runs. */
    record Size(double warmUp, int rounds, int pages, int feeds, int scheduled) {
        static final Size WHOLE = new Size(2, 5, 100, 200, 100_000);
        static final Size SMALL = new Size(0, 1, 4, 0, 2_000);
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(args, out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws Exception {
        List<String> rest = Arrays.asList(args);
        if (rest.equals(List.of("ingest"))) {
            ingest(Size.WHOLE, out);
            return 0;
        }
        if (!rest.isEmpty() && rest.size() <= 3 && rest.getFirst().equals("fuzz")) {
            try {
                long inputs = rest.size() > 1 ? Long.parseLong(rest.get(1)) : 200_000;
                long seed = rest.size() > 2 ? Long.parseLong(rest.get(2)) : 1;
                return Fuzzing.run(inputs, seed, Duration.ofMinutes(60), out).isClean() ? 0 : 1;
            } catch (NumberFormatException e) {
                err.println("claimwatch bench fuzz: a number was expected: " + e.getMessage());
            }
        }
        err.println("""
                usage: claimwatch bench ingest            time for feeds, pages, polls and the schedule, beside ROME and Readability4J
                       claimwatch bench fuzz [N] [SEED]   N mutated feeds and pages (200000) through the parsers""");
        return 2;
    }

    static void ingest(Size size, PrintStream out) throws Exception {
        out.println("Processor time of one thread, warm, in ms: median of " + size.rounds + " rounds (least–most)\n");
        row(out, "What", "Claimwatch", "peer", "peer/ours");
        ReadingBench.run(
                size,
                (what, ours, peer) -> row(
                        out,
                        what,
                        ours.inWords(),
                        peer == null ? "–" : peer.inWords(),
                        peer == null ? "–" : String.format(Locale.ROOT, "%.1f", peer.median() / ours.median())));
        out.println("\nSchedule of " + size.scheduled
                + " feeds, all due, in one PostgreSQL; two replicas take them at once\n");
        ScheduleBench.run(size.scheduled, size.rounds, out);
        if (size.feeds > 0) {
            out.println("\nThe service itself against " + size.feeds + " hosts on this machine and PostgreSQL\n");
            ServiceBench.run(size.feeds, out);
        }
    }

    private static void row(PrintStream out, String what, String ours, String peer, String ratio) {
        out.printf(Locale.ROOT, "%-52s %22s %26s %10s%n", what, ours, peer, ratio);
    }
}
