package org.claimwatch.web.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings two lists in line so that the score of what stands side by side is greatest: the longest common subsequence
 * (Wagner and Fischer 1974), with parts alike at both ends taken off first and a bound on what is left.
 */
final class Alignment {
    /** Cells of the table: 2,000 sentences against 2,000. Beyond it all that is left counts as replaced. */
    private static final long MOST_CELLS = 4_000_000;

    /** Places side by side; -1 where the other list has nothing. */
    record Step(int before, int after) {}

    /** How well two items go together: 0 for not at all, 1 for the same. */
    @FunctionalInterface
    interface Score {
        double of(int before, int after);
    }

    private Alignment() {}

    static List<Step> of(int before, int after, Score score) {
        int head = 0;
        while (head < before && head < after && score.of(head, head) == 1) {
            head++;
        }
        int tail = 0;
        while (tail < before - head && tail < after - head && score.of(before - 1 - tail, after - 1 - tail) == 1) {
            tail++;
        }
        var steps = new ArrayList<Step>();
        for (int i = 0; i < head; i++) {
            steps.add(new Step(i, i));
        }
        middle(head, before - tail, after - tail, score, steps);
        for (int i = tail; i > 0; i--) {
            steps.add(new Step(before - i, after - i));
        }
        return steps;
    }

    private static void middle(int from, int before, int after, Score score, List<Step> steps) {
        int rows = before - from;
        int columns = after - from;
        if ((long) rows * columns > MOST_CELLS) {
            replaced(from, before, after, steps);
            return;
        }
        float[][] best = new float[rows + 1][columns + 1];
        float[][] pair = new float[rows][columns];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                pair[i][j] = (float) score.of(from + i, from + j);
                float together = pair[i][j] > 0 ? pair[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (pair[i][j] > 0 && best[i][j] == pair[i][j] + best[i + 1][j + 1]) {
                steps.add(new Step(from + i++, from + j++));
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                steps.add(new Step(from + i++, -1));
            } else {
                steps.add(new Step(-1, from + j++));
            }
        }
        replacedRest(from + i, before, from + j, after, steps);
    }

    private static void replaced(int from, int before, int after, List<Step> steps) {
        replacedRest(from, before, from, after, steps);
    }

    private static void replacedRest(int i, int before, int j, int after, List<Step> steps) {
        for (int k = i; k < before; k++) {
            steps.add(new Step(k, -1));
        }
        for (int k = j; k < after; k++) {
            steps.add(new Step(-1, k));
        }
    }
}
