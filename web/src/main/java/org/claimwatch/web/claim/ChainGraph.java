package org.claimwatch.web.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.reading.StatementCard;

/** The chains of a claim drawn in three columns, speakers, relays and outlets; each line opens its statement. */
public record ChainGraph(List<Node> nodes, List<Edge> edges, int height, String takeaway) {
    private static final int ROW = 34;
    private static final int TOP = 34;
    private static final int LABEL = 28;
    private static final int[] LEFT = {0, 250, 500};
    static final int WIDTH = 220;

    /** A name in its column, in pixels. */
    public record Node(int x, int y, String label, String name, String css) {}

    /** One step that statements took. */
    public record Edge(int x1, int y1, int x2, int y2, String href, String title, String css) {
        /** A curve that leaves and arrives level. */
        public String path() {
            int bend = (x2 - x1) / 2;
            return "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        }
    }

    private record Step(String from, int fromColumn, String to, int toColumn, boolean denies) {}

    static ChainGraph of(List<StatementCard> cards) {
        List<LinkedHashSet<String>> columns =
                List.of(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        var steps = new LinkedHashMap<Step, List<StatementCard>>();
        for (StatementCard card : cards) {
            boolean denies = card.side() != null && card.side().denies();
            List<String> chain = card.chain();
            for (int i = 0; i < chain.size(); i++) {
                columns.get(column(i, chain.size())).add(chain.get(i));
                if (i > 0) {
                    var step = new Step(
                            chain.get(i - 1),
                            column(i - 1, chain.size()),
                            chain.get(i),
                            column(i, chain.size()),
                            denies);
                    steps.computeIfAbsent(step, s -> new ArrayList<>()).add(card);
                }
            }
        }
        int rows = Math.max(columns.getFirst().size(), columns.getLast().size());
        return new ChainGraph(
                nodes(columns, rows),
                edges(columns, steps, rows),
                TOP + (columns.get(1).size() + rows) * ROW,
                takeaway(columns));
    }

    private static int column(int position, int length) {
        return position == 0 ? 0 : position == length - 1 ? 2 : 1;
    }

    private static List<Node> nodes(List<LinkedHashSet<String>> columns, int rows) {
        String[] css = {"voice", "relay", "outlet"};
        var nodes = new ArrayList<Node>();
        for (int column = 0; column < columns.size(); column++) {
            for (String name : columns.get(column)) {
                nodes.add(new Node(LEFT[column], y(columns, column, name, rows), shortened(name), name, css[column]));
            }
        }
        return nodes;
    }

    private static List<Edge> edges(
            List<LinkedHashSet<String>> columns, Map<Step, List<StatementCard>> steps, int rows) {
        var edges = new ArrayList<Edge>();
        steps.forEach((step, cards) -> edges.add(new Edge(
                LEFT[step.fromColumn()] + WIDTH,
                y(columns, step.fromColumn(), step.from(), rows) + 12,
                LEFT[step.toColumn()],
                y(columns, step.toColumn(), step.to(), rows) + 12,
                cards.getFirst().evidence(),
                "%s to %s, %s".formatted(step.from(), step.to(), step.denies() ? "denies" : "asserts"),
                step.denies() ? "denies" : "asserts")));
        return edges;
    }

    /** Relays stand above all others, so that no line from a speaker straight to an outlet seems to pass through one. */
    private static int y(List<LinkedHashSet<String>> columns, int column, String name, int rows) {
        int index = new ArrayList<>(columns.get(column)).indexOf(name);
        int relays = columns.get(1).size();
        return column == 1
                ? TOP + index * ROW
                : TOP + relays * ROW + (rows - columns.get(column).size()) * ROW / 2 + index * ROW;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LABEL - 1)) + "…";
    }

    private static String takeaway(List<LinkedHashSet<String>> columns) {
        int relays = columns.get(1).size();
        return relays == 0
                ? "Every outlet names the speaker directly; nobody stands between."
                : relays == 1
                        ? "One relay stands between speakers and outlets: %s."
                                .formatted(columns.get(1).getFirst())
                        : "%d relays stand between speakers and outlets.".formatted(relays);
    }
}
