package org.claimwatch.analysis.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A stretch of a sequence in a role.
 *
 * @param start first place
 * @param end the place after the last
 * @param probability 0 to 1
 */
public record RoleSpan(int role, int start, int end, double probability) {
    public int length() {
        return end - start;
    }

    public boolean overlaps(RoleSpan other) {
        return start < other.end && other.start < end;
    }

    /**
     * The disjoint spans of the greatest summed probability above a price each: minimum Bayes risk for exact spans
     * (Goodman 1996), found by weighted interval scheduling.
     *
     * @param price of each role: a span less probable is never worth taking; half the F1 to be expected is a good one
     * @return in order of their starts
     */
    public static List<RoleSpan> best(Collection<RoleSpan> candidates, IntToDoubleFunction price) {
        List<RoleSpan> spans = candidates.stream()
                .filter(span -> span.probability > price.applyAsDouble(span.role))
                .sorted(Comparator.comparingInt(RoleSpan::end)
                        .thenComparingInt(RoleSpan::start)
                        .thenComparingInt(RoleSpan::role))
                .toList();
        double[] worth = new double[spans.size() + 1];
        int[] before = new int[spans.size()];
        for (int i = 0; i < spans.size(); i++) {
            before[i] = endingBy(spans, i, spans.get(i).start);
            double gain = spans.get(i).probability - price.applyAsDouble(spans.get(i).role);
            worth[i + 1] = Math.max(worth[i], worth[before[i]] + gain);
        }
        List<RoleSpan> taken = new ArrayList<>();
        for (int i = spans.size(); i > 0; ) {
            if (worth[i] > worth[i - 1]) {
                taken.addFirst(spans.get(i - 1));
                i = before[i - 1];
            } else {
                i--;
            }
        }
        return taken;
    }

    /** How many of the first spans end at or before a place. */
    private static int endingBy(List<RoleSpan> spans, int among, int place) {
        int low = 0;
        int high = among;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
