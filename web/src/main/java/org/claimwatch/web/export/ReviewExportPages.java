package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.download.Downloads;
import org.claimwatch.web.security.CurrentViewer;

/** A team's reviews as a gold statement set: what people judged is what readings can be measured and trained by. */
@Path("/teams/{slug}/reviews.jsonl")
@RunOnVirtualThread
@Produces("application/jsonl;charset=UTF-8")
public class ReviewExportPages {
    private final ReviewRows reviews;
    private final Downloads downloads;
    private final CurrentViewer viewer;

    public ReviewExportPages(ReviewRows reviews, Downloads downloads, CurrentViewer viewer) {
        this.reviews = reviews;
        this.downloads = downloads;
        this.viewer = viewer;
    }

    @GET
    public Response reviews() {
        long team = viewer.memberOfThis().teamId();
        return downloads.file("reviews.jsonl", (out, rows) -> reviews.jsonLines(team, out, rows));
    }
}
