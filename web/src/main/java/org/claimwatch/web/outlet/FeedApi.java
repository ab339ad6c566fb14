package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.claimwatch.web.security.Groups;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All feeds of the instance, for its administrators' programs. */
@Path("/api/v1/feeds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FeedApi {
    private final Questions questions;
    private final FeedsOfOutlet feeds;

    public FeedApi(Questions questions, FeedsOfOutlet feeds) {
        this.questions = questions;
        this.feeds = feeds;
    }

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    @Operation(summary = "All feeds, how each fares and when it is polled next and why; for instance administrators")
    public Listing<FeedItem> feeds(@BeanParam Part part, @Context UriInfo uri) {
        Question question = questions.of(uri);
        return Lists.of(
                Total.exactly(feeds.count()),
                question,
                false,
                feeds.all(Lists.place(question, FeedsOfOutlet.NEWEST), question.limit(), questions.reader())
                        .map(found -> found.stream().map(FeedItem::of).toList()));
    }
}
