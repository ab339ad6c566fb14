package org.claimwatch.web.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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
import org.claimwatch.web.words.ClaimWords;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.ReadingWords;

/**
 * When each outlet came with a claim, how long after the first, and from whom it had it; what the machine doubts is drawn
 * pale, after the rest, and makes no outlet the first or one more.
 */
final class Timeline {
    private final List<Said> cards;
    private final List<Outlet> outlets;
    private final Map<Long, Origin> origins;
    private final Map<String, String> names;
    private final Reader reader;

    /** All that one outlet has of the claim, and of that what counts. */
    private record Outlet(String name, List<Said> all, List<Said> counted) {
        Said first() {
            return counted.isEmpty() ? all.getFirst() : counted.getFirst();
        }
    }

    private Timeline(List<Said> cards, Map<Long, Origin> origins, Reader reader) {
        this.cards = cards;
        this.origins = origins;
        this.reader = reader;
        this.outlets = outlets(cards);
        this.names = cards.stream()
                .map(card -> card.outlet())
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name, (a, b) -> a));
    }

    /** Of statements in the order in which they came. */
    static Lanes of(List<Said> cards, Map<Long, Origin> origins, Reader reader) {
        return new Timeline(cards, origins, reader).draw();
    }

    /** In the order of what counts; outlets by doubtful readings alone come last. */
    private static List<Outlet> outlets(List<Said> cards) {
        Map<String, List<Said>> all = new LinkedHashMap<>();
        cards.stream().filter(Said::counts).forEach(card -> all.put(card.outlet(), new ArrayList<>()));
        cards.forEach(card ->
                all.computeIfAbsent(card.outlet(), name -> new ArrayList<>()).add(card));
        return all.entrySet().stream()
                .map(entry -> new Outlet(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().stream().filter(Said::counts).toList()))
                .toList();
    }

    private List<Outlet> counted() {
        return outlets.stream().filter(outlet -> !outlet.counted().isEmpty()).toList();
    }

    private Lanes draw() {
        List<Track> tracks = outlets.stream()
                .map(outlet -> new Track(
                        outlet.name(),
                        "/outlets/" + outlet.first().outletId(),
                        lag(outlet),
                        outlet.all().stream().map(this::event).toList()))
                .toList();
        return Lanes.of(new Caption(ClaimWords.SAY.timelineTitle(), takeaway(), numbers()), tracks, reader.zone());
    }

    private Event event(Said card) {
        boolean denies = card.denies();
        return new Event(
                card.published().since(),
                card.published().latest(),
                denies ? Shape.DOWN : Shape.UP,
                handedOn(card),
                !card.counts(),
                card.evidence(),
                ClaimWords.SAY.event(
                        card.counts(),
                        card.speaker(),
                        denies,
                        card.outlet(),
                        card.at().exact()));
    }

    private boolean handedOn(Said card) {
        Origin origin = origins.get(card.id());
        return origin != null && origin.handedOn();
    }

    private String lag(Outlet outlet) {
        if (outlet.counted().isEmpty()) {
            return ReadingWords.SAY.doubtful();
        }
        return outlet.equals(outlets.getFirst())
                ? ClaimWords.SAY.first()
                : lag(outlets.getFirst().first(), outlet.first());
    }

    private static String lag(Said first, Said card) {
        return card.published().lagAfter(first.published());
    }

    private String takeaway() {
        if (cards.isEmpty()) {
            return ClaimWords.SAY.nobodyNow();
        }
        return (counted().isEmpty() ? inDoubt() : forCertain()) + legend();
    }

    private String inDoubt() {
        Said first = cards.getFirst();
        return ClaimWords.SAY.inDoubt(
                cards.size(),
                CountWords.SAY.outlets(outlets.size()),
                first.outlet(),
                first.at().exact());
    }

    private String forCertain() {
        List<Outlet> counted = counted();
        Said first = counted.getFirst().first();
        var sentence = new StringBuilder(
                ClaimWords.SAY.hadItFirst(first.outlet(), first.at().exact()));
        if (counted.size() > 1) {
            sentence.append(ClaimWords.SAY.lastCame(
                    CountWords.SAY.otherOutlets(counted.size() - 1L),
                    lag(first, counted.getLast().first())));
        }
        cards.stream()
                .filter(Said::counts)
                .filter(Said::denies)
                .findFirst()
                .ifPresent(denial -> sentence.append(ClaimWords.SAY.firstDenial(
                        denial.outlet(),
                        denial.id() == first.id() ? ClaimWords.SAY.beforeAsserted() : lag(first, denial))));
        int doubted = outlets.size() - counted.size();
        return doubted == 0
                ? sentence.toString()
                : sentence.append(ClaimWords.SAY.doubtedOutlets(CountWords.SAY.outlets(doubted)))
                        .toString();
    }

    private String legend() {

        return ClaimWords.SAY.legend(
                cards.stream().anyMatch(Predicate.not(Said::counts)),
                cards.stream().anyMatch(card -> card.published().dayOnly()));
    }

    private Numbers numbers() {
        return new Numbers(
                List.of(
                        ClaimWords.SAY.outletHead(),
                        ClaimWords.SAY.asserts(),
                        ClaimWords.SAY.denies(),
                        ClaimWords.SAY.doubtfulHead(),
                        ClaimWords.SAY.firstHead(),
                        ClaimWords.SAY.afterFirst(),
                        ClaimWords.SAY.hasItFrom()),
                outlets.stream().map(this::row).toList());
    }

    private Caption.Row row(Outlet outlet) {
        var from = (outlet.counted().isEmpty() ? outlet.all() : outlet.counted())
                .stream()
                        .map(card -> origins.get(card.id()))
                        .filter(Objects::nonNull)
                        .map(origin -> origin.handedOn()
                                ? names.getOrDefault(origin.origin(), origin.origin())
                                : ClaimWords.SAY.itself())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        long denies = outlet.counted().stream().filter(Said::denies).count();
        return Caption.Row.plain(
                outlet.name(),
                outlet.first().evidence(),
                List.of(
                        Counted.number(outlet.counted().size() - denies),
                        Counted.number(denies),
                        Counted.number(outlet.all().size() - outlet.counted().size()),
                        outlet.first().at().exact(),
                        lag(outlet),
                        String.join(", ", from)));
    }
}
