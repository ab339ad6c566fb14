package org.claimwatch.web.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** Whom a team has invited, for its admins' programs; how one accepts stands in the e-mail alone. */
@Path("/api/v1/teams/{slug}/invitations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InvitationApi {
    private final Invitations invitations;
    private final CurrentViewer viewer;

    public InvitationApi(Invitations invitations, CurrentViewer viewer) {
        this.invitations = invitations;
        this.viewer = viewer;
    }

    /** One that can still be accepted, and the role that it gives. */
    @Schema(name = "Invitation")
    public record InvitationItem(long id, String email, String role, String by, Instant expires) {}

    @Schema(name = "Invitations")
    public record InvitationItems(List<InvitationItem> items) {}

    @GET
    @Needs(Role.ADMIN)
    @Operation(summary = "A team's invitations that wait to be accepted, newest first; for its admins")
    public InvitationItems invitations(@RestPath String slug) {
        return new InvitationItems(invitations.open(viewer.memberOfThis()).stream()
                .map(open -> new InvitationItem(
                        open.id(),
                        open.email(),
                        open.role().name().toLowerCase(Locale.ROOT),
                        open.by(),
                        open.expiresAt()))
                .toList());
    }
}
