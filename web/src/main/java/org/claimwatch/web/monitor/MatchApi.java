package org.claimwatch.web.monitor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.ArticleItem;
import org.claimwatch.web.api.Items.ClaimItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.Items.StoryItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.reading.Arrived;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What matches a team's monitor, within a period or since somebody was there, for programs. */
@Path("/api/v1/teams/{slug}/monitors")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MatchApi {
    private final Questions questions;
    private final Lists lists;
    private final ItemsOf items;
    private final MonitorsOfTeam monitors;
    private final CurrentViewer viewer;

    public MatchApi(Questions questions, Lists lists, ItemsOf items, MonitorsOfTeam monitors, CurrentViewer viewer) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.monitors = monitors;
        this.viewer = viewer;
    }

    /** Of what came in within a stretch of time alone; {@link Arrived} reads it from the address itself. */
    public static class Fresh {
        @Parameter(
                description =
                        "Only what is new since this moment, as since= of the monitor's news says it; with new-to, in place of a period")
        @QueryParam(Arrived.FROM)
        public @Nullable String from;

        @Parameter(description = "Up to which moment, as to= of the monitor's news says it; not included")
        @QueryParam(Arrived.TO)
        public @Nullable String to;
    }

    @GET
    @Path("/{id:\\d+}/statements")
    @Operation(summary = "Statements that a monitor matches, newest first")
    public Listing<StatementItem> statements(
            @RestPath String slug,
            @RestPath long id,
            @BeanParam Asking asking,
            @BeanParam Fresh fresh,
            @Context UriInfo uri) {
        return matches(id, ResultKind.STATEMENTS, uri, items::statements);
    }

    @GET
    @Path("/{id:\\d+}/articles")
    @Operation(summary = "Articles that a monitor matches, newest first")
    public Listing<ArticleItem> articles(
            @RestPath String slug,
            @RestPath long id,
            @BeanParam Asking asking,
            @BeanParam Fresh fresh,
            @Context UriInfo uri) {
        return matches(id, ResultKind.ARTICLES, uri, items::articles);
    }

    @GET
    @Path("/{id:\\d+}/claims")
    @Operation(summary = "Claims that a monitor's statements make, those said last first")
    public Listing<ClaimItem> claims(
            @RestPath String slug,
            @RestPath long id,
            @BeanParam Asking asking,
            @BeanParam Fresh fresh,
            @Context UriInfo uri) {
        return matches(id, ResultKind.CLAIMS, uri, items::claims);
    }

    @GET
    @Path("/{id:\\d+}/stories")
    @Operation(summary = "Stories that a monitor's articles tell, those told last first")
    public Listing<StoryItem> stories(
            @RestPath String slug,
            @RestPath long id,
            @BeanParam Asking asking,
            @BeanParam Fresh fresh,
            @Context UriInfo uri) {
        return matches(id, ResultKind.STORIES, uri, items::stories);
    }

    private <T> Listing<T> matches(long id, ResultKind kind, UriInfo uri, Function<List<Long>, List<T>> laidOut) {
        var monitor = monitors.one(viewer.memberOfThis(), id).orElseThrow(NotFoundException::new);
        Question question = questions.of(uri, monitor.query);
        Optional<Arrived> arrived = arrived(question);
        if (arrived.isPresent()) {
            return lists.of(
                    kind, NewsOfMonitor.condition(question.query(), kind, arrived.get()), question, false, laidOut);
        }
        return lists.of(kind, question.condition(kind), question, true, laidOut)
                .beside(lists.before(kind, question, earlier -> earlier.condition(kind)));
    }

    private static Optional<Arrived> arrived(Question question) {
        if (!Arrived.asked(question.here())) {
            return Optional.empty();
        }
        return Optional.of(
                Arrived.of(question.here())
                        .orElseThrow(
                                () -> Questions.bad(
                                        "new-from= and new-to= take two moments together, as 2025-09-01T08:00:00Z, the first before the second.")));
    }
}
