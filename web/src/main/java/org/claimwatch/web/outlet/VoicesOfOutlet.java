package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimwatch.web.chart.Bars;
import org.claimwatch.web.chart.Caption;
import org.claimwatch.web.chart.Caption.Numbers;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.outlet.OutletPage.Firsts;
import org.claimwatch.web.outlet.OutletPage.Quoted;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Position;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.words.ActorWords;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.OutletWords;
import org.jspecify.annotations.Nullable;

/** Whom an outlet lets speak, where it stands itself beside those whom it quotes, and how often it is first. */
@ApplicationScoped
class VoicesOfOutlet {
    private static final int SPEAKERS = 8;
    static final int CLAIMS = 1000;

    private final Rows rows;
    private final OutletsAndFeeds outlets;

    VoicesOfOutlet(Rows rows, OutletsAndFeeds outlets) {
        this.rows = rows;
        this.outlets = outlets;
    }

    /** Its own voice and the quoted ones, two drawings on one scale. */
    List<Bars> stances(long outlet, Period period, Address here) {
        List<Position> own = outlets.positions(outlet, "OUTLET", period);
        List<Position> quoted = outlets.positions(outlet, "SPEAKER", period);
        long most = Stream.concat(own.stream(), quoted.stream())
                .mapToLong(VoicesOfOutlet::sum)
                .max()
                .orElse(1);
        Address cell = here.without("after", "before")
                .at("/matrix")
                .with("by", "outlet")
                .with("of", outlet);
        return List.of(
                bars(OutletWords.SAY.ownVoiceTitle(), own, most, target -> cell.with("on", target) + "#evidence"),
                bars(OutletWords.SAY.quotedTitle(), quoted, most, target -> null));
    }

    /** Where a target leads to. */
    private interface Way {
        @Nullable String of(String target);
    }

    private static long sum(Position position) {
        return position.favour() + position.against() + position.neutral();
    }

    private static Bars bars(String title, List<Position> positions, long most, Way way) {
        return Bars.of(
                new Caption(
                        title,
                        takeaway(positions),
                        new Numbers(
                                List.of(
                                        ActorWords.SAY.target(),
                                        ActorWords.SAY.favours(),
                                        ActorWords.SAY.against(),
                                        ActorWords.SAY.neutral()),
                                positions.stream()
                                        .map(p -> Caption.Row.plain(
                                                p.target(),
                                                way.of(p.target()),
                                                List.of(
                                                        Counted.number(p.favour()),
                                                        Counted.number(p.against()),
                                                        Counted.number(p.neutral()))))
                                        .toList())),
                positions.stream()
                        .map(p -> new Bars.Row(
                                p.target(),
                                way.of(p.target()),
                                List.of(
                                        new Bars.Part("favour", p.favour()),
                                        new Bars.Part("against", p.against()),
                                        new Bars.Part("neutral", p.neutral())),
                                words(p),
                                null))
                        .toList(),
                most);
    }

