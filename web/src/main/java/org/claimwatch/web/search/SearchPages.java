package org.claimwatch.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.claimwatch.web.atom.AtomAnswer;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Matches;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Results;
import org.claimwatch.web.reading.Ticks;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.words.SearchWords;
import org.jspecify.annotations.Nullable;

/** Search. */
@Path("/search")
@RunOnVirtualThread
public class SearchPages {
    /** Facets are counted for whoever opens them: of many matches that takes longer than all the rest of the page. */
    private static final String FACETS = "facets";

    private static final String NOW = "now";

    private final Periods periods;
    private final Results results;
    private final Facets facets;
    private final Matches matches;
    private final SearchFeeds feeds;
    private final Baskets baskets;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public SearchPages(
            Periods periods,
            Results results,
            Facets facets,
            Matches matches,
            SearchFeeds feeds,
            Baskets baskets,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.periods = periods;
        this.results = results;
        this.facets = facets;
        this.matches = matches;
        this.feeds = feeds;
        this.baskets = baskets;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance search(SearchPage page);
    }

    @GET
    public TemplateInstance search(@Context UriInfo uri) {
        Address asked = Address.of(uri);
        Address here = asked.without(FACETS);
        Address plain = here.without("page", "after", "before");
        var period = periods.asked(plain, reader.get().zone());
        Narrowing narrowing = Narrowing.of(here);
        Query query = narrowing.query();
        ResultKind kind = ResultKind.of(here.get("as"));
        Function<Query, Condition> condition = narrowed -> condition(narrowed, kind, period.period());
        Map<ResultKind, Total> counts = results.totals(
                condition(query, ResultKind.STATEMENTS, period.period()),
                condition(query, ResultKind.ARTICLES, period.period()));
        Results.Page page =
                results.page(kind, condition.apply(query), here, counts.getOrDefault(kind.matched(), Total.NONE));
        return Templates.search(new SearchPage(
                period.counting(kind.word(), before -> results.count(kind, condition(query, kind, before))),
                query,
                kind,
                narrowing,
                tabs(kind, counts, plain),
                page.paging(counts.getOrDefault(kind, Total.NONE)),
                matches.found(kind, page.ids(), reader.get()),
                NOW.equals(asked.get(FACETS)) && query.problem() == null
                        ? facets.of(kind, query, plain, condition)
                        : List.of(),
                here.with(FACETS, NOW).toString(),
                query.problem() == null ? exports(query, kind, plain.without("as")) : List.of(),
                keepAs(query, plain),
                kind == ResultKind.STATEMENTS ? ticks(page) : null));
    }

    private static Condition condition(Query query, ResultKind kind, Period period) {
        return query.within(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT, period.from(), period.to());
    }

    private List<Choice> exports(Query query, ResultKind kind, Address here) {
        var exports = new ArrayList<Choice>();
        exports.add(new Choice("CSV", here.at("/%s.csv".formatted(kind.word())).toString(), false));
        exports.add(new Choice(
                "JSON Lines", here.at("/%s.jsonl".formatted(kind.word())).toString(), false));
        if (kind == ResultKind.STATEMENTS) {
            exports.add(new Choice(
                    SearchWords.SAY.forNetworks(),
                    here.at("/statements.dna.csv").toString(),
                    false));
        }
        feeds.path(viewer.get().accountId(), kind, query).ifPresent(path -> {
            exports.add(new Choice(SearchWords.SAY.atomFeed(), path, false));
            exports.add(new Choice("RSS", path + AtomAnswer.RSS, false));
        });
        return exports;
    }

    private static List<Choice> tabs(ResultKind current, Map<ResultKind, Total> counts, Address here) {
        return Arrays.stream(ResultKind.values())
                .map(kind -> new Choice(
                        SearchWords.SAY.tab(
                                kind, counts.getOrDefault(kind, Total.NONE).brief()),
                        here.with("as", kind == ResultKind.STATEMENTS ? null : kind.word())
                                .toString(),
                        kind == current))
                .toList();
    }

    private @Nullable String keepAs(Query query, Address here) {
        return viewer.member()
                .filter(member -> query.problem() == null)
                .map(member -> here.at(member.home() + "/searches/new").toString())
                .orElse(null);
    }

    private @Nullable Ticks ticks(Results.Page page) {
        return baskets.ticks(viewer.member().orElse(null), viewer.get().accountId(), page.ids(), page.older());
    }
}
