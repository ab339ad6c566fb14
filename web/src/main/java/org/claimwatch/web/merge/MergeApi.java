package org.claimwatch.web.merge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.api.DecisionItem;
import org.claimwatch.web.api.Listing;
import org.claimwatch.web.api.Lists;
import org.claimwatch.web.api.Part;
import org.claimwatch.web.api.Question;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Decisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

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
                        .map(found -> found.stream().map(DecisionItem::of).toList()));
    }
}
