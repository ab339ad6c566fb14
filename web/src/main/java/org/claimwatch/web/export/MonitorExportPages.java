package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.monitor.MonitorsOfTeam;
import org.claimwatch.web.period.Periods;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Arrived;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.reading.Claims.Order;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.security.CurrentViewer;
import org.jboss.resteasy.reactive.RestPath;

/** A monitor's matches as files; a class of its own, because routes below a team are found by their class's path. */
@Path("/teams/{slug}/monitors/{id:\\d+}/export")
@RunOnVirtualThread
@Produces(Csv.TYPE)
public class MonitorExportPages {
    private final Periods periods;
    private final TableFiles files;
    private final MonitorsOfTeam monitors;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public MonitorExportPages(
            Periods periods, TableFiles files, MonitorsOfTeam monitors, CurrentReader reader, CurrentViewer viewer) {
        this.periods = periods;
        this.files = files;
        this.monitors = monitors;
        this.reader = reader;
        this.viewer = viewer;
    }

    @GET
    @Path("/statements.csv")
    public Response statements(@RestPath long id, @Context UriInfo uri) {
        return csv(id, uri, ResultKind.STATEMENTS);
    }

    @GET
    @Path("/articles.csv")
    public Response articles(@RestPath long id, @Context UriInfo uri) {
        return csv(id, uri, ResultKind.ARTICLES);
    }

    @GET
    @Path("/claims.csv")
    public Response claims(@RestPath long id, @Context UriInfo uri) {
        return csv(id, uri, ResultKind.CLAIMS);
    }

    @GET
    @Path("/stories.csv")
    public Response stories(@RestPath long id, @Context UriInfo uri) {
        return csv(id, uri, ResultKind.STORIES);
    }

    @GET
    @Path("/statements.dna.csv")
    public Response statementsAsNetwork(@RestPath long id, @Context UriInfo uri) {
        return files.csv(
                "monitor-%d-statements.dna.csv".formatted(id),
                StatementRows.network(matching(id, uri, ResultKind.STATEMENTS)));
    }

    @GET
    @Path("/statements.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response statementsAsJsonLines(@RestPath long id, @Context UriInfo uri) {
        return jsonLines(id, uri, ResultKind.STATEMENTS);
    }

    @GET
    @Path("/articles.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response articlesAsJsonLines(@RestPath long id, @Context UriInfo uri) {
        return jsonLines(id, uri, ResultKind.ARTICLES);
    }

    @GET
    @Path("/claims.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response claimsAsJsonLines(@RestPath long id, @Context UriInfo uri) {
        return jsonLines(id, uri, ResultKind.CLAIMS);
    }

    @GET
    @Path("/stories.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response storiesAsJsonLines(@RestPath long id, @Context UriInfo uri) {
        return jsonLines(id, uri, ResultKind.STORIES);
    }

    private Response jsonLines(long id, UriInfo uri, ResultKind kind) {
        return files.jsonLines("monitor-%d-%s.jsonl".formatted(id, kind.word()), table(id, uri, kind));
    }

    private Response csv(long id, UriInfo uri, ResultKind kind) {
        return files.csv("monitor-%d-%s.csv".formatted(id, kind.word()), table(id, uri, kind));
    }

    private Table table(long id, UriInfo uri, ResultKind kind) {
        Condition matching = matching(id, uri, kind);
        return switch (kind) {
            case STATEMENTS -> StatementRows.of(matching);
            case ARTICLES -> ArticleRows.of(matching);
            case CLAIMS -> ClaimRows.of(new ClaimsAsked(matching, Demand.NONE, Order.RECENT));
            case STORIES -> StoryRows.of(matching);
        };
    }

    /** What the page shows that has the same address but for its end: a period's, or what arrived within a time. */
    private Condition matching(long id, UriInfo uri, ResultKind kind) {
        var monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        Query query = Query.saved(monitor.query);
        Address here = Address.of(uri);
        Scope scope = kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT;
        return Arrived.of(here)
                .map(arrived -> query.condition(scope).and(arrived.condition(kind)))
                .orElseGet(() -> {
                    var period = periods.asked(here, reader.get().zone()).period();
                    return query.within(scope, period.from(), period.to());
                });
    }
}
