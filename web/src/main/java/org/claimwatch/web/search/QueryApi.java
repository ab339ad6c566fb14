package org.claimwatch.web.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.atom.AtomAnswer;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How a query is understood, for programs; one that is not is refused, and pointed at, as by every list. */
@Path("/api/v1/query")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class QueryApi {
    private final Questions questions;
    private final SearchFeeds feeds;
    private final CurrentViewer viewer;

    public QueryApi(Questions questions, SearchFeeds feeds, CurrentViewer viewer) {
        this.questions = questions;
        this.feeds = feeds;
        this.viewer = viewer;
    }

    /**
     * A query that was understood.
     *
     * @param explained what it finds, in words
     * @param atom the private address of its feed, for readers that cannot sign in: whoever has it may read that query's
     *     matches, until you ask for new addresses or do not sign in for long; null where it would be too long
     * @param rss the same in that format
     */
    @Schema(name = "Query")
    public record QueryItem(
            String q,
            String as,
            String explained,
            @Schema(nullable = true) @Nullable String atom,
            @Schema(nullable = true) @Nullable String rss) {}

    @GET
    @Operation(summary = "What a query finds, in words, and where it can be had as a feed")
    public QueryItem query(
            @Parameter(description = "A query in the language of search and monitors; all if left out")
                    @QueryParam("q")
                    @Nullable String q,
            @Parameter(description = "statements (unless said), articles, claims or stories: what is to be found")
                    @QueryParam("as")
                    @Nullable String as,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        ResultKind kind = ResultKind.of(as);
        if (as != null && !kind.word().equals(as)) {
            throw Questions.bad("as= takes statements, articles, claims or stories.");
        }
        String feed =
                feeds.path(viewer.get().accountId(), kind, question.query()).orElse(null);
        return new QueryItem(
                question.query().text(),
                kind.word(),
                question.query().explained(kind),
                feed,
                feed == null ? null : feed + AtomAnswer.RSS);
    }
}
