package org.claimwatch.web.chart;

/** How much room a text takes in a drawing, estimated generously: the server knows no fonts. */
final class Label {
    /** Of the size of the font: wider than the average letter of the system fonts. */
    private static final double WIDTH = 0.57;

    private Label() {}

    /** In pixels; marks that combine take none, ideographs a square. */
    static int width(String text, int size) {
        double width = text.codePoints()
                .mapToDouble(c -> Character.getType(c) == Character.NON_SPACING_MARK
                        ? 0
                        : Character.isIdeographic(c) ? 1 : Character.isUpperCase(c) ? WIDTH * 1.2 : WIDTH)
                .sum();
        return (int) Math.ceil(width * size);
    }

    /** Cut with an ellipsis where it would take more than so many pixels. */
    static String fit(String text, int size, int pixels) {
        if (width(text, size) <= pixels) {
            return text;
        }
        int end = text.codePointCount(0, text.length());
        String cut;
        do {
            end--;
            cut = text.substring(0, text.offsetByCodePoints(0, end)).stripTrailing() + "…";
        } while (end > 1 && width(cut, size) > pixels);
        return cut;
    }
}
