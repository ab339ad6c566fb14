package org.claimwatch.web.search;

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
import org.claimwatch.web.api.Asking;
import org.claimwatch.web.api.Items.ArticleItem;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.ResultKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a query matches, for programs. */
@Path("/api/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SearchApi {
    private final Questions questions;
    private final Lists lists;
    private final ItemsOf items;
    private final Merged merged;

    public SearchApi(Questions questions, Lists lists, ItemsOf items, Merged merged) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.merged = merged;
    }

    @GET
    @Path("/statements")
    @Operation(summary = "Statements that a query matches, newest first; of one claim over all time, or of one actor")
    public Listing<StatementItem> statements(
            @BeanParam Asking asking,
            @Parameter(description = "The id of a claim: its statements, of whatever period")
                    @QueryParam("claim")
                    @Nullable String claim,
            @Parameter(description = "The id of an actor: what it said") @QueryParam("actor") @Nullable String actor,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        Long claimId = Questions.id(question.here(), "claim");
        Long actorId = Questions.id(question.here(), "actor");
        if (claimId != null) {
            merged.claim(claimId, uri);
        }
        if (actorId != null) {
            merged.actor(actorId, uri);
        }
        Listing<StatementItem> found = lists.of(
                ResultKind.STATEMENTS,
                condition(question, claimId, actorId),
                question,
                claimId == null,
                items::statements);
        return claimId != null
                ? found
                : found.beside(
                        lists.before(ResultKind.STATEMENTS, question, earlier -> condition(earlier, null, actorId)));
    }

    private static Condition condition(Question question, @Nullable Long claim, @Nullable Long actor) {
        Condition condition = claim == null
                ? question.condition(ResultKind.STATEMENTS)
                : question.matching(ResultKind.STATEMENTS).and(Condition.ofClaim(claim));
        return actor == null ? condition : condition.and(Condition.ofSpeaker(actor));
    }

    @GET
    @Path("/statements/{id:\\d+}")
    @Operation(summary = "One statement, as its article's version has it, be that replaced since")
    public StatementItem statement(@RestPath long id) {
        return items.statements(List.of(id)).stream().findFirst().orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/articles")
    @Operation(summary = "Articles that a query matches, newest first")
    public Listing<ArticleItem> articles(@BeanParam Asking asking, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return lists.of(ResultKind.ARTICLES, question.condition(ResultKind.ARTICLES), question, true, items::articles)
                .beside(lists.before(ResultKind.ARTICLES, question, earlier -> earlier.condition(ResultKind.ARTICLES)));
    }
}
