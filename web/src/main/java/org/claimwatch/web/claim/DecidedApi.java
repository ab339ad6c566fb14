package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.api.DecisionItem.DecisionItems;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Places;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.claim.FactCheckApi.FactCheckItem;
import org.claimwatch.web.reading.Decisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What stands beside a claim for everybody, in a team or not, for programs. */
@Path("/api/v1/claims/{id:\\d+}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DecidedApi {
    /** Of whom there is none: what a team says of a fact-check is its own. */
    private static final long NO_TEAM = -1;

    private final Questions questions;
    private final StandingClaims claims;
    private final Merged merged;
    private final Decisions decisions;
    private final FactChecksOfClaim factChecks;

    public DecidedApi(
            Questions questions,
            StandingClaims claims,
            Merged merged,
            Decisions decisions,
            FactChecksOfClaim factChecks) {
        this.questions = questions;
        this.claims = claims;
        this.merged = merged;
        this.decisions = decisions;
        this.factChecks = factChecks;
    }

    @GET
    @Path("/decisions")
    @Operation(summary = "What people merged into a claim and split off it, newest first")
    public DecisionItems decisions(@RestPath long id, @Context UriInfo uri) {
        merged.claim(id, uri);
        claims.of(id, questions.reader());
        return DecisionItems.of(decisions.ofClaim(id, questions.reader()));
    }

    @GET
    @Path("/fact-checks")
    @Operation(summary = "What may be fact-checks of a claim, newest first, without what any team says of them")
    public Listing<FactCheckItem> factChecks(@RestPath long id, @BeanParam Part part, @Context UriInfo uri) {
        merged.claim(id, uri);
        claims.of(id, questions.reader());
        Question question = questions.of(uri);
        return Places.part(
                factChecks.count(id),
                question,
                factChecks.below(NO_TEAM, id, Places.below(question), question.limit() + 1),
                FactCheckItem::id,
                item -> item);
    }
}
