package org.claimwatch.analysis.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The labels of a sequence's places: outside, or the begin, inside, end or single of each role (BILOU; Ratinov and
 * Roth 2009), and which may follow which.
 */
final class RoleLabels {
    static final int OUTSIDE = 0;
    private static final int KINDS = 4;

    private final int roles;
    private final int[][] before;

    RoleLabels(int roles) {
        this.roles = roles;
        before = IntStream.range(0, size())
                .mapToObj(label -> IntStream.range(0, size())
                        .filter(previous -> follows(previous, label))
                        .toArray())
                .toArray(int[][]::new);
    }

    int roles() {
        return roles;
    }

    int size() {
        return 1 + KINDS * roles;
    }

    static int begin(int role) {
        return 1 + KINDS * role;
    }

    static int inside(int role) {
        return 2 + KINDS * role;
    }

    static int end(int role) {
        return 3 + KINDS * role;
    }

    static int single(int role) {
        return 4 + KINDS * role;
    }

    /** The labels that may stand before one. */
    int[] before(int label) {
        return before[label];
    }

    boolean mayStart(int label) {
        return !goesOn(label);
    }

    boolean mayEnd(int label) {
        return !isOpen(label);
    }

    /** Labels each place of disjoint spans. */
    static int[] of(List<RoleSpan> spans, int length) {
        int[] labels = new int[length];
        for (RoleSpan span : spans) {
            if (span.length() == 1) {
                labels[span.start()] = single(span.role());
                continue;
            }
            labels[span.start()] = begin(span.role());
            for (int i = span.start() + 1; i < span.end() - 1; i++) {
                labels[i] = inside(span.role());
            }
            labels[span.end() - 1] = end(span.role());
        }
        return labels;
    }

    private static boolean follows(int previous, int label) {
        return isOpen(previous) ? goesOn(label) && role(previous) == role(label) : !goesOn(label);
    }

    private static boolean isOpen(int label) {
        return label != OUTSIDE && (label - 1) % KINDS < 2;
    }

    private static boolean goesOn(int label) {
        return label != OUTSIDE && ((label - 1) % KINDS == 1 || (label - 1) % KINDS == 2);
    }

    private static int role(int label) {
        return (label - 1) / KINDS;
    }
}
