package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Places;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What may be fact-checks of claims, and what a team says of that, for programs. */
@Path("/api/v1/teams/{slug}/fact-checks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FactCheckApi {
    private final Questions questions;
    private final FactChecksOfClaim factChecks;
    private final Merged merged;
    private final CurrentViewer viewer;

    public FactCheckApi(Questions questions, FactChecksOfClaim factChecks, Merged merged, CurrentViewer viewer) {
        this.questions = questions;
        this.factChecks = factChecks;
        this.merged = merged;
        this.viewer = viewer;
    }

    /**
     * A fact-check that may be about a claim.
     *
     * @param claim the claim that stays, after all merges
     * @param opposite whether that one says the opposite of the words checked
     * @param dayOnly whether the outlet gave a day and no time
     * @param confidence of the machine, that it is about this claim
     * @param verdict confirmed or rejected, by the team; null where it has said nothing, and outside a team's own routes
     */
    @Schema(name = "FactCheck")
    public record FactCheckItem(
            long id,
            long claim,
            String checked,
            @Schema(nullable = true) @Nullable String claimant,
            @Schema(nullable = true) @Nullable String rating,
            String outlet,
            long article,
            Instant published,
            boolean dayOnly,
            boolean opposite,
            float confidence,
            @Schema(nullable = true) @Nullable String verdict) {}

    @GET
    @Operation(summary = "What may be fact-checks, newest first, and what the team says of each")
    public Listing<FactCheckItem> factChecks(
            @RestPath String slug,
            @BeanParam Part part,
            @Parameter(description = "The id of a claim: of that one alone") @QueryParam("claim") @Nullable String claim,
            @Context UriInfo uri) {
        Question question = questions.of(uri);
        long team = viewer.memberOfThis().teamId();
        Long asked = Questions.id(question.here(), "claim");
        if (asked != null) {
            merged.claim(asked, uri);
        }
        return Places.part(
                factChecks.count(asked),
                question,
                factChecks.below(team, asked, Places.below(question), question.limit() + 1),
                FactCheckItem::id,
                item -> item);
    }
}
