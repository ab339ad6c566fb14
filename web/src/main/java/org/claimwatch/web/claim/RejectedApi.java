package org.claimwatch.web.claim;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.claimwatch.web.api.Merged;
import org.claimwatch.web.api.Questions;
import org.claimwatch.web.reading.Reader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** Which of a claim's readings a team rejected, for programs: the claim's counts, the same for every team, have them still. */
@Path("/api/v1/teams/{slug}/claims/{id:\\d+}/rejected")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RejectedApi {
    private final Questions questions;
    private final StandingClaims claims;
    private final SaidOfClaim said;
    private final Merged merged;

    public RejectedApi(Questions questions, StandingClaims claims, SaidOfClaim said, Merged merged) {
        this.questions = questions;
        this.claims = claims;
        this.said = said;
        this.merged = merged;
    }

    /**
     * Readings that do not make the claim in the team's eyes.
     *
     * @param total how many of the claim's oldest 500 statements
     * @param statements their ids: rejected, or said to make another claim; the reviews say which
     */
    @Schema(name = "RejectedReadings")
    public record RejectedItem(long total, List<Long> statements) {}

    @GET
    @Operation(summary = "Which of a claim's readings the team rejected, or says that they make another claim")
    public RejectedItem rejected(@RestPath String slug, @RestPath long id, @Context UriInfo uri) {
        merged.claim(id, uri);
        Reader reader = questions.reader();
        claims.of(id, reader);
        List<Long> rejected = said.rejected(said.oldest(id, VoicesOfClaim.MOST, reader));
        return new RejectedItem(rejected.size(), rejected);
    }
}