    private static String words(Position p) {
        return Stream.of(sign("▲", p.favour()), sign("▼", p.against()), sign("■", p.neutral()))
                .filter(word -> !word.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String sign(String sign, long count) {
        return count == 0 ? "" : sign + count;
    }

    private static String takeaway(List<Position> positions) {
        if (positions.isEmpty()) {
            return OutletWords.SAY.noSide();
        }
        Position first = positions.getFirst();
        return OutletWords.SAY.mostOn(first.target(), first.favour(), first.against(), first.neutral());
    }

    /** Everybody whom it lets speak, those first who have most of its statements; what the machine doubts is left out. */
    List<Quoted> quoted(long outlet, Period period) {
        Condition said = Condition.ofOutlet(outlet)
                .and(Condition.between(period.from(), period.to()))
                .and(Condition.CONFIDENT);
        return rows.list(Quoted.class, """
                select told.speaker_id as actor_id, coalesce(p.name, s.speaker_name) as name, count(*) as statements
                %s left join actor p on p.id = told.speaker_id
                where %s group by 1, 2 order by count(*) desc, 2
                """.formatted(Statements.FROM, said.sql()), said.parameters());
    }

    /** Who has how much of its statements. */
    Bars shareOfVoice(long outlet, String name, Period period, Address here) {
        List<Quoted> all = quoted(outlet, period);
        long total = all.stream().mapToLong(Quoted::statements).sum();
        List<Quoted> shown = all.stream().limit(SPEAKERS).toList();
        String takeaway = shown.isEmpty()
                ? OutletWords.SAY.nobodyQuoted()
                : OutletWords.SAY.voiceShare(
                        shown.getFirst().name(),
                        percent(shown.getFirst(), total),
                        CountWords.SAY.statements(total),
                        CountWords.SAY.voices(all.size()));
        return Bars.of(
                new Caption(
                        OutletWords.SAY.shareTitle(),
                        takeaway,
                        new Numbers(
                                List.of(
                                        OutletWords.SAY.speaker(),
                                        OutletWords.SAY.statements(),
                                        OutletWords.SAY.share()),
                                shown.stream()
                                        .map(q -> new Caption.Row(
                                                q.name(),
                                                search(q, name, here),
                                                List.of(
                                                        Caption.Value.of(q.statements(), search(q, name, here)),
                                                        Caption.Value.of(OutletWords.SAY.percent(percent(q, total))))))
                                        .toList())),
                shown.stream()
                        .map(q -> new Bars.Row(
                                q.name(),
                                q.actorId() == null ? null : "/actors/" + q.actorId(),
                                List.of(new Bars.Part("share", q.statements())),
                                OutletWords.SAY.countAndPercent(q.statements(), percent(q, total)),
                                search(q, name, here)))
                        .toList());
    }

    private static String search(Quoted quoted, String outlet, Address here) {
        return here.without("after", "before")
                .at("/search")
                .with(
                        "q",
                        Query.exactly(Field.SPEAKER, quoted.name())
                                .andExactly(Field.OUTLET, outlet)
                                .undoubted()
                                .text())
                .toString();
    }

    private static long percent(Quoted quoted, long total) {
        return Math.round(100.0 * quoted.statements() / Math.max(1, total));
    }

    private record Counts(long carried, long shared, long first) {}

    private record Own(long statements, long handedOn) {}

    /** Of the claims that it carries within a period; what the machine doubts is left out. */
    Firsts firsts(long outlet, Period period) {
        Condition said = Condition.ofOutlet(outlet)
                .and(Condition.between(period.from(), period.to()))
                .and(Condition.CONFIDENT);
        Map<String, Object> parameters = new HashMap<>(said.parameters());
        parameters.put("limit", CLAIMS);
        List<Long> claims = rows.longs(
                "select told.claim_id %s where told.claim_id is not null and (%s) group by told.claim_id order by told.claim_id desc limit :limit"
                        .formatted(Statements.FROM, said.sql()),
                parameters);
        if (claims.isEmpty()) {
            return new Firsts(0, 0, 0, 0, 0);
        }
        Counts counts = rows.first(Counts.class, """
                        select count(*) as carried, count(*) filter (where seen.outlets > 1) as shared,
                               count(*) filter (where seen.outlets > 1 and told.outlet_id = :outlet) as first
                        from claim_seen seen join told_statement told on told.statement_id = seen.first_statement
                        where seen.claim_id in (:claims)
                        """, Map.of("outlet", outlet, "claims", claims))
                .orElseThrow();
        Own own = rows.first(Own.class, """
                        select count(*) as statements, count(*) filter (where r.handed_on) as handed_on
                        %s left join told_origin r on r.statement_id = told.statement_id
                        where told.claim_id is not null and (%s)
                        """.formatted(Statements.FROM, said.sql()), said.parameters())
                .orElseThrow();
        return new Firsts(counts.carried(), counts.shared(), counts.first(), own.statements(), own.handedOn());
    }
}
