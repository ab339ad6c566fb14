package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Reversals;
import org.claimwatch.web.reading.Reversals.Reversal;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.today.TodayPage.Block;
import org.claimwatch.web.today.TodayPage.Contradiction;
import org.claimwatch.web.today.TodayPage.Trouble;
import org.jspecify.annotations.Nullable;

/** What is new in a period, and what stands in the way of knowing. */
@ApplicationScoped
class NewsOfPeriod {
    private static final int ROWS = 7;
    private static final int CONTRADICTIONS = 3;
    private static final int VOICES = 10;
    private static final int ENOUGH = 200;

    private final Claims claims;
    private final Reversals reversals;
    private final Moves moves;
    private final StatementCards cards;
    private final Rows rows;
    private final Troubles troubles;
    private final WayToFirstClaim way;

    NewsOfPeriod(
            Claims claims,
            Reversals reversals,
            Moves moves,
            StatementCards cards,
            Rows rows,
            Troubles troubles,
            WayToFirstClaim way) {
        this.claims = claims;
        this.reversals = reversals;
        this.moves = moves;
        this.cards = cards;
        this.rows = rows;
        this.troubles = troubles;
        this.way = way;
    }

    TodayPage of(PeriodControl control, Reader reader, boolean administers) {
        Period period = control.period();
        Address here = new Address("/claims", control.kept()).with("period", parameter(control));
        if (control.own()) {
            here = here.with("from", control.firstDay()).with("to", control.lastDay());
        }
        Optional<Period> before = control.comparedWith();
        return new TodayPage(
                control,
                way.of(administers).orElse(null),
                before.isPresent(),
                newClaims(period, before, here.with("show", "new"), reader),
                contradictions(period, before, here.with("show", "contested"), reader),
                reversals(period, before, here.at("/today/reversals").toString(), reader),
                moves.newSpeakers(period, before, here, reader),
                moves.spikes(period, before, here),
                moves.stories(period, before, here.at("/stories"), reader),
                trouble(reader, Address.of("/today/trouble")));
    }

    private Block<Reversal> reversals(Period period, Optional<Period> before, String all, Reader reader) {
        return new Block<>(
                reversals.of(
                        reversals
                                .slice(period.from(), period.to(), Address.of(""), CONTRADICTIONS)
                                .rows(),
                        reader),
                reversals.total(period.from(), period.to()),
                all,
                before.map(b -> reversals.total(b.from(), b.to())).orElse(null));
    }

    private static @Nullable String parameter(PeriodControl control) {
        return control.period().length() == Period.Length.WEEK
                ? null
                : control.period().length().parameter;
    }

    private Block<ClaimLine> newClaims(Period period, Optional<Period> before, Address all, Reader reader) {
        Demand first = Demand.firstSeenIn(period.from(), period.to());
        return new Block<>(
                claims.lines(claims.first(Condition.CONFIDENT, first, Order.WORTH, ROWS), reader),
                claims.total(Condition.CONFIDENT, first),
                all.toString(),
                before.map(b -> claims.total(Condition.CONFIDENT, Demand.firstSeenIn(b.from(), b.to())))
                        .orElse(null));
    }

    private Block<Contradiction> contradictions(Period period, Optional<Period> before, Address all, Reader reader) {
        Condition within = Condition.CONFIDENT.and(Condition.between(period.from(), period.to()));
        var found = claims.lines(claims.first(within, Demand.CONTESTED, Order.WORTH, CONTRADICTIONS), reader);
        return new Block<>(
                found.stream()
                        .flatMap(claim -> contradiction(claim, within, reader))
                        .toList(),
                claims.total(within, Demand.CONTESTED),
                all.toString(),
                before.map(b -> claims.total(
                                Condition.CONFIDENT.and(Condition.between(b.from(), b.to())), Demand.CONTESTED))
                        .orElse(null));
    }

    private Stream<Contradiction> contradiction(ClaimLine claim, Condition within, Reader reader) {
        List<Long> telling = Stream.of(ClaimPolarity.ASSERTS, ClaimPolarity.DENIES)
                .flatMap(side -> telling(claim, within, side).stream())
                .toList();
        List<StatementCard> voices = telling.size() < 2 ? List.of() : cards.of(telling, reader);
        return voices.size() < 2
                ? Stream.empty()
                : Stream.of(new Contradiction(claim, voices.getFirst(), voices.getLast()));
    }

    /** Of the newest voices on one side the one that says most, in the claim's own language if there is one. */
    private Optional<Long> telling(ClaimLine claim, Condition within, ClaimPolarity side) {
        Condition voice = Condition.ofClaim(claim.id())
                .and(within)
                .and(Condition.of("told.denies = :denies", "denies", side == ClaimPolarity.DENIES));
        var parameters = new HashMap<>(voice.parameters());
        parameters.put("lang", claim.lang());
        parameters.put("voices", VOICES);
        parameters.put("enough", ENOUGH);
        return rows.longs("""
                        select id from (
                          select told.statement_id as id, told.lang, s.content, row_number() over newest as place %1$s where %2$s
                          window newest as (order by %3$s desc, told.article_version_id desc, told.ordinal)
                          order by place limit :voices) newest
                        order by starts_with(coalesce(lang, ''), :lang) desc, least(length(content), :enough) desc, place
                        limit 1
                        """.formatted(Statements.FROM, voice.sql(), Statements.PRECEDENCE), parameters).stream()
                .findFirst();
    }

    private Block<Trouble> trouble(Reader reader, Address all) {
        var found = troubles.of(reader);
        return Block.of(found.stream().limit(ROWS).toList(), found.size(), all.toString(), null);
    }
}
