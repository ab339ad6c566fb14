package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;

/** A team's reviews as a gold statement set: what people judged is what readings can be measured and trained by. */
@Path("/teams/{slug}/reviews.jsonl")
@RunOnVirtualThread
@Produces("application/jsonl;charset=UTF-8")
public class ReviewExportPages {
    private final ReviewRows reviews;
    private final CurrentViewer viewer;

    public ReviewExportPages(ReviewRows reviews, CurrentViewer viewer) {
        this.reviews = reviews;
        this.viewer = viewer;
    }

    @GET
    public Response reviews() {
        Member member = viewer.memberOfThis();
        return Response.ok(reviews.jsonLines(member.teamId()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reviews.jsonl\"")
                .build();
    }
}
