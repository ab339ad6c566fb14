package org.claimwatch.web.basket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.api.Items.StatementItem;
import org.claimwatch.web.api.ItemsOf;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** A person's basket, for programs. */
@Path("/api/v1/teams/{slug}/basket")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BasketApi {
    private final Questions questions;
    private final Lists lists;
    private final ItemsOf items;
    private final Baskets baskets;
    private final Statements statements;
    private final CurrentViewer viewer;

    public BasketApi(
            Questions questions,
            Lists lists,
            ItemsOf items,
            Baskets baskets,
            Statements statements,
            CurrentViewer viewer) {
        this.questions = questions;
        this.lists = lists;
        this.items = items;
        this.baskets = baskets;
        this.statements = statements;
        this.viewer = viewer;
    }

    /**
     * How much you put aside.
     *
     * @param replaced how many of them stand in a version that has been replaced since: the basket's list and its files leave
     *     them out
     */
    @Schema(name = "BasketSize")
    public record BasketSize(long statements, long replaced) {}

    @GET
    @Operation(summary = "The statements that you put aside in this team, newest first")
    public Listing<StatementItem> basket(@RestPath String slug, @BeanParam Part part, @Context UriInfo uri) {
        return lists.of(
                ResultKind.STATEMENTS,
                Baskets.condition(viewer.memberOfThis(), viewer.get().accountId()),
                questions.of(uri),
                false,
                items::statements);
    }

    @GET
    @Path("/size")
    @Operation(summary = "How many statements you put aside in this team, and how many of them were replaced since")
    public BasketSize size(@RestPath String slug) {
        Member member = viewer.memberOfThis();
        long account = viewer.get().accountId();
        long all = baskets.size(member, account);
        return new BasketSize(all, Math.max(0, all - statements.count(Baskets.condition(member, account))));
    }
}
