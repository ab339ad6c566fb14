package org.claimwatch.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Drawn.Box;
import org.claimwatch.web.chart.Spring.Name;
import org.claimwatch.web.chart.Spring.Tie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a network as it is drawn, no line runs behind a box that is not its own, and each is seen. */
class RoomTest {
    private static final Caption CAPTION = new Caption("Title", "Takeaway", new Numbers(List.of(), List.of()));

    /** Dashes are 6 pixels long and 4 apart: so many show that a line is broken. */
    private static final double TOLD = 30;

    private record Line(double x1, double y1, double x2, double y2) {
        private static final Pattern PATH = Pattern.compile("M(-?\\d+) (-?\\d+)L(-?\\d+) (-?\\d+)");

        static Line of(String path) {
            var found = PATH.matcher(path);
            assertThat(found.matches()).as(path).isTrue();
            return new Line(
                    Double.parseDouble(found.group(1)),
                    Double.parseDouble(found.group(2)),
                    Double.parseDouble(found.group(3)),
                    Double.parseDouble(found.group(4)));
        }

        /** How much of it lies within a box, by walking it. */
        double within(Box box) {
            int steps = (int) Math.ceil(length() * 2);
            return IntStream.rangeClosed(0, steps)
                            .filter(i -> {
                                double px = x1 + (x2 - x1) * i / steps;
                                double py = y1 + (y2 - y1) * i / steps;
                                return px > box.left() && px < box.right() && py > box.top() && py < box.bottom();
                            })
                            .count()
                    / 2.0;
        }

        double length() {
            return Math.hypot(x2 - x1, y2 - y1);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,3", "5,4", "8,12", "14,13", "14,22", "14,44", "20,30", "40,60"})
    void no_line_runs_behind_a_foreign_box_and_each_is_seen(int size, int pairs) {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            List<Name> names = IntStream.range(0, size)
                    .mapToObj(i -> new Name("k" + i, i + "n".repeat(4 + random.nextInt(26)), null, "voice"))
                    .toList();
            Set<Set<Integer>> joined = new HashSet<>();
            var ties = new ArrayList<Tie>();
            for (int i = 0; i < pairs; i++) {
                int one = random.nextInt(size);
                int other = random.nextInt(size);
                if (one != other && joined.add(Set.of(one, other))) {
                    ties.add(new Tie("k" + one, "k" + other, 1 + random.nextInt(4), "agree", null, ""));
                    if (random.nextInt(4) == 0) {
                        ties.add(new Tie("k" + other, "k" + one, -1, "disagree", null, ""));
                    }
                }
            }
            holds(Spring.of(CAPTION, names, ties), ties, names, "%d of %d, %d".formatted(pairs, size, seed));
        }
    }

    @Test
    void all_with_all_and_all_with_one() {
        for (int size : List.of(4, 7)) {
            List<Name> names = IntStream.range(0, size)
                    .mapToObj(i -> new Name("k" + i, "Somebody of length " + i, null, "voice"))
                    .toList();
            var all = new ArrayList<Tie>();
            var star = new ArrayList<Tie>();
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    all.add(new Tie("k" + i, "k" + j, 1, "agree", null, ""));
                }
                if (i > 0) {
                    star.add(new Tie("k0", "k" + i, -1, "disagree", null, ""));
                }
            }
            holds(Spring.of(CAPTION, names, all), all, names, "all of " + size);
            holds(Spring.of(CAPTION, names, star), star, names, "star of " + size);
        }
    }

    private static void holds(Graph graph, List<Tie> ties, List<Name> names, String which) {
        List<String> keys = names.stream().map(Name::key).toList();
        List<Box> boxes = graph.nodes().stream()
                .map(n -> new Box(n.name(), n.x(), n.y(), n.x() + n.width(), n.y() + n.height()))
                .toList();
        for (int i = 0; i < ties.size(); i++) {
            Line line = Line.of(graph.edges().get(i).path());
            Box from = boxes.get(keys.indexOf(ties.get(i).from()));
            Box to = boxes.get(keys.indexOf(ties.get(i).to()));
            for (Box box : boxes) {
                if (!box.equals(from) && !box.equals(to)) {
                    assertThat(line.within(box))
                            .as("%s: %s behind %s", which, ties.get(i), box)
                            .isZero();
                }
            }
            assertThat(line.length() - line.within(from) - line.within(to))
                    .as("%s: what is seen of %s", which, ties.get(i))
                    .isGreaterThan(TOLD);
        }
        if (names.size() <= 14 && ties.size() <= 30) {
            assertThat(graph.width()).as(which).isLessThan(1_500);
            assertThat(graph.height()).as(which).isLessThan(1_500);
        }
        assertThat(new HashSet<>(graph.edges().stream().map(Graph.Edge::path).toList()))
                .as("no two lines lie upon each other")
                .hasSize(ties.size());
    }
}
