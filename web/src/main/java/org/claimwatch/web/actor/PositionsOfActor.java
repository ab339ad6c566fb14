package org.claimwatch.web.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.web.actor.ActorApi.TakenItem;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.chart.Event;
import org.claimwatch.web.chart.Multiples;
import org.claimwatch.web.chart.Multiples.Target;
import org.claimwatch.web.chart.Shape;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Confidence;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Reversals.Turn;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.words.ActorWords;
import org.claimwatch.web.words.CountWords;

/** Where an actor stood toward whom, and when: one small drawing for each target. */
@ApplicationScoped
class PositionsOfActor {
    private static final int PANELS = 9;

    private final Rows rows;

    PositionsOfActor(Rows rows) {
        this.rows = rows;
    }

    private record Taken(
            long statementId,
            long articleId,
            int number,
            String outlet,
            String target,
            Polarity polarity,
            float confidence,
            Instant at) {
        Shape shape() {
            return switch (polarity) {
                case FAVOR -> Shape.UP;
                case AGAINST -> Shape.DOWN;
                case NEUTRAL -> Shape.SQUARE;
            };
        }
    }

    /** By target, those most spoken of first, 100 at most. */
    List<TakenItem> taken(Condition said) {
        return rows.list(
                TakenItem.class,
                """
                select st.target, count(*) filter (where st.polarity = 'FAVOR') as favour,
                       count(*) filter (where st.polarity = 'AGAINST') as against,
                       count(*) filter (where st.polarity = 'NEUTRAL') as neutral, min(%1$s) as first, max(%1$s) as last
                %2$s join stance st on st.statement_id = told.statement_id
                where (%3$s) and least(s.confidence, st.confidence) >= %4$s
                group by st.target order by count(*) desc, st.target limit 100
                """.formatted(Statements.AT, Statements.FROM, said.sql(), Confidence.LIKELY),
                said.parameters());
    }

    Multiples of(long actor, Condition said, List<Turn> turns, Address here, Reader reader) {
        List<Taken> taken = rows.list(
                Taken.class,
                """
                select told.statement_id, told.article_id, v.number, o.name as outlet, st.target, st.polarity,
                       least(s.confidence, st.confidence) as confidence, %s as at
                %s join stance st on st.statement_id = told.statement_id where %s
                order by at, told.statement_id, st.id
                """.formatted(Statements.AT, Statements.FROM, said.sql()),
                new HashMap<>(said.parameters()));
        List<Taken> sure =
                taken.stream().filter(t -> t.confidence() >= Confidence.LIKELY).toList();
        Map<String, List<Taken>> byTarget =
                sure.stream().collect(Collectors.groupingBy(Taken::target, LinkedHashMap::new, Collectors.toList()));
        List<Map.Entry<String, List<Taken>>> sorted = byTarget.entrySet().stream()
                .sorted(Map.Entry.<String, List<Taken>>comparingByValue(Comparator.comparingInt(List::size))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Address cell = here.without("after", "before").at("/matrix").with("of", actor);
        return Multiples.of(
                new Caption(
                        ActorWords.SAY.positionsTitle(),
                        takeaway(sorted, turns, taken.size() - sure.size()),
                        numbers(sorted, cell)),
                sorted.stream()
                        .limit(PANELS)
                        .map(entry -> target(entry, turns, cell, reader))
                        .toList(),
                reader.zone());
    }

    private static Target target(Map.Entry<String, List<Taken>> entry, List<Turn> turns, Address cell, Reader reader) {
        Map<Long, Taken> byStatement =
                entry.getValue().stream().collect(Collectors.toMap(Taken::statementId, t -> t, (a, b) -> a));
        return new Target(
                entry.getKey(),
                cell.with("on", entry.getKey()) + "#evidence",
                entry.getValue().stream().map(taken -> event(taken, reader)).toList(),
                turns.stream()
                        .filter(turn -> turn.claimId() == null && turn.matter().equals(entry.getKey()))
                        .filter(turn ->
                                byStatement.containsKey(turn.beforeId()) && byStatement.containsKey(turn.afterId()))
                        .map(turn -> turned(
                                Objects.requireNonNull(byStatement.get(turn.beforeId())),
                                Objects.requireNonNull(byStatement.get(turn.afterId()))))
                        .toList());
    }

    private static Multiples.Turn turned(Taken before, Taken after) {
        return new Multiples.Turn(before.at(), before.shape(), after.at(), after.shape());
    }

    private static Event event(Taken taken, Reader reader) {
        return new Event(
                taken.at(),
                taken.shape(),
                false,
                false,
                "/articles/%d?version=%d#statement-%d"
                        .formatted(taken.articleId(), taken.number(), taken.statementId()),
                ActorWords.SAY.event(
                        taken.polarity(),
                        taken.target(),
                        taken.outlet(),
                        reader.exactly(taken.at()).shown()));
    }

    private static String takeaway(List<Map.Entry<String, List<Taken>>> sorted, List<Turn> turns, int doubtful) {
        if (sorted.isEmpty()) {
            return ActorWords.SAY.noStance();
        }
        var first = sorted.getFirst();
        String most = ActorWords.SAY.most(first.getKey(), counts(first.getValue()));
        String turned = turns.isEmpty()
                ? ActorWords.SAY.noTurn()
                : ActorWords.SAY.turned(CountWords.SAY.reversals(turns.size()));
        String left = doubtful == 0 ? "" : ActorWords.SAY.leftOut(CountWords.SAY.doubtful(doubtful));
        return String.join(" ", most, turned, left).strip();
    }

    private static String counts(List<Taken> taken) {
        return Stream.of(Polarity.values())
                .filter(polarity -> count(taken, polarity) > 0)
                .map(polarity -> ActorWords.SAY.count(polarity, count(taken, polarity)))
                .reduce(ActorWords.SAY::listed)
                .orElse("");
    }

    private static long count(List<Taken> taken, Polarity polarity) {
        return taken.stream().filter(t -> t.polarity() == polarity).count();
    }

    private static Numbers numbers(List<Map.Entry<String, List<Taken>>> sorted, Address cell) {
        return new Numbers(
                List.of(
                        ActorWords.SAY.target(),
                        ActorWords.SAY.favours(),
                        ActorWords.SAY.against(),
                        ActorWords.SAY.neutral()),
                sorted.stream()
                        .map(entry -> Caption.Row.plain(
                                entry.getKey(),
                                cell.with("on", entry.getKey()) + "#evidence",
                                List.of(
                                        Counted.number(count(entry.getValue(), Polarity.FAVOR)),
                                        Counted.number(count(entry.getValue(), Polarity.AGAINST)),
                                        Counted.number(count(entry.getValue(), Polarity.NEUTRAL)))))
                        .toList());
    }
}
