package org.claimwatch.web.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.words.Language;
import org.jspecify.annotations.Nullable;

/** One small drawing for each target, all over the same time: where somebody stood toward it, and when that turned. */
public record Multiples(Caption caption, List<Panel> panels) {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 96;
    private static final int LEFT = 24;
    private static final int RIGHT = 232;
    private static final int CELL = 13;
    private static final int RADIUS = 5;
    private static final List<Shape> ROWS = List.of(Shape.UP, Shape.SQUARE, Shape.DOWN);

    /** What is drawn of one target. */
    public record Target(String name, @Nullable String href, List<Event> events, List<Turn> turns) {}

    /** From one side to the other. */
    public record Turn(Instant before, Shape from, Instant after, Shape to) {}

    /** Its drawing. */
    public record Panel(
            String name,
            @Nullable String href,
            String counts,
            List<Mark> signs,
            List<Mark> marks,
            List<Line> turns,
            String first,
            String last) {
        public int width() {
            return WIDTH;
        }

        public int height() {
            return HEIGHT;
        }

        public int left() {
            return LEFT;
        }

        public int right() {
            return RIGHT;
        }
    }

    /** A straight line between two marks. */
    public record Line(int x1, int y1, int x2, int y2) {}

    public static Multiples of(Caption caption, List<Target> targets, ZoneId zone) {
        Axis axis = Axis.over(
                targets.stream()
                        .flatMap(t -> t.events().stream())
                        .map(Event::at)
                        .toList(),
                LEFT,
                RIGHT,
                zone);
        var date = Language.spoken().date(zone);
        return new Multiples(
                caption,
                targets.stream()
                        .map(target -> panel(target, axis, date.format(axis.from()), date.format(axis.to())))
                        .toList());
    }

    private static Panel panel(Target target, Axis axis, String first, String last) {
        var signs = new ArrayList<Mark>();
        var marks = new ArrayList<Mark>();
        var counts = new ArrayList<String>();
        for (Shape shape : ROWS) {
            List<Event> events = target.events().stream()
                    .filter(event -> event.shape() == shape)
                    .toList();
            signs.add(new Mark(9, y(shape), RADIUS, shape, 1, false, events.isEmpty(), null, ""));
            marks.addAll(Mark.of(events, axis, CELL, y(shape), RADIUS));
            if (!events.isEmpty()) {
                counts.add(shape.sign + " " + events.size());
            }
        }
        return new Panel(
                target.name(),
                target.href(),
                String.join("  ", counts),
                signs,
                marks,
                target.turns().stream()
                        .map(turn -> new Line(
                                axis.cell(turn.before(), CELL),
                                y(turn.from()),
                                axis.cell(turn.after(), CELL),
                                y(turn.to())))
                        .toList(),
                first,
                last.equals(first) ? "" : last);
    }

    private static int y(Shape shape) {
        return 14 + ROWS.indexOf(shape) * 26;
    }
}
