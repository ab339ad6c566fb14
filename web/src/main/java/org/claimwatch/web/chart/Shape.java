package org.claimwatch.web.chart;

import java.util.Locale;

/** The form of a mark, which tells its meaning without its colour. */
public enum Shape {
    /** Favours, asserts. */
    UP("▲"),
    /** Against, denies. */
    DOWN("▼"),
    /** Neutral. */
    SQUARE("■"),
    /** No side: it happened. */
    DOT("●");

    public final String sign;

    Shape(String sign) {
        this.sign = sign;
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its outline round a point. */
    String path(int x, int y, int radius) {
        return switch (this) {
            case UP ->
                "M%d %dL%d %dL%d %dZ".formatted(x, y - radius, x + radius, y + radius - 1, x - radius, y + radius - 1);
            case DOWN ->
                "M%d %dL%d %dL%d %dZ".formatted(x, y + radius, x + radius, y - radius + 1, x - radius, y - radius + 1);
            case SQUARE ->
                "M%1$d %3$dH%2$dV%4$dH%1$dZ".formatted(x - radius + 1, x + radius - 1, y - radius + 1, y + radius - 1);
            case DOT ->
                "M%1$d %2$da%3$d %3$d 0 1 0 %4$d 0a%3$d %3$d 0 1 0 -%4$d 0Z"
                        .formatted(x - radius, y, radius, 2 * radius);
        };
    }
}
