package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.chart.Axis.Tick;
import org.jspecify.annotations.Nullable;

/** How much in each of some steps in a row: a column for each, and a shape with a word over what is out of the usual. */
public record Columns(
        Caption caption, int width, int height, String most, List<Column> columns, List<Tick> ticks, List<Flag> flags) {
    private static final int LEFT = 44;
    private static final int PLOT = 620;
    private static final int WIDEST = 22;
    private static final int TOP = 36;
    private static final int TALL = 110;
    private static final int BELOW = 24;
    private static final int RADIUS = 4;
    private static final int GAP = 8;

    /**
     * One step.
     *
     * @param label beneath it, where there is room
     * @param before whether it is there to compare alone
     * @param flag the word over it; null where it is as usual
     */
    public record Step(
            String label,
            long amount,
            boolean before,
            @Nullable String flag,
            String title) {}

    /** Its place. */
    public record Column(int x, int y, int width, int height, boolean before, String title) {}

    /** The mark over a column; its word is left out where another stands too near. */
    public record Flag(int x, int y, @Nullable String word, String title) {
        public String path() {
            return Shape.DOT.path(x, y, RADIUS);
        }

        public int wordY() {
            return y - RADIUS - 4;
        }
    }

    /** On one scale: the greatest fills the room. */
    public static Columns of(Caption caption, List<Step> steps, String most) {
        int step = Math.min(WIDEST, PLOT / Math.max(1, steps.size()));
        long greatest = Math.max(1, steps.stream().mapToLong(Step::amount).max().orElse(1));
        var columns = new ArrayList<Column>();
        var ticks = new ArrayList<Tick>();
        var flags = new ArrayList<Flag>();
        int every = every(steps, step);
        int room = 0;
        for (Step each : steps) {
            int x = LEFT + columns.size() * step;
            int tall = each.amount() == 0 ? 0 : (int) Math.max(2, Math.round((double) each.amount() * TALL / greatest));
            columns.add(new Column(x, TOP + TALL - tall, step - 2, tall, each.before(), each.title()));
            int middle = x + step / 2 - 1;
            if ((steps.size() - columns.size()) % every == 0) {
                ticks.add(new Tick(middle, each.label()));
            }
            if (each.flag() != null) {
                int word = Label.width(each.flag(), Axis.FONT) / 2;
                boolean fits = middle - word >= room;
                room = fits ? middle + word + GAP : room;
                flags.add(new Flag(middle, TOP + TALL - tall - 3 - RADIUS, fits ? each.flag() : null, each.title()));
            }
        }
        return new Columns(
                caption, LEFT + steps.size() * step + GAP * 3, TOP + TALL + BELOW, most, columns, ticks, flags);
    }

    /** Labels stand under every so many steps, counted from the last. */
    private static int every(List<Step> steps, int step) {
        int widest = steps.stream()
                .mapToInt(each -> Label.width(each.label(), Axis.FONT))
                .max()
                .orElse(0);
        return Math.max(1, Math.ceilDiv(widest + GAP, step));
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return width - GAP * 3;
    }

    /** Where the greatest ends. */
    public int top() {
        return TOP;
    }

    public int base() {
        return TOP + TALL;
    }

    public int labels() {
        return TOP + TALL + 16;
    }
}
