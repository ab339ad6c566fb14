package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.security.CurrentViewer;

/** A basket's statements as files; a class of its own, because routes below a team are found by their class's path. */
@Path("/teams/{slug}/basket/export")
@RunOnVirtualThread
public class BasketExportPages {
    private final TableFiles files;
    private final CurrentViewer viewer;

    public BasketExportPages(TableFiles files, CurrentViewer viewer) {
        this.files = files;
        this.viewer = viewer;
    }

    @GET
    @Path("/basket.csv")
    @Produces(Csv.TYPE)
    public Response csv() {
        return files.csv("basket.csv", kept());
    }

    @GET
    @Path("/basket.jsonl")
    @Produces(TableFiles.JSON_LINES)
    public Response jsonLines() {
        return files.jsonLines("basket.jsonl", kept());
    }

    private Table kept() {
        return StatementRows.of(
                Baskets.condition(viewer.memberOfThis(), viewer.get().accountId()));
    }
}
