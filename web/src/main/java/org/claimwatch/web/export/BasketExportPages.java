package org.claimwatch.web.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.security.CurrentViewer;

/** A basket's statements as files; a class of its own, because routes below a team are found by their class's path. */
@Path("/teams/{slug}/basket/export")
@RunOnVirtualThread
public class BasketExportPages {
    private final StatementRows statements;
    private final CurrentViewer viewer;

    public BasketExportPages(StatementRows statements, CurrentViewer viewer) {
        this.statements = statements;
        this.viewer = viewer;
    }

    @GET
    @Path("/basket.csv")
    @Produces(Csv.TYPE)
    public Response csv() {
        return Csv.file("basket.csv", statements.csv(kept()));
    }

    @GET
    @Path("/basket.jsonl")
    @Produces("application/x-ndjson;charset=UTF-8")
    public Response jsonLines() {
        return Csv.file("basket.jsonl", statements.jsonLines(kept()));
    }

    private Condition kept() {
        return Baskets.condition(viewer.memberOfThis(), viewer.get().accountId());
    }
}
