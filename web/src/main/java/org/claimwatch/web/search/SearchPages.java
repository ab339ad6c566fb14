package org.claimwatch.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.search.SearchPage.Chip;
import org.claimwatch.web.security.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Search. */
@Path("/search")
@RunOnVirtualThread
public class SearchPages {
    private final Periods periods;
    private final Statements statements;
    private final StatementCards cards;
    private final Claims claims;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public SearchPages(
            Periods periods,
            Statements statements,
            StatementCards cards,
            Claims claims,
            CurrentReader reader,
            CurrentViewer viewer) {
        this.periods = periods;
        this.statements = statements;
        this.cards = cards;
        this.claims = claims;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance search(SearchPage page);
    }

    @GET
    public TemplateInstance search(@Context UriInfo uri) {
        Address here = Address.of(uri);
        var period = periods.asked(here, reader.get().zone());
        Query query = Query.of(Optional.ofNullable(here.get("q")).orElse(""));
        Condition condition = query.condition()
                .and(Condition.between(period.period().from(), period.period().to()));
        Paging paging = Paging.of(statements.count(condition), here);
        Address plain = here.without("page");
        return Templates.search(new SearchPage(
                period,
                query,
                chips(query, plain),
                cards.of(statements.ids(condition, paging.offset(), paging.size()), reader.get()),
                paging,
                claims.count(condition, Demand.NONE),
                plain.at("/claims").toString(),
                plain.at("/statements.csv").toString(),
                saveAs(query)));
    }

    private static List<Chip> chips(Query query, Address here) {
        return query.conjuncts().stream()
                .map(part -> new Chip(
                        Query.written(part),
                        here.with("q", query.without(part).text()).toString()))
                .toList();
    }

    private @Nullable String saveAs(Query query) {
        return viewer.member()
                .filter(member -> member.analyses() && !query.empty())
                .map(member -> Address.of(member.home() + "/monitors/new")
                        .with("q", query.text())
                        .toString())
                .orElse(null);
    }
}
