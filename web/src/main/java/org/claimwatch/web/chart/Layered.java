package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.chart.Graph.Edge;
import org.claimwatch.web.chart.Graph.Head;
import org.claimwatch.web.chart.Graph.Node;
import org.claimwatch.web.words.ChartWords;
import org.jspecify.annotations.Nullable;

/** Draws ways from first to last in columns: who begins, who stands between, who ends. */
public final class Layered {
    private static final int ROW = 34;
    private static final int TOP = 30;
    private static final int WIDE = 210;
    private static final int GAP = 60;
    private static final int PADDING = 16;

    /** One way with what it stands for; names in order. */
    public record Way(
            List<String> names, String css, @Nullable String href, String title) {}

    private record Stop(Place place, String name) {}

    private enum Place {
        FIRST,
        BETWEEN,
        LAST
    }

    private record Step(Stop from, Stop to, String css) {}

    private final Map<Stop, Integer> column = new LinkedHashMap<>();
    private final Map<Step, List<Way>> steps = new LinkedHashMap<>();
    private final List<List<Stop>> columns = new ArrayList<>();

    private Layered(List<Way> ways) {
        int last = Math.max(
                1, ways.stream().mapToInt(way -> way.names().size()).max().orElse(2) - 1);
        for (Way way : ways) {
            for (int i = 0; i < way.names().size(); i++) {
                Stop stop = stop(way, i);
                int at = stop.place() == Place.LAST ? last : i;
                column.merge(stop, at, Math::max);
                if (i > 0) {
                    steps.computeIfAbsent(new Step(stop(way, i - 1), stop, way.css()), s -> new ArrayList<>())
                            .add(way);
                }
            }
        }
        for (int i = 0; i <= last; i++) {
            int at = i;
            columns.add(new ArrayList<>(column.entrySet().stream()
                    .filter(entry -> entry.getValue() == at)
                    .map(Map.Entry::getKey)
                    .toList()));
        }
        columns.getLast().sort(Comparator.comparingDouble(this::pull));
    }

    private static Stop stop(Way way, int i) {
        return new Stop(
                i == 0 ? Place.FIRST : i == way.names().size() - 1 ? Place.LAST : Place.BETWEEN,
                way.names().get(i));
    }

    /** The middle of those from whom a stop has it: near them, lines cross less. */
    private double pull(Stop stop) {
        return steps.keySet().stream()
                .filter(step -> step.to().equals(stop))
                .mapToInt(
                        step -> columns.get(column.getOrDefault(step.from(), 0)).indexOf(step.from()))
                .average()
                .orElse(0);
    }

    public static Graph of(Caption caption, List<String> heads, List<Way> ways) {
        return new Layered(ways).draw(caption, heads);
    }

    private Graph draw(Caption caption, List<String> heads) {
        Map<Stop, Node> nodes = new LinkedHashMap<>();
        columns.forEach(stops -> stops.forEach(stop -> nodes.put(stop, node(stop))));
        var edges = new ArrayList<Edge>();
        steps.forEach((step, ways) -> edges.add(edge(step, ways, nodes)));
        int bottom = nodes.values().stream()
                .mapToInt(node -> node.y() + Graph.HIGH)
                .max()
                .orElse(TOP);
        return new Graph(
                caption,
                columns.size() * WIDE + (columns.size() - 1) * GAP + 2,
                bottom + 4,
                List.of(
                                new Head(1, heads.getFirst()),
                                new Head(x(1), columns.size() > 2 ? heads.get(1) : ""),
                                new Head(x(columns.size() - 1), heads.getLast()))
                        .stream()
                        .filter(head -> !head.label().isEmpty())
                        .toList(),
                List.copyOf(nodes.values()),
                edges);
    }

    private static int x(int column) {
        return 1 + column * (WIDE + GAP);
    }

    private Node node(Stop stop) {
        int at = column.getOrDefault(stop, 0);
        return new Node(
                x(at),
                y(stop, at),
                WIDE,
                Label.fit(stop.name(), Graph.FONT, WIDE - PADDING),
                stop.name(),
                null,
                stop.place() == Place.FIRST ? "voice" : stop.place() == Place.LAST ? "outlet" : "relay");
    }

    /** Those between stand above all others, so that no line past them seems to pass through one. */
    private int y(Stop stop, int at) {
        int between = columns.size() > 2
                ? columns.subList(1, columns.size() - 1).stream()
                        .mapToInt(List::size)
                        .max()
                        .orElse(0)
                : 0;
        int index = columns.get(at).indexOf(stop);
        if (stop.place() == Place.BETWEEN) {
            return TOP + index * ROW;
        }
        int rows = Math.max(columns.getFirst().size(), columns.getLast().size());
        return TOP + between * ROW + (rows - columns.get(at).size()) * ROW / 2 + index * ROW;
    }

    private static Edge edge(Step step, List<Way> ways, Map<Stop, Node> nodes) {
        Node from = Objects.requireNonNull(nodes.get(step.from()));
        Node to = Objects.requireNonNull(nodes.get(step.to()));
        int x1 = from.x() + from.width();
        int y1 = from.y() + Graph.HIGH / 2;
        int x2 = to.x();
        int y2 = to.y() + Graph.HIGH / 2;
        int bend = Math.max(GAP / 2, (x2 - x1) / 2);
        return new Edge(
                "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2),
                step.css(),
                ways.getFirst().href(),
                ways.size() > 1
                        ? ChartWords.SAY.stepAndMore(
                                step.from().name(),
                                step.to().name(),
                                ways.getFirst().title(),
                                ways.size() - 1)
                        : ChartWords.SAY.step(
                                step.from().name(),
                                step.to().name(),
                                ways.getFirst().title()));
    }
}
