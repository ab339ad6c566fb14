package org.claimwatch.web.merge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Decision;
import org.claimwatch.web.reading.Decisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people merged and split, for programs. */
@Path("/api/v1/teams/{slug}/merges")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MergeApi {
    private final Questions questions;
    private final Decisions decisions;

    public MergeApi(Questions questions, Decisions decisions) {
        this.questions = questions;
        this.decisions = decisions;
    }

    /**
     * That an actor or a claim is another, or a part of it is.
     *
     * @param subject actors or claims
     * @param split whether only a part of what was read as the one is the other
     * @param opposite whether the one claim says the opposite of the other
     * @param share how many articles or statements a split takes
     * @param by null where it was somebody of another team
     * @param undone when it was taken back; null while it counts
     */
    @Schema(name = "Decision")
    public record DecisionItem(
            long id,
            String subject,
            boolean split,
            boolean opposite,
            ThingItem from,
            ThingItem to,
            long share,
            @Schema(nullable = true) @Nullable String by,
            String at,
            @Schema(nullable = true) @Nullable String undone) {}

    /** An actor by its name, or a claim by its wording. */
    @Schema(name = "Thing")
    public record ThingItem(long id, String words) {}

    @GET
    @Operation(summary = "Actors and claims that people merged and split, newest first")
    public Listing<DecisionItem> merges(@RestPath String slug, @BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return Lists.of(
                Total.exactly(decisions.count()),
                question,
                false,
                decisions
                        .slice(Lists.place(question, Decisions.NEWEST), question.limit(), questions.reader())
                        .map(found -> found.stream().map(MergeApi::item).toList()));
    }

    private static DecisionItem item(Decision decision) {
        return new DecisionItem(
                decision.id(),
                decision.subject(),
                decision.split(),
                decision.turned(),
                new ThingItem(decision.from().id(), decision.from().words()),
                new ThingItem(decision.to().id(), decision.to().words()),
                decision.share(),
                decision.by(),
                decision.at().iso(),
                decision.undone() == null ? null : decision.undone().iso());
    }
}
