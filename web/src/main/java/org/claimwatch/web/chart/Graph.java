package org.claimwatch.web.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names in boxes, joined by lines. */
public record Graph(Caption caption, int width, int height, List<Head> heads, List<Node> nodes, List<Edge> edges) {
    static final int FONT = 13;
    static final int HIGH = 26;

    /** What a column holds. */
    public record Head(int x, String label) {}

    /** A name in its box, by the upper left corner. */
    public record Node(
            int x,
            int y,
            int width,
            String label,
            String name,
            @Nullable String href,
            String css) {
        public int height() {
            return HIGH;
        }

        public int textX() {
            return x + 8;
        }

        public int textY() {
            return y + 18;
        }

        int middleX() {
            return x + width / 2;
        }

        int middleY() {
            return y + HIGH / 2;
        }

        boolean overlaps(Node other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + HIGH && other.y < y + HIGH;
        }
    }

    /** A line; what it stands for opens with it. */
    public record Edge(String path, String css, @Nullable String href, String title) {}

    public boolean empty() {
        return nodes.isEmpty();
    }
}
