package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.monitor.MonitorPage.MonitorLine;
import org.claimwatch.web.monitor.MonitorPage.MonitorList;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.MonitorWords;

/** What a monitor finds within a period, as statements and as claims. */
@ApplicationScoped
class MatchesOfMonitor {
    private final MonitorsOfTeam monitors;
    private final Periods periods;
    private final Statements statements;
    private final Results results;
    private final StatementCards cards;
    private final Claims claims;
    private final Baskets baskets;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    MatchesOfMonitor(
            MonitorsOfTeam monitors,
            Periods periods,
            Statements statements,
            Results results,
            StatementCards cards,
            Claims claims,
            Baskets baskets,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.monitors = monitors;
        this.periods = periods;
        this.statements = statements;
        this.results = results;
        this.cards = cards;
        this.claims = claims;
        this.baskets = baskets;
        this.reader = reader;
        this.viewer = viewer;
    }

    MonitorList list(Member member, Address here) {
        var period = periods.asked(here, reader.get().zone());
        List<MonitorLine> lines = monitors.of(member).stream()
                .map(monitor -> {
                    Condition matching = Query.saved(monitor.query)
                            .within(period.period().from(), period.period().to());
                    return new MonitorLine(
                            Objects.requireNonNull(monitor.id),
                            monitor.name,
                            monitor.query,
                            said(statements.total(matching), CountWords.SAY::statements),
                            said(claims.total(matching, Demand.NONE), CountWords.SAY::claims));
                })
                .toList();
        return new MonitorList(member, period.withoutComparison(), lines);
    }

    MonitorPage page(Member member, Monitor monitor, Address here) {
        Query query = Query.saved(monitor.query);
        var period = periods.asked(here, reader.get().zone());
        Condition matching =
                query.within(period.period().from(), period.period().to());
        boolean asClaims = "claims".equals(here.get("as"));
        Total statementCount = statements.total(matching);
        Total claimCount = claims.total(matching, Demand.NONE);
        Paging paging;
        List<Long> shown = List.of();
        List<Long> claimed = List.of();
        if (asClaims) {
            var slice = claims.slice(matching, Demand.NONE, Order.WORTH, here, Paging.SIZE);
            claimed = slice.rows();
            paging = slice.paging(claimCount);
        } else {
            var page = results.page(ResultKind.STATEMENTS, matching, here);
            shown = page.ids();
            paging = page.paging(statementCount);
        }
        Address views = here.without("as", "after", "before");
        return new MonitorPage(
                member,
                Objects.requireNonNull(monitor.id),
                monitor.name,
                monitor.query,
                query.explained(),
                monitor.createdBy.name,
                reader.get().when(monitor.createdAt),
                period.counting(asClaims ? "claims" : "statements", before -> {
                    Condition earlier = query.condition().and(Condition.between(before.from(), before.to()));
                    return asClaims ? claims.total(earlier, Demand.NONE) : statements.total(earlier);
                }),
                List.of(
                        new Choice(MonitorWords.SAY.statementsTab(statementCount.brief()), views.toString(), !asClaims),
                        new Choice(
                                MonitorWords.SAY.claimsTab(claimCount.brief()),
                                views.with("as", "claims").toString(),
                                asClaims)),
                asClaims,
                cards.of(shown, reader.get()),
                baskets.ticks(member, viewer.get().accountId(), shown, paging.next()),
                claims.lines(claimed, reader.get()),
                paging,
                here.without("after", "before", "as")
                        .at("%s/monitors/%d/statements.csv".formatted(member.home(), monitor.id))
                        .toString(),
                member.edits() ? "%s/digests/new?monitor=%d".formatted(member.home(), monitor.id) : null);
    }

    private static String said(Total total, Function<Long, String> counted) {
        return total.said(counted.apply(total.rows()));
    }
}
