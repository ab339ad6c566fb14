package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.claimwatch.web.api.Items.Named;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** For how long an outlet's texts are kept, for programs. */
@Path("/api/v1/outlets/{id:\\d+}/retention")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RetentionApi {
    private final RetentionOfOutlet retention;

    public RetentionApi(RetentionOfOutlet retention) {
        this.retention = retention;
    }

    /**
     * How long texts stay.
     *
     * @param days null for ever
     * @param goneNow versions that are older and go in the next night
     */
    @Schema(name = "Retention")
    public record RetentionItem(
            Named outlet, @Schema(nullable = true) @Nullable Integer days, long goneNow) {}

    @GET
    @Operation(summary = "For how many days an outlet's texts are kept")
    public RetentionItem retention(@RestPath long id) {
        return retention
                .of(id, false)
                .map(page -> new RetentionItem(new Named(id, page.outlet()), page.days(), page.goneNow()))
                .orElseThrow(NotFoundException::new);
    }
}
