package org.claimwatch.web.monitor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Objects;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** A team's monitors and what matches them, for programs. */
@Path("/api/v1/teams/{slug}/monitors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MonitorApi {
    private final Questions questions;
    private final Lists lists;
    private final ItemsOf items;
    private final MonitorsOfTeam monitors;
    private final Statements statements;
    private final CurrentViewer viewer;

    public MonitorApi(
            Questions questions,
            Lists lists,
            ItemsOf items,
            MonitorsOfTeam monitors,
            Statements statements,
            CurrentViewer viewer) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.monitors = monitors;
        this.statements = statements;
        this.viewer = viewer;
    }

    /** A saved query, and how many statements match it within the period. */
    @Schema(name = "Monitor")
    public record MonitorItem(
            long id,
            String name,
            String query,
            String explained,
            String createdBy,
            Instant createdAt,
            long statements,
            String href) {}

    @GET
    @Operation(summary = "A team's monitors, by name")
    public Listing<MonitorItem> monitors(@RestPath String slug, @BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return Lists.whole(
                question,
                monitors.of(viewer.memberOfThis()).stream()
                        .map(monitor -> item(monitor, question))
                        .toList());
    }

    @GET
    @Path("/{id:\\d+}/statements")
    @Operation(summary = "Statements that a monitor matches, newest first")
    public Listing<StatementItem> statements(
            @RestPath String slug, @RestPath long id, @BeanParam Asking asking, @Context UriInfo uri) {
        var monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        Question question = questions.of(uri, monitor.query);
        return lists.of(
                ResultKind.STATEMENTS, question.condition(ResultKind.STATEMENTS), question, true, items::statements);
    }

    @GET
    @Path("/{id:\\d+}/claims")
    @Operation(summary = "Claims that a monitor's statements make, those said last first")
    public Listing<ClaimItem> claims(
            @RestPath String slug, @RestPath long id, @BeanParam Asking asking, @Context UriInfo uri) {
        var monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        Question question = questions.of(uri, monitor.query);
        return lists.of(ResultKind.CLAIMS, question.condition(ResultKind.CLAIMS), question, true, items::claims);
    }

    private MonitorItem item(Monitor monitor, Question question) {
        Query query = Query.saved(monitor.query);
        return new MonitorItem(
                Objects.requireNonNull(monitor.id),
                monitor.name,
                monitor.query,
                query.explained(),
                monitor.createdBy.name,
                monitor.createdAt,
                statements.count(query.condition().and(question.within())),
                "%s/monitors/%d".formatted(viewer.memberOfThis().home(), monitor.id));
    }
}
