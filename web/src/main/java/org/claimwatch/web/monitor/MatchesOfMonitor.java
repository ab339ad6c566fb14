package org.claimwatch.web.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.monitor.MonitorPage.Fresh;
import org.claimwatch.web.monitor.MonitorPage.MonitorLine;
import org.claimwatch.web.monitor.MonitorPage.MonitorList;
import org.claimwatch.web.monitor.MonitorPage.Recipients;
import org.claimwatch.web.monitor.MonitorPage.Since;
import org.claimwatch.web.monitor.NewsOfMonitor.News;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Arrived;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Matches;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.MonitorWords;
import org.claimwatch.web.words.SearchWords;

/** What a monitor finds within a period, or found since somebody looked, as each of the four kinds of matches. */
@ApplicationScoped
class MatchesOfMonitor {
    private final MonitorsOfTeam monitors;
    private final Periods periods;
    private final Statements statements;
    private final Claims claims;
    private final Results results;
    private final Matches matches;
    private final NewsOfMonitor news;
    private final VolumeOfMonitor volume;
    private final RecipientsOfMonitor recipients;
    private final Baskets baskets;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    MatchesOfMonitor(
            MonitorsOfTeam monitors,
            Periods periods,
            Statements statements,
            Claims claims,
            Results results,
            Matches matches,
            NewsOfMonitor news,
            VolumeOfMonitor volume,
            RecipientsOfMonitor recipients,
            Baskets baskets,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.monitors = monitors;
        this.periods = periods;
        this.statements = statements;
        this.claims = claims;
        this.results = results;
        this.matches = matches;
        this.news = news;
        this.volume = volume;
        this.recipients = recipients;
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
                    Address page = here.without("compare").at("%s/monitors/%d".formatted(member.home(), monitor.id));
                    return new MonitorLine(
                            Objects.requireNonNull(monitor.id),
                            monitor.name,
                            monitor.query,
                            said(statements.total(matching), CountWords.SAY::statements),
                            page.toString(),
                            said(claims.total(matching, Demand.NONE), CountWords.SAY::claims),
                            as(page, ResultKind.CLAIMS));
                })
                .toList();
        return new MonitorList(member, period.withoutComparison(), lines);
    }

    /** The person looks at it now. */
    MonitorPage page(Member member, Monitor monitor, Address here) {
        Query query = Query.saved(monitor.query);
        var period = periods.asked(Arrived.without(here), reader.get().zone());
        ResultKind kind = ResultKind.of(here.get("as"));
        Optional<Since> since = news.seen(member, monitor).map(found -> since(found, member, monitor));
        Optional<Arrived> fresh = Arrived.of(here);
        Function<ResultKind, Condition> meant =
                each -> fresh.map(arrived -> NewsOfMonitor.condition(query, each, arrived))
                        .orElseGet(() -> within(query, each, period.period()));
        Map<ResultKind, Total> totals = fresh.map(arrived -> news.totals(query, arrived))
                .orElseGet(() -> results.totals(meant.apply(ResultKind.STATEMENTS), meant.apply(ResultKind.ARTICLES)));
        var page = results.page(kind, meant.apply(kind), here, totals.getOrDefault(kind.matched(), Total.NONE));
        long account = viewer.get().accountId();
        return new MonitorPage(
                member,
                Objects.requireNonNull(monitor.id),
                monitor.name,
                monitor.query,
                query.explained(),
                monitor.createdBy.name,
                reader.get().when(monitor.createdAt),
                period.counting(kind.word(), before -> results.count(kind, within(query, kind, before))),
                since.orElse(null),
                fresh.map(arrived -> fresh(arrived, here)).orElse(null),
                fresh.isPresent() ? null : volume.drawn(monitor, period.period(), here),
                kind,
                tabs(kind, totals, here.without("as", "after", "before")),
                matches.found(kind, page.ids(), reader.get()),
                kind == ResultKind.STATEMENTS ? baskets.ticks(member, account, page.ids(), page.older()) : null,
                page.paging(totals.getOrDefault(kind, Total.NONE)),
                files(member, monitor, kind, here),
                recipients(member, account, monitor));
    }

    private static Condition within(Query query, ResultKind kind, Period period) {
        return query.within(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT, period.from(), period.to());
    }

    private Since since(News found, Member member, Monitor monitor) {
        Address page = found.arrived().in(Address.of("%s/monitors/%d".formatted(member.home(), monitor.id)));
        return new Since(
                reader.get().when(found.arrived().from()),
                found.totals().entrySet().stream()
                        .filter(total -> total.getValue().rows() > 0)
                        .map(total -> new Choice(
                                total.getValue()
                                        .said(MonitorWords.SAY.fresh(
                                                total.getKey(), total.getValue().rows())),
                                as(page, total.getKey()),
                                false))
                        .toList());
    }

    private Fresh fresh(Arrived arrived, Address here) {
        return new Fresh(
                reader.get().exactly(arrived.from()),
                reader.get().exactly(arrived.to()),
                Arrived.without(here).without("after", "before").toString());
    }

    private static List<Choice> tabs(ResultKind current, Map<ResultKind, Total> totals, Address views) {
        return Arrays.stream(ResultKind.values())
                .map(kind -> new Choice(
                        SearchWords.SAY.tab(
                                kind, totals.getOrDefault(kind, Total.NONE).brief()),
                        as(views, kind),
                        kind == current))
                .toList();
    }

    private static String as(Address page, ResultKind kind) {
        return page.with("as", kind == ResultKind.STATEMENTS ? null : kind.word())
                .toString();
    }

    private static List<Choice> files(Member member, Monitor monitor, ResultKind kind, Address here) {
        Address bare = here.without("after", "before", "as", "compare");
        String home = "%s/monitors/%d/export/".formatted(member.home(), monitor.id);
        var files = new ArrayList<Choice>();
        files.add(new Choice("CSV", bare.at(home + kind.word() + ".csv").toString(), false));
        files.add(
                new Choice("JSON Lines", bare.at(home + kind.word() + ".jsonl").toString(), false));
        if (kind == ResultKind.STATEMENTS) {
            files.add(new Choice(
                    SearchWords.SAY.forNetworks(),
                    bare.at(home + "statements.dna.csv").toString(),
                    false));
        }
        return files;
    }

    private Recipients recipients(Member member, long account, Monitor monitor) {
        return new Recipients(
                recipients.digests(member, account, monitor),
                recipients.alerts(member, monitor),
                RecipientsOfMonitor.alertsHref(member, monitor),
                member.edits() ? "%s/digests/new?monitor=%d".formatted(member.home(), monitor.id) : null);
    }

    private static String said(Total total, Function<Long, String> counted) {
        return total.said(counted.apply(total.rows()));
    }
}
