package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimwatch.web.chart.Graph.Edge;
import org.claimwatch.web.chart.Graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Draws who is near whom: lines that agree pull, all names push apart. The same input gives the same drawing.
 *
 * <p>After Fruchterman and Reingold (1991), from places on a circle instead of by chance; then {@link Room} is made.
 */
public final class Spring {
    private static final int ROUNDS = 300;
    private static final int MARGIN = 8;

    /** Pixels between two lines that join the same two names. */
    private static final int BESIDE = 8;

    private static final int WIDEST = 190;

    /** A name to place. */
    public record Name(String key, String name, @Nullable String href, String css) {}

    /** A line between two; a negative pull pushes. */
    public record Tie(
            String from,
            String to,
            double pull,
            String css,
            @Nullable String href,
            String title) {}

    private final double[] x;
    private final double[] y;
    private final int[] widths;
    private final List<Name> names;

    private Spring(List<Name> names) {
        this.names = names;
        x = new double[names.size()];
        y = new double[names.size()];
        widths = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            double angle = 2 * Math.PI * i / names.size();
            x[i] = Math.cos(angle);
            y[i] = Math.sin(angle);
            widths[i] = Math.min(WIDEST, Label.width(names.get(i).name(), Graph.FONT) + 16);
        }
    }

    public static Graph of(Caption caption, List<Name> names, List<Tie> ties) {
        var spring = new Spring(names);
        var index = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            index.put(names.get(i).key(), i);
        }
        spring.settle(ties, index);
        spring.stretch();
        new Room(spring.x, spring.y, spring.widths, lines(ties, index)).make();
        return spring.draw(caption, ties);
    }

    private void settle(List<Tie> ties, Map<String, Integer> index) {
        double ideal = 1.6 / Math.sqrt(Math.max(1, names.size()));
        for (int round = 0; round < ROUNDS; round++) {
            double[] dx = new double[x.length];
            double[] dy = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    double distance = distance(i, j);
                    push(i, j, dx, dy, ideal * ideal / distance / distance);
                }
                // A weak pull to the middle keeps those without lines in sight.
                dx[i] -= x[i] * 0.3 * ideal;
                dy[i] -= y[i] * 0.3 * ideal;
            }
            for (Tie tie : ties) {
                int i = index.getOrDefault(tie.from(), 0);
                int j = index.getOrDefault(tie.to(), 0);
                double strength = Math.signum(tie.pull()) * Math.sqrt(Math.abs(tie.pull()));
                push(i, j, dx, dy, -strength * (tie.pull() > 0 ? 0.3 * distance(i, j) / ideal : 0.2 * ideal));
            }
            double heat = 0.12 * (1 - (double) round / ROUNDS) + 0.002;
            for (int i = 0; i < x.length; i++) {
                double length = Math.max(1e-9, Math.hypot(dx[i], dy[i]));
                x[i] += dx[i] / length * Math.min(length, heat);
                y[i] += dy[i] / length * Math.min(length, heat);
            }
        }
    }

    private double distance(int i, int j) {
        return Math.max(1e-3, Math.hypot(x[i] - x[j], y[i] - y[j]));
    }

    private void push(int i, int j, double[] dx, double[] dy, double factor) {
        double px = (x[i] - x[j]) * factor;
        double py = (y[i] - y[j]) * factor;
        dx[i] += px;
        dy[i] += py;
        dx[j] -= px;
        dy[j] -= py;
    }

    /** To pixels: names are wide and low, so there is more room across than down. */
    private void stretch() {
        double reach = 1e-6;
        for (int i = 0; i < x.length; i++) {
            reach = Math.max(reach, Math.max(Math.abs(x[i]), Math.abs(y[i])));
        }
        double scale = 70 + 36 * Math.sqrt(x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] / reach * scale * 1.5;
            y[i] = y[i] / reach * scale * 1.3;
        }
    }

    private static List<int[]> lines(List<Tie> ties, Map<String, Integer> index) {
        return ties.stream()
                .map(tie -> new int[] {index.getOrDefault(tie.from(), 0), index.getOrDefault(tie.to(), 0)})
                .toList();
    }

    private Graph draw(Caption caption, List<Tie> ties) {
        double left = 0;
        double top = 0;
        for (int i = 0; i < x.length; i++) {
            left = i == 0 ? x[i] - widths[i] / 2.0 : Math.min(left, x[i] - widths[i] / 2.0);
            top = i == 0 ? y[i] : Math.min(top, y[i]);
        }
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < x.length; i++) {
            Name name = names.get(i);
            nodes.add(new Node(
                    (int) Math.round(x[i] - widths[i] / 2.0 - left) + MARGIN,
                    (int) Math.round(y[i] - top) + MARGIN,
                    widths[i],
                    Label.fit(name.name(), Graph.FONT, widths[i] - 16),
                    name.name(),
                    name.href(),
                    name.css()));
        }
        Map<String, Node> places = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            places.put(names.get(i).key(), nodes.get(i));
        }
        Map<Set<String>, Integer> drawn = new HashMap<>();
        List<Edge> edges = ties.stream()
                .map(tie -> edge(tie, places, beside(tie, ties, drawn)))
                .toList();
        return new Graph(
                caption,
                nodes.stream().mapToInt(n -> n.x() + n.width()).max().orElse(0) + MARGIN,
                nodes.stream().mapToInt(n -> n.y() + Graph.HIGH).max().orElse(0) + MARGIN,
                List.of(),
                nodes,
                edges);
    }

    /** How far from the middle a line lies of which there are several between the same two. */
    private static double beside(Tie tie, List<Tie> ties, Map<Set<String>, Integer> drawn) {
        Set<String> both = Set.of(tie.from(), tie.to());
        long of = ties.stream()
                .filter(other -> both.contains(other.from()) && both.contains(other.to()))
                .count();
        return (drawn.merge(both, 1, Integer::sum) - 1 - (of - 1) / 2.0) * BESIDE;
    }

    private static Edge edge(Tie tie, Map<String, Node> places, double beside) {
        Node from = Objects.requireNonNull(places.get(tie.from()));
        Node to = Objects.requireNonNull(places.get(tie.to()));
        boolean forth = tie.from().compareTo(tie.to()) < 0;
        double dx = to.middleX() - from.middleX();
        double dy = to.middleY() - from.middleY();
        double length = Math.max(1, Math.hypot(dx, dy)) * (forth ? 1 : -1);
        long right = Math.round(-dy / length * beside);
        long down = Math.round(dx / length * beside);
        return new Edge(
                "M%d %dL%d %d"
                        .formatted(
                                from.middleX() + right,
                                from.middleY() + down,
                                to.middleX() + right,
                                to.middleY() + down),
                tie.css(),
                tie.href(),
                tie.title());
    }
}
