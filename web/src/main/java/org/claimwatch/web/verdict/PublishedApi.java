package org.claimwatch.web.verdict;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether outsiders may read a team's verdicts, and where, for programs; every member sees that on the page of verdicts. */
@Path("/api/v1/teams/{slug}/claim-reviews")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PublishedApi {
    private final VerdictsOfTeam team;
    private final CurrentViewer viewer;

    public PublishedApi(VerdictsOfTeam team, CurrentViewer viewer) {
        this.team = team;
        this.viewer = viewer;
    }

    /**
     * How a team's verdicts are had as ClaimReview.
     *
     * @param jsonLd all of them as a file, for members
     * @param open whether anybody who has the address may read them
     * @param href that address, on this server; null while it is closed
     * @param feed the same as a DataFeed, for those who collect ClaimReview
     */
    @Schema(name = "ClaimReviews")
    public record PublishedItem(
            String jsonLd,
            boolean open,
            @Schema(nullable = true) @Nullable String href,
            @Schema(nullable = true) @Nullable String feed) {}

    @GET
    @Operation(summary = "Whether outsiders may read a team's verdicts as ClaimReview, and at which address")
    public PublishedItem published(@RestPath String slug) {
        var member = viewer.memberOfThis();
        String path = team.path(member);
        return new PublishedItem(
                member.home() + "/verdicts/claim-reviews.jsonld",
                path != null,
                path,
                path == null ? null : path + "/feed.jsonld");
    }
}
