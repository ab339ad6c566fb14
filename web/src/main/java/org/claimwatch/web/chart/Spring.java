package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.chart.Graph.Edge;
import org.claimwatch.web.chart.Graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Draws who is near whom: lines that agree pull, all names push apart. The same input gives the same drawing.
 *
 * <p>After Fruchterman and Reingold (1991), from places on a circle instead of by chance; boxes that still touch are
 * then moved apart.
 */
public final class Spring {
    private static final int ROUNDS = 300;
    private static final int MARGIN = 8;
    private static final int APART = 10;
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
        spring.separate();
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
        double scale = 60 + 26 * Math.sqrt(x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] / reach * scale * 1.7;
            y[i] = y[i] / reach * scale * 1.3;
        }
    }

    /** Ends for certain: whatever still touches is spread down a little more each round. */
    private void separate() {
        boolean touching = true;
        for (int round = 0; touching; round++) {
            touching = false;
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    touching |= part(i, j);
                }
            }
            if (touching && round > 50) {
                for (int i = 0; i < y.length; i++) {
                    y[i] = y[i] * 1.05 + i * 1e-3;
                }
            }
        }
    }

    private boolean part(int i, int j) {
        double across = (widths[i] + widths[j]) / 2.0 + APART - Math.abs(x[i] - x[j]);
        double down = Graph.HIGH + APART - Math.abs(y[i] - y[j]);
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
        List<Edge> edges = ties.stream().map(tie -> edge(tie, places)).toList();
        return new Graph(
                caption,
                nodes.stream().mapToInt(n -> n.x() + n.width()).max().orElse(0) + MARGIN,
                nodes.stream().mapToInt(n -> n.y() + Graph.HIGH).max().orElse(0) + MARGIN,
                List.of(),
                nodes,
                edges);
    }

    private static Edge edge(Tie tie, Map<String, Node> places) {
        Node from = Objects.requireNonNull(places.get(tie.from()));
        Node to = Objects.requireNonNull(places.get(tie.to()));
        return new Edge(
                "M%d %dL%d %d"
                        .formatted(
                                from.x() + from.width() / 2,
                                from.y() + Graph.HIGH / 2,
                                to.x() + to.width() / 2,
                                to.y() + Graph.HIGH / 2),
                tie.css(),
                tie.href(),
                tie.title());
    }
}
