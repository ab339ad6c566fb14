package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
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
    private final StatementCards cards;
    private final Claims claims;
    private final Baskets baskets;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    MatchesOfMonitor(
            MonitorsOfTeam monitors,
            Periods periods,
            Statements statements,
            StatementCards cards,
            Claims claims,
            Baskets baskets,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.monitors = monitors;
        this.periods = periods;
        this.statements = statements;
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
                            CountWords.SAY.statements(statements.count(matching)),
                            CountWords.SAY.claims(claims.count(matching, Demand.NONE)));
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
        long statementCount = statements.count(matching);
        long claimCount = claims.count(matching, Demand.NONE);
        Paging paging = Paging.of(asClaims ? claimCount : statementCount, here);
        List<Long> shown = asClaims ? List.of() : statements.ids(matching, paging.offset(), paging.size());
        Address views = here.without("as", "page");
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
                    return asClaims ? claims.count(earlier, Demand.NONE) : statements.count(earlier);
                }),
                List.of(
                        new Choice(MonitorWords.SAY.statementsTab(statementCount), views.toString(), !asClaims),
                        new Choice(
                                MonitorWords.SAY.claimsTab(claimCount),
                                views.with("as", "claims").toString(),
                                asClaims)),
                asClaims,
                cards.of(shown, reader.get()),
                baskets.ticks(member, viewer.get().accountId(), shown, paging.next()),
                asClaims
                        ? claims.lines(
                                claims.ids(matching, Demand.NONE, Order.WORTH, paging.offset(), paging.size()),
                                reader.get())
                        : List.of(),
                paging,
                here.without("page", "as")
                        .at("%s/monitors/%d/statements.csv".formatted(member.home(), monitor.id))
                        .toString(),
                member.edits() ? "%s/digests/new?monitor=%d".formatted(member.home(), monitor.id) : null);
    }
}
