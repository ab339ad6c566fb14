package org.claimwatch.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimwatch.web.words.ChartWords;

/** A row's course in a word's room: the period before pale, the period itself full. */
public record Sparkline(String title, int width, int height, List<Column> columns) {
    private static final int HEIGHT = 26;
    private static final int STEP = 7;
    private static final int BAR = 5;

    /** One stretch of time, and how much there was in it. */
    public record Column(int x, int y, int height, boolean before, long count) {}

    /**
     * Of counts in order.
     *
     * @param before how many of them belong to the period before
     */
    public static Sparkline of(List<Long> counts, int before) {
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        var columns = new ArrayList<Column>();
        for (int i = 0; i < counts.size(); i++) {
            int tall = counts.get(i) == 0
                    ? 1
                    : (int) Math.max(2, Math.round((double) counts.get(i) * (HEIGHT - 2) / most));
            columns.add(new Column(
                    1 + i * STEP + (i >= before ? 3 : 0), HEIGHT - 1 - tall, tall, i < before, counts.get(i)));
        }
        return new Sparkline(
                ChartWords.SAY.course(told(counts, 0, before), told(counts, before, counts.size())),
                counts.size() * STEP + 5,
                HEIGHT,
                columns);
    }

    public int bar() {
        return BAR;
    }

    private static String told(List<Long> counts, int from, int to) {
        return from == to
                ? ChartWords.SAY.nothing()
                : IntStream.range(from, to)
                        .mapToObj(i -> counts.get(i).toString())
                        .collect(Collectors.joining(", "));
    }
}
