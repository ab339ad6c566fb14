package org.claimwatch.web.outlet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.outlet.FeedsOfOutlet.Fare;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Slice;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.words.CountWords;
import org.claimwatch.web.words.FeedWords;

/** All feeds of the instance, for whoever looks after them. */
@Path("/feeds")
@RunOnVirtualThread
public class FeedListPages {
    private final FeedsOfOutlet feeds;
    private final CurrentReader reader;

    public FeedListPages(FeedsOfOutlet feeds, CurrentReader reader) {
        this.feeds = feeds;
        this.reader = reader;
    }

    /**
     * Feeds, those added last first.
     *
     * @param inTrouble whether only those are shown that do not yield
     */
    public record FeedList(String total, List<Choice> show, boolean inTrouble, List<FeedLine> feeds, Paging paging) {}

    @CheckedTemplate(basePath = "outlet")
    static class Templates {
        static native TemplateInstance feeds(FeedList page);
    }

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance feeds(@Context UriInfo uri) {
        Address here = Address.of(uri);
        boolean inTrouble = "trouble".equals(here.get("show"));
        Fare fare = feeds.fare();
        Slice<FeedLine> slice = feeds.steered(inTrouble, here, reader.get());
        return Templates.feeds(new FeedList(
                FeedWords.SAY.totalOfAll(
                        CountWords.SAY.feeds(fare.feeds()), CountWords.SAY.outlets(fare.outlets()), fare.trouble()),
                List.of(
                        new Choice(FeedWords.SAY.allFeeds(), "/feeds", !inTrouble),
                        new Choice(FeedWords.SAY.inTrouble(), "/feeds?show=trouble", inTrouble)),
                inTrouble,
                slice.rows(),
                slice.paging(Total.exactly(inTrouble ? fare.trouble() : fare.feeds()))));
    }
}
