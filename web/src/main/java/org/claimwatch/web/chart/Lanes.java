package org.claimwatch.web.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.web.chart.Axis.Tick;
import org.jspecify.annotations.Nullable;

/** Who said something when, a lane for each: what speaks for it above the line, what speaks against it below. */
public record Lanes(
        Caption caption, int width, int height, List<Lane> lanes, List<Tick> ticks, List<Day> days, List<Mark> marks) {
    private static final int LABELS = 200;
    private static final int PLOT = 480;
    private static final int MARGIN = 50;
    private static final int TOP = 30;
    private static final int ABOVE = 28;
    private static final int BELOW = 28;
    private static final int REST = 14;
    private static final int CELL = 20;
    private static final int RADIUS = 5;
    static final int FONT = 13;
    static final int SMALL = 11;

    /** Whose lane, and what is to be said of it as a whole. */
    public record Track(String name, @Nullable String href, String note, List<Event> events) {}

    /** Its place: the line that parts above from below. */
    public record Lane(
            int y, String label, String name, @Nullable String href, String note) {}

    /** The time within which something happened of which no more is known. */
    public record Day(int from, int to, int y) {}

    public static Lanes of(Caption caption, List<Track> tracks, ZoneId zone) {
        Axis axis = Axis.over(
                tracks.stream()
                        .flatMap(track -> track.events().stream())
                        .flatMap(event ->
                                event.since() == null ? Stream.of(event.at()) : Stream.of(event.since(), event.at()))
                        .toList(),
                LABELS,
                LABELS + PLOT,
                zone);
        var lanes = new ArrayList<Lane>();
        var days = new LinkedHashSet<Day>();
        var marks = new ArrayList<Mark>();
        int y = TOP;
        for (Track track : tracks) {
            y += ABOVE;
            lanes.add(new Lane(
                    y,
                    Label.fit(track.name(), FONT, LABELS - 16),
                    track.name(),
                    track.href(),
                    Label.fit(track.note(), SMALL, LABELS - 16)));
            List<Event> below = track.events().stream()
                    .filter(event -> event.shape() == Shape.DOWN)
                    .toList();
            List<Event> above = track.events().stream()
                    .filter(event -> event.shape() != Shape.DOWN)
                    .toList();
            for (Event event : track.events()) {
                if (event.since() != null) {
                    int away = event.shape() == Shape.DOWN ? RADIUS + 3 : -RADIUS - 3;
                    days.add(new Day(axis.x(event.since()), axis.x(event.at()), y + away));
                }
            }
            marks.addAll(Mark.of(above, axis, CELL, y - RADIUS - 3, RADIUS));
            marks.addAll(Mark.of(below, axis, CELL, y + RADIUS + 3, RADIUS));
            y += below.isEmpty() ? REST : BELOW;
        }
        return new Lanes(
                caption,
                LABELS + PLOT + MARGIN,
                y + 8,
                lanes,
                tracks.isEmpty() ? List.of() : axis.ticks(),
                List.copyOf(days),
                marks);
    }

    public boolean empty() {
        return lanes.isEmpty();
    }

    /** Where the lines begin. */
    public int left() {
        return LABELS;
    }

    public int right() {
        return LABELS + PLOT;
    }
}
