package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimwatch.web.words.ChartWords;
import org.jspecify.annotations.Nullable;

/** One or several events at one place of a drawing. */
public record Mark(
        int x,
        int y,
        int radius,
        Shape shape,
        int count,
        boolean hollow,
        boolean pale,
        @Nullable String href,
        String title) {
    private static final int TOLD = 5;
    private static final int MOST = 99;

    public String path() {
        return shape.path(x, y, radius);
    }

    public String css() {
        return "mark " + shape.css() + (hollow ? " hollow" : "") + (pale ? " pale" : "");
    }

    public boolean several() {
        return count > 1;
    }

    /** How many, in at most three characters. */
    public String counted() {
        return count > MOST ? MOST + "+" : Integer.toString(count);
    }

    /** Where its count stands: beyond it, away from the middle of its lane. */
    public int countY() {
        return shape == Shape.DOWN ? y + radius + 10 : y - radius - 3;
    }

    /** One for each place of the axis where something happened, so that no two lie over each other. */
    static List<Mark> of(List<Event> events, Axis axis, int cell, int y, int radius) {
        Map<Integer, List<Event>> cells = new LinkedHashMap<>();
        events.forEach(event -> cells.computeIfAbsent(axis.cell(event.at(), cell), c -> new ArrayList<>())
                .add(event));
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> of(entry.getValue(), entry.getKey(), y, radius))
                .toList();
    }

    private static Mark of(List<Event> events, int x, int y, int radius) {
        Event shown =
                events.stream().filter(Predicate.not(Event::hollow)).findFirst().orElse(events.getFirst());
        String title = events.stream().limit(TOLD).map(Event::title).collect(Collectors.joining("; "));
        return new Mark(
                x,
                y,
                radius,
                shown.shape(),
                events.size(),
                events.stream().allMatch(Event::hollow),
                events.stream().allMatch(Event::pale),
                shown.href(),
                events.size() > TOLD ? ChartWords.SAY.andMore(title, events.size() - TOLD) : title);
    }
}
