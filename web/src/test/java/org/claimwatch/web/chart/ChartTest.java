package org.claimwatch.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Lanes.Track;
import org.claimwatch.web.chart.Layered.Way;
import org.claimwatch.web.chart.Multiples.Target;
import org.claimwatch.web.chart.Multiples.Turn;
import org.claimwatch.web.chart.Spring.Name;
import org.claimwatch.web.chart.Spring.Tie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings: nothing leaves the view, no label lies over another, and what is drawn is what was counted. */
class ChartTest {
    private static final Instant START = Instant.parse("2025-09-08T06:00:00Z");
    private static final Caption CAPTION = new Caption(
            "Title",
            "Takeaway",
            new Numbers(List.of("Name", "Count"), List.of(Caption.Row.plain("One", "/one", List.of("1")))));
    private static final List<String> NAMES = List.of(
            "Halyard",
            "The Brennhaven Courier",
            "صدى المصب",
            "An outlet whose name is much longer than any column that a drawing could ever give to it",
            "日本放送協会の長い名前の報道機関の国際放送部門",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWW");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 400})
    void lanes_of_any_number_of_events(int events) {
        for (Duration length : List.of(Duration.ofMinutes(3), Duration.ofDays(9), Duration.ofDays(4000))) {
            Lanes lanes = Lanes.of(CAPTION, tracks(events, length), ZoneOffset.UTC);
            Drawn drawn = Drawn.of("lanes", lanes);
            assertWithin(drawn);
            assertApart(drawn.texts());
            assertApart(drawn.shapes("mark"));
            assertThat(lanes.marks().stream().mapToInt(Mark::count).sum()).isEqualTo(events);
        }
    }

    private static List<Track> tracks(int events, Duration length) {
        var random = new Random(events);
        List<List<Event>> tracks = new ArrayList<>();
        NAMES.forEach(name -> tracks.add(new ArrayList<>()));
        for (int i = 0; i < events; i++) {
            tracks.get(i % NAMES.size())
                    .add(new Event(
                            START.plusSeconds(random.nextLong(length.toSeconds())),
                            random.nextBoolean() ? Shape.UP : Shape.DOWN,
                            random.nextBoolean(),
                            false,
                            "/" + i,
                            "event " + i));
        }
        return IntStream.range(0, NAMES.size())
                .filter(i -> !tracks.get(i).isEmpty())
                .mapToObj(i -> new Track(NAMES.get(i), "/outlets/" + i, "35 min later", tracks.get(i)))
                .toList();
    }

    @Test
    void lanes_in_full() throws IOException {
        var lanes = Lanes.of(
                CAPTION,
                List.of(
                        new Track(
                                "Halyard",
                                "/outlets/1",
                                "first",
                                List.of(
                                        new Event(START, Shape.UP, false, false, "/a", "asserts <it>"),
                                        new Event(START.plusSeconds(60), Shape.UP, true, false, "/b", "reprint"))),
                        new Track(
                                "Dalmara One",
                                null,
                                "2 days later",
                                List.of(new Event(
                                        START.plus(Duration.ofDays(2)), Shape.DOWN, true, true, "/c", "denies it")))),
                ZoneOffset.UTC);
        assertThat(tidy(Drawn.of("lanes", lanes).html())).isEqualTo(expected("lanes.html"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 300})
    void small_multiples_of_any_number_of_events(int events) {
        var random = new Random(events);
        List<Event> all = IntStream.range(0, events)
                .mapToObj(i -> new Event(
                        START.plusSeconds(random.nextInt(1_000_000)),
                        List.of(Shape.UP, Shape.DOWN, Shape.SQUARE).get(random.nextInt(3)),
                        false,
                        false,
                        "/" + i,
                        "event"))
                .toList();
        List<Turn> turns = events < 2
                ? List.of()
                : List.of(new Turn(all.get(0).at(), Shape.UP, all.get(1).at(), Shape.DOWN));
        Multiples multiples =
                Multiples.of(CAPTION, List.of(new Target(NAMES.get(3), "/t", all, turns)), ZoneOffset.UTC);
        Drawn drawn = Drawn.of("multiples", multiples);
        assertWithin(drawn);
        assertApart(drawn.texts());
        assertApart(drawn.shapes("mark"));
        assertThat(multiples.panels().getFirst().marks().stream()
                        .mapToInt(Mark::count)
                        .sum())
                .isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void bars_of_any_number_of_rows(int rows) {
        List<Bars.Row> all = NAMES.stream()
                .limit(rows)
                .map(name -> new Bars.Row(
                        name,
                        "/x",
                        List.of(
                                new Bars.Part("favour", name.length()),
                                new Bars.Part("against", 1_000_000),
                                new Bars.Part("neutral", 0)),
                        "▲ 1,000,000 ▼ 12",
                        "/rows"))
                .toList();
        if (rows == 0) {
            assertThat(Bars.of(CAPTION, all).bars()).isEmpty();
            return;
        }
        Drawn drawn = Drawn.of("bars", Bars.of(CAPTION, all));
        assertWithin(drawn);
        assertApart(drawn.texts());
        assertApart(Stream.concat(drawn.texts().stream(), drawn.shapes("bar").stream())
                .toList());
        assertThat(drawn.shapes("neutral")).isEmpty();
    }

    @Test
    void sparklines_say_their_numbers() {
        Sparkline line = Sparkline.of(List.of(0L, 2L, 1L, 0L, 9L, 4L), 3);
        Drawn drawn = Drawn.of("sparkline", line);
        assertWithin(drawn);
        assertApart(drawn.shapes());
        assertThat(drawn.html()).contains("before: 0, 2, 1; in this period: 0, 9, 4");
        assertThat(Sparkline.of(List.of(), 0).columns()).isEmpty();
    }

    @Test
    void chains_run_in_columns() {
        var ways = new ArrayList<Way>();
        for (int i = 0; i < 60; i++) {
            ways.add(new Way(
                    i % 3 == 0
                            ? List.of(NAMES.get(i % 6), "Outlet " + i % 11)
                            : i % 3 == 1
                                    ? List.of(NAMES.get(i % 6), "Relay " + i % 4, "Outlet " + i % 11)
                                    : List.of(NAMES.get(i % 6), "Relay " + i % 4, "Second", "Outlet " + i % 11),
                    i % 5 == 0 ? "denies" : "asserts",
                    "/" + i,
                    "words"));
        }
        for (int count : List.of(0, 1, 2, 60)) {
            Graph graph = Layered.of(CAPTION, List.of("speaker", "through", "outlet"), ways.subList(0, count));
            Drawn drawn = Drawn.of("graph", graph);
            assertWithin(drawn);
            assertApart(drawn.texts());
            assertApart(drawn.shapes().stream()
                    .filter(box -> box.what().equals("rect"))
                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 40})
    void a_network_of_any_size_lies_apart_and_twice_the_same(int size) {
        List<Name> names = IntStream.range(0, size)
                .mapToObj(i -> new Name("k" + i, NAMES.get(i % 6) + " " + i, "/actors/" + i, "voice"))
                .toList();
        var ties = new ArrayList<Tie>();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j += 1 + i % 7) {
                ties.add(new Tie("k" + i, "k" + j, (i + j) % 3 == 0 ? -1 : 2, "agree", "/", "tie"));
            }
        }
        Graph graph = Spring.of(CAPTION, names, ties);
        Drawn drawn = Drawn.of("graph", graph);
        assertWithin(drawn);
        assertApart(
                drawn.shapes().stream().filter(box -> box.what().equals("rect")).toList());
        assertApart(drawn.texts());
        assertThat(Spring.of(CAPTION, names, ties)).isEqualTo(graph);
    }

    @Test
    void who_agrees_stands_nearer_than_who_does_not() {
        List<Name> names = Stream.of("a", "b", "c", "d", "e", "f")
                .map(key -> new Name(key, key, null, "voice"))
                .toList();
        var ties = new ArrayList<Tie>();
        for (String camp : List.of("ace", "bdf")) {
            for (int i = 0; i < 3; i++) {
                for (int j = i + 1; j < 3; j++) {
                    ties.add(new Tie(camp.substring(i, i + 1), camp.substring(j, j + 1), 3, "agree", null, ""));
                }
            }
        }
        ties.add(new Tie("a", "b", -3, "disagree", null, ""));
        Graph graph = Spring.of(CAPTION, names, ties);
        assertThat(distance(graph, "a", "c")).isLessThan(distance(graph, "a", "b"));
        assertThat(distance(graph, "b", "d")).isLessThan(distance(graph, "c", "d"));
    }

    private static double distance(Graph graph, String one, String other) {
        var a = graph.nodes().stream()
                .filter(n -> n.name().equals(one))
                .findFirst()
                .orElseThrow();
        var b = graph.nodes().stream()
                .filter(n -> n.name().equals(other))
                .findFirst()
                .orElseThrow();
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static void assertWithin(Drawn drawn) {
        Drawn.Box view = drawn.view();
        assertThat(Stream.concat(drawn.texts().stream(), drawn.shapes().stream()))
                .allSatisfy(box -> {
                    assertThat(box.left()).as(box.toString()).isGreaterThanOrEqualTo(view.left());
                    assertThat(box.top()).as(box.toString()).isGreaterThanOrEqualTo(view.top());
                    assertThat(box.right()).as(box.toString()).isLessThanOrEqualTo(view.right());
                    assertThat(box.bottom()).as(box.toString()).isLessThanOrEqualTo(view.bottom());
                });
    }

    private static void assertApart(List<Drawn.Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    private static String tidy(String html) {
        return html.replaceAll("\\s*\n\\s*", "\n").strip();
    }

    private static String expected(String file) throws IOException {
        try (var stream = ChartTest.class.getResourceAsStream(file)) {
            assertThat(stream).as(file).isNotNull();
            return tidy(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
