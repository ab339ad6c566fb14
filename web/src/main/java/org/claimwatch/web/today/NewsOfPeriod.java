package org.claimwatch.web.today;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.reading.Stories;
import org.claimwatch.web.reading.StoryLine;
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
    private final Stories stories;
    private final Statements statements;
    private final StatementCards cards;
    private final Rows rows;

    NewsOfPeriod(Claims claims, Stories stories, Statements statements, StatementCards cards, Rows rows) {
        this.claims = claims;
        this.stories = stories;
        this.statements = statements;
        this.cards = cards;
        this.rows = rows;
    }

    TodayPage of(PeriodControl control, Reader reader) {
        Period period = control.period();
        Address here = new Address("/claims", control.kept()).with("period", parameter(control));
        if (control.own()) {
            here = here.with("from", control.firstDay()).with("to", control.lastDay());
        }
        return new TodayPage(
                control,
                rows.number("select count(*) from outlet", Map.of()) == 0,
                newClaims(period, here.with("show", "new"), reader),
                contradictions(period, here.with("show", "contested"), reader),
                movingStories(period, here.at("/stories"), reader),
                trouble(reader));
    }

    private static @Nullable String parameter(PeriodControl control) {
        return control.period().length() == Period.Length.WEEK
                ? null
                : control.period().length().parameter;
    }

    private Block<ClaimLine> newClaims(Period period, Address all, Reader reader) {
        Demand first = Demand.firstSeenIn(period.from(), period.to());
        return new Block<>(
                claims.lines(claims.ids(Condition.CONFIDENT, first, Order.WORTH, 0, ROWS), reader),
                claims.count(Condition.CONFIDENT, first),
                all.toString());
    }

    private Block<Contradiction> contradictions(Period period, Address all, Reader reader) {
        Condition within = Condition.CONFIDENT.and(Condition.between(period.from(), period.to()));
        var found = claims.lines(claims.ids(within, Demand.CONTESTED, Order.WORTH, 0, CONTRADICTIONS), reader);
        return new Block<>(
                found.stream()
                        .flatMap(claim -> contradiction(claim, within, reader))
                        .toList(),
                claims.count(within, Demand.CONTESTED),
                all.toString());
    }

    private Stream<Contradiction> contradiction(ClaimLine claim, Condition within, Reader reader) {
        var asserts = telling(claim, within, ClaimPolarity.ASSERTS, reader);
        var denies = telling(claim, within, ClaimPolarity.DENIES, reader);
        return asserts.stream().flatMap(yes -> denies.stream().map(no -> new Contradiction(claim, yes, no)));
    }

    /** Of the newest voices on one side the one that says most, in the claim's own language if there is one. */
    private Optional<StatementCard> telling(ClaimLine claim, Condition within, ClaimPolarity side, Reader reader) {
        Condition voice =
                Condition.ofClaim(claim.id()).and(within).and(Condition.of("cs.polarity = :side", "side", side.name()));
        return cards.of(statements.ids(voice, 0, VOICES), reader).stream()
                .max(Comparator.comparing((StatementCard card) ->
                                claim.lang().isEmpty() || card.source().lang().startsWith(claim.lang()))
                        .thenComparing(card -> Math.min(card.words().length(), ENOUGH)));
    }

    private Block<StoryLine> movingStories(Period period, Address all, Reader reader) {
        return new Block<>(
                stories.lines(period.from(), period.to(), 0, ROWS, reader),
                stories.count(period.from(), period.to()),
                all.without("show").toString());
    }

    private record FailingFeed(
            long outletId,
            String outlet,
            String url,
            int consecutiveFailures,
            @Nullable String lastError,
            @Nullable Instant lastSuccessAt) {}

    private Block<Trouble> trouble(Reader reader) {
        var failing = rows.list(FailingFeed.class, """
                        select o.id as outlet_id, o.name as outlet, f.url, f.consecutive_failures, f.last_error,
                               f.last_success_at
                        from feed f join outlet o on o.id = f.outlet_id
                        where f.state in ('FAILING', 'RETIRED') order by f.consecutive_failures desc, f.id
                        """, Map.of()).stream()
                .map(f -> new Trouble(
                        f.outletId(),
                        f.outlet(),
                        f.url(),
                        f.consecutiveFailures(),
                        f.lastError(),
                        When.ofNullable(f.lastSuccessAt(), reader.now(), reader.zone())))
                .toList();
        return new Block<>(failing.stream().limit(ROWS).toList(), failing.size(), "/outlets");
    }
}
