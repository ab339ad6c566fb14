package org.claimwatch.ingest.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What something took, in several rounds.
 *
 * @param rounds sorted, in the unit that the table names
 */
record Figure(List<Double> rounds) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** One piece of work, the same in each round. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    Figure {
        rounds = rounds.stream().sorted().toList();
    }

    /**
     * Milliseconds of this thread's processor time for one of several pieces, so that other work on the machine does not
     * count. What the collector and the compiler do beside it does not count either.
     *
     * @param warmUp seconds before the first round
     * @param pieces how many pieces one round does
     */
    static Figure perPiece(double warmUp, int rounds, int pieces, Work round) throws Exception {
        long end = System.nanoTime() + (long) (warmUp * 1e9);
        do {
            round.run();
        } while (System.nanoTime() < end);
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            int times = 0;
            do {
                round.run();
                times++;
            } while (THREADS.getCurrentThreadCpuTime() - start < 200_000_000L);
            taken.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6 / times / pieces);
        }
        return new Figure(taken);
    }

    double median() {
        return rounds.get(rounds.size() / 2);
    }

    /** Median, least and most. */
    String inWords() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(), rounds.getFirst(), rounds.getLast());
    }
}
