package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of each: a row with its bar, which may have several parts, and its numbers in words at the end. */
public record Bars(Caption caption, int width, int height, List<Bar> bars) {
    private static final int WIDTH = 460;
    private static final int LABELS = 170;
    private static final int VALUES = 100;
    private static final int ROW = 26;
    private static final int THICK = 14;
    private static final int GAP = 8;
    static final int FONT = 13;

    /**
     * A row.
     *
     * @param rows where exactly what its numbers count is; null where nothing shows just these
     */
    public record Row(
            String name,
            @Nullable String href,
            List<Part> parts,
            String value,
            @Nullable String rows) {
        long sum() {
            return parts.stream().mapToLong(Part::amount).sum();
        }
    }

    /** A part of a bar. */
    public record Part(String css, long amount) {}

    /** A row's place. */
    public record Bar(
            int y,
            String label,
            String name,
            @Nullable String href,
            List<Segment> segments,
            int end,
            String value,
            @Nullable String rows) {
        public int middle() {
            return y + THICK / 2;
        }

        /** Where a text of the row stands. */
        public int text() {
            return y + THICK - 2;
        }
    }

    /** A part's place. */
    public record Segment(int x, int width, String css) {}

    /** All on one scale: the longest bar fills the room. */
    public static Bars of(Caption caption, List<Row> rows) {
        return of(caption, rows, rows.stream().mapToLong(Row::sum).max().orElse(1));
    }

    /** On a scale that several drawings share. */
    public static Bars of(Caption caption, List<Row> rows, long most) {
        var bars = new ArrayList<Bar>();
        int room = WIDTH - LABELS - VALUES;
        for (Row row : rows) {
            var segments = new ArrayList<Segment>();
            int x = LABELS;
            for (Part part : row.parts()) {
                int width = (int) Math.round((double) part.amount() * room / Math.max(1, most));
                if (part.amount() > 0) {
                    segments.add(new Segment(x, Math.max(2, width), part.css()));
                    x += Math.max(2, width);
                }
            }
            bars.add(new Bar(
                    6 + bars.size() * ROW,
                    Label.fit(row.name(), FONT, LABELS - GAP),
                    row.name(),
                    row.href(),
                    segments,
                    x + GAP,
                    Label.fit(row.value(), FONT, VALUES - GAP - 4),
                    row.rows()));
        }
        return new Bars(caption, WIDTH, 6 + rows.size() * ROW, bars);
    }

    public int thick() {
        return THICK;
    }
}
