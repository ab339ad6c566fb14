package org.claimwatch.web.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The teams of whoever asks, for programs: their names stand in addresses. */
@Path("/api/v1/teams")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TeamApi {
    private final CurrentViewer viewer;

    public TeamApi(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    /** A team, and what the viewer is in it. */
    @Schema(name = "Team")
    public record TeamItem(String slug, String name, String role) {}

    /** All of them: nobody is in many. */
    @Schema(name = "Teams")
    public record Teams(List<TeamItem> items) {}

    @GET
    @Operation(summary = "Your teams, and your role in each")
    public Teams teams() {
        return new Teams(viewer.get().teams().stream()
                .map(member -> new TeamItem(
                        member.slug(), member.teamName(), member.role().name().toLowerCase(Locale.ROOT)))
                .toList());
    }
}
