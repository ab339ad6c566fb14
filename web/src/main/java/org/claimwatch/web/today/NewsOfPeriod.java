package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                told(found, within, reader),
                claims.total(within, Demand.CONTESTED),
                all.toString(),
                before.map(b -> claims.total(
                                Condition.CONFIDENT.and(Condition.between(b.from(), b.to())), Demand.CONTESTED))
                        .orElse(null));
    }

    /** Each claim with a voice of either side. */
    private List<Contradiction> told(List<ClaimLine> contested, Condition within, Reader reader) {
        List<Telling> telling = telling(contested, within);
        Map<Long, StatementCard> voices = cards
                .of(telling.stream().map(Telling::id).toList(), reader)
                .stream()
                .collect(Collectors.toMap(StatementCard::id, Function.identity()));
        return contested.stream()
                .flatMap(claim -> {
                    List<StatementCard> sides = telling.stream()
                            .filter(voice -> voice.claimId() == claim.id() && voices.containsKey(voice.id()))
                            .map(voice -> Objects.requireNonNull(voices.get(voice.id())))
                            .toList();
                    return sides.size() < 2
                            ? Stream.empty()
                            : Stream.of(new Contradiction(claim, sides.getFirst(), sides.getLast()));
                })
                .toList();
    }

    private record Telling(long claimId, boolean denies, long id) {}

    /**
     * For each claim who asserts it, then who denies it: of the newest voices on that side the one that says most, in the
     * claim's own language if there is one.
     */
    private List<Telling> telling(List<ClaimLine> contested, Condition within) {
        if (contested.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<>(within.parameters());
        parameters.put("claims", contested.stream().map(ClaimLine::id).toList());
        parameters.put("voices", VOICES);
        parameters.put("enough", ENOUGH);
        return rows.list(
                Telling.class, """
                        select distinct on (claim_id, denies) claim_id, denies, id from (
                          select told.claim_id, told.denies, told.statement_id as id, told.lang, c.language, s.content,
                                 row_number() over newest as place
                          %1$s where told.claim_id in (:claims) and %2$s
                          window newest as (partition by told.claim_id, told.denies
                                            order by %3$s desc, told.article_version_id desc, told.ordinal)) newest
                        where place <= :voices
                        order by claim_id, denies, starts_with(coalesce(lang, ''), coalesce(language, '')) desc,
                                 least(length(content), :enough) desc, place
                        """.formatted(Statements.FROM, within.sql(), Statements.PRECEDENCE), parameters);
    }

    private Block<Trouble> trouble(Reader reader, Address all) {
        var found = troubles.of(reader);
        return Block.of(found.stream().limit(ROWS).toList(), found.size(), all.toString(), null);
    }
}
