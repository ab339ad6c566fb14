package org.claimwatch.web.chart;

import java.util.List;

/**
 * Makes room in a drawing: boxes are moved until none touches another, no line runs behind a box that is not its own, and of
 * each line enough is seen to tell what kind it is.
 *
 * <p>After some rounds of moving, all is spread a little more each round, which ends it: the farther apart the boxes, the
 * smaller they are beside what lies between them.
 */
final class Room {
    /** Pixels between boxes that no line joins. */
    private static final int APART = 10;

    /** Pixels of a line between its boxes, across or down: four dashes of one that is broken. */
    static final int SEEN = 38;

    /** Pixels between a line's middle and a box that it passes. */
    static final int PASSING = 9;

    private static final int GENTLE = 120;
    private static final int GIVEN_UP = 2_000;

    private final double[] x;
    private final double[] y;
    private final int[] widths;
    private final List<int[]> lines;
    private final boolean[][] joined;

    /** @param lines each as the places of its two ends */
    Room(double[] x, double[] y, int[] widths, List<int[]> lines) {
        this.x = x;
        this.y = y;
        this.widths = widths;
        this.lines = lines;
        joined = new boolean[x.length][x.length];
        lines.forEach(line -> {
            joined[line[0]][line[1]] = true;
            joined[line[1]][line[0]] = true;
        });
    }

    void make() {
        boolean crowded = true;
        for (int round = 0; crowded && round < GIVEN_UP; round++) {
            crowded = false;
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    crowded |= part(i, j);
                }
            }
            for (int[] line : lines) {
                for (int k = 0; k < x.length; k++) {
                    crowded |= k != line[0] && k != line[1] && letPass(line[0], line[1], k);
                }
            }
            if (crowded && round > GENTLE) {
                spread();
            }
        }
    }

    /** More down than across, since one reads on downwards; and never so that three stay in one line. */
    private void spread() {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * 1.012 + i % 3 * 0.4;
            y[i] = y[i] * 1.025 + i * 1e-3;
        }
    }

    private boolean part(int i, int j) {
        int apart = joined[i][j] ? SEEN : APART;
        double across = (widths[i] + widths[j]) / 2.0 + apart - Math.abs(x[i] - x[j]);
        double down = Graph.HIGH + apart - Math.abs(y[i] - y[j]);
        if (across <= 0.5 || down <= 0.5) {
            return false;
        }
        if (down <= across) {
            double side = y[i] < y[j] ? -1 : 1;
            y[i] += side * down / 2;
            y[j] -= side * down / 2;
        } else {
            double side = x[i] < x[j] ? -1 : 1;
            x[i] += side * across / 2;
            x[j] -= side * across / 2;
        }
        return true;
    }

    /** Whether the line from i to j ran behind the box k, which now stands farther from it. */
    private boolean letPass(int i, int j, int k) {
        double dx = x[j] - x[i];
        double dy = y[j] - y[i];
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        double wide = widths[k] / 2.0 + PASSING;
        double high = Graph.HIGH / 2.0 + PASSING;
        if (beside(x[i], x[j], x[k], wide) || beside(y[i], y[j], y[k], high)) {
            return false;
        }
        double away = ((x[k] - x[i]) * -dy + (y[k] - y[i]) * dx) / length;
        double reach = wide * Math.abs(dy) / length + high * Math.abs(dx) / length;
        double missing = reach - Math.abs(away);
        if (missing <= 0.5) {
            return false;
        }
        double step = (away < 0 ? -1 : 1) * missing / 2;
        x[k] += -dy / length * step;
        y[k] += dx / length * step;
        for (int end : new int[] {i, j}) {
            x[end] -= -dy / length * step / 2;
            y[end] -= dx / length * step / 2;
        }
        return true;
    }

    private static boolean beside(double from, double to, double middle, double half) {
        return Math.max(from, to) <= middle - half || Math.min(from, to) >= middle + half;
    }
}
