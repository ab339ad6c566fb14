package org.claimwatch.web.claim;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Event;
import org.claimwatch.web.chart.Lanes;
import org.claimwatch.web.chart.Lanes.Track;
import org.claimwatch.web.chart.Shape;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.reading.Origins.Origin;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.StatementCard;

/** When each outlet came with a claim, how long after the first, and from whom it had it. */
final class Timeline {
    private final List<StatementCard> cards;
    private final Map<Long, Origin> origins;
    private final Map<String, String> names;
    private final Reader reader;

    private Timeline(List<StatementCard> cards, Map<Long, Origin> origins, Reader reader) {
        this.cards = cards;
        this.origins = origins;
        this.reader = reader;
        this.names = cards.stream()
                .map(card -> card.source().outlet())
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name, (a, b) -> a));
    }

    /** Of statements in the order in which they came. */
    static Lanes of(List<StatementCard> cards, Map<Long, Origin> origins, Reader reader) {
        return new Timeline(cards, origins, reader).draw();
    }

    private Lanes draw() {
        Map<String, List<StatementCard>> byOutlet = cards.stream()
                .collect(
                        Collectors.groupingBy(card -> card.source().outlet(), LinkedHashMap::new, Collectors.toList()));
        List<Track> tracks = byOutlet.entrySet().stream()
                .map(entry -> new Track(
                        entry.getKey(),
                        "/outlets/" + entry.getValue().getFirst().source().outletId(),
                        lag(entry.getValue().getFirst()),
                        entry.getValue().stream().map(this::event).toList()))
                .toList();
        return Lanes.of(
                new Caption("When each outlet came with it", takeaway(byOutlet), numbers(byOutlet)),
                tracks,
                reader.zone());
    }

    private Event event(StatementCard card) {
        boolean denies = denies(card);
        return new Event(
                card.source().moment(),
                denies ? Shape.DOWN : Shape.UP,
                handedOn(card),
                card.doubtful(),
                card.evidence(),
                "%s %s it in %s, %s"
                        .formatted(
                                card.speaker().name(),
                                denies ? "denies" : "asserts",
                                card.source().outlet(),
                                card.source().at().exact()));
    }

    private static boolean denies(StatementCard card) {
        return card.side() != null && card.side().denies();
    }

    private boolean handedOn(StatementCard card) {
        Origin origin = origins.get(card.id());
        return origin != null && origin.handedOn();
    }

    private String lag(StatementCard card) {
        return card.source().outlet().equals(cards.getFirst().source().outlet())
                ? "first"
                : lag(cards.getFirst(), card);
    }

    /** By the day alone where one of the two gives no time. */
    static String lag(StatementCard first, StatementCard card) {
        Instant from = first.source().moment();
        Instant to = card.source().moment();
        if (first.source().dayOnly() || card.source().dayOnly()) {
            long days = ChronoUnit.DAYS.between(
                    from.atZone(ZoneOffset.UTC).toLocalDate(),
                    to.atZone(ZoneOffset.UTC).toLocalDate());
            return days <= 0 ? "same day" : Counted.of(days, "day") + " later";
        }
        Duration lag = Duration.between(from, to);
        if (lag.compareTo(Duration.ofMinutes(1)) < 0) {
            return "at the same time";
        }
        return lag.toMinutes() < 90
                ? lag.toMinutes() + " min later"
                : lag.toHours() < 48
                        ? Counted.of(lag.toHours(), "hour") + " later"
                        : Counted.of(lag.toDays(), "day") + " later";
    }

    private String takeaway(Map<String, List<StatementCard>> byOutlet) {
        if (cards.isEmpty()) {
            return "No statement makes it at present.";
        }
        StatementCard first = cards.getFirst();
        var sentence = new StringBuilder("%s had it first, %s"
                .formatted(first.source().outlet(), first.source().at().exact()));
        int others = byOutlet.size() - 1;
        if (others > 0) {
            List<StatementCard> last = byOutlet.values().stream().toList().getLast();
            sentence.append("; the last of %s came %s"
                    .formatted(Counted.of(others, "other outlet"), lag(first, last.getFirst())));
        }
        cards.stream()
                .filter(Timeline::denies)
                .findFirst()
                .ifPresent(denial -> sentence.append("; the first denial stands in %s, %s"
                        .formatted(
                                denial.source().outlet(),
                                denial.id() == first.id() ? "before anyone asserts it" : lag(first, denial))));
        return sentence.append(". ▲ asserts, ▼ denies; hollow: handed on from another outlet.")
                .toString();
    }

    private Numbers numbers(Map<String, List<StatementCard>> byOutlet) {
        return new Numbers(
                List.of("Outlet", "Asserts", "Denies", "First", "After the first", "Has it from"),
                byOutlet.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Caption.Row row(String outlet, List<StatementCard> said) {
        StatementCard first = said.getFirst();
        var from = said.stream()
                .map(card -> origins.get(card.id()))
                .filter(Objects::nonNull)
                .map(origin -> origin.handedOn() ? names.getOrDefault(origin.origin(), origin.origin()) : "itself")
                .collect(Collectors.toCollection(LinkedHashSet::new));
        long denies = said.stream().filter(Timeline::denies).count();
        return new Caption.Row(
                outlet,
                first.evidence(),
                List.of(
                        Counted.number(said.size() - denies),
                        Counted.number(denies),
                        first.source().at().exact(),
                        lag(first),
                        String.join(", ", from)));
    }
}
