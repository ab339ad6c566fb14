package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.claimwatch.web.api.Questions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** The feeds of one outlet, as whoever reads its page sees them, for programs. */
@Path("/api/v1/outlets/{id:\\d+}/feeds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OutletFeedApi {
    private final Questions questions;
    private final OutletsAndFeeds outlets;
    private final FeedsOfOutlet feeds;

    public OutletFeedApi(Questions questions, OutletsAndFeeds outlets, FeedsOfOutlet feeds) {
        this.questions = questions;
        this.outlets = outlets;
        this.feeds = feeds;
    }

    /** All of them: no outlet has many. */
    @Schema(name = "Feeds")
    public record FeedItems(List<FeedItem> items) {}

    @GET
    @Operation(summary = "One outlet's feeds: how each fares, and when it is polled next and why")
    public FeedItems feeds(@RestPath long id) {
        if (outlets.imprint(id).isEmpty()) {
            throw new NotFoundException();
        }
        return new FeedItems(feeds.lines(id, false, questions.reader()).stream()
                .map(FeedItem::of)
                .toList());
    }
}
