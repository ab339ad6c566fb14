package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.security.Groups;
import org.jboss.resteasy.reactive.RestPath;

/** The buttons beside a feed. */
@Path("/feeds/{id:\\d+}")
@RunOnVirtualThread
public class FeedPages {
    private final FeedSteering steering;

    public FeedPages(FeedSteering steering) {
        this.steering = steering;
    }

    @POST
    @Path("/poll")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response poll(@RestPath long id) {
        return backToOutlet(steering.pollNow(id));
    }

    @POST
    @Path("/stop")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response stop(@RestPath long id) {
        return backToOutlet(steering.stop(id));
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response resume(@RestPath long id) {
        return backToOutlet(steering.resume(id));
    }

    private static Response backToOutlet(Optional<Long> outlet) {
        return Back.to("/outlets/" + outlet.orElseThrow(NotFoundException::new));
    }
}
