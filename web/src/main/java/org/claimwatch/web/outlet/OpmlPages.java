package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.claimwatch.web.security.Groups;

/** All outlets and feeds of this instance as a file that feed readers, and other instances, take in. */
@Path("/outlets.opml")
@RunOnVirtualThread
public class OpmlPages {
    private final AllFeeds feeds;
    private final Clock clock;

    public OpmlPages(AllFeeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    @GET
    @Produces("text/x-opml;charset=UTF-8")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response export() {
        return Response.ok(OpmlWriter.write(feeds.byOutlet(), clock.instant()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"outlets.opml\"")
                .build();
    }
}
