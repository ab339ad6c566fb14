package org.claimwatch.web.outlet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.claimwatch.web.outlet.ImportPlan.Planned;
import org.claimwatch.web.security.Groups;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Lists of outlets that were handed in, for the programs of instance administrators. */
@Path("/api/v1/outlets/imports/{id:\\d+}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Groups.INSTANCE_ADMINS)
public class ImportApi {
    private final OutletImports imports;

    public ImportApi(OutletImports imports) {
        this.imports = imports;
    }

    /**
     * What taking the list would change now; of one that was taken, what is left of it.
     *
     * @param taken null while nobody has confirmed it
     * @param skipped what is here already
     * @param problems what could not be taken
     */
    @Schema(name = "OutletImport")
    public record ImportItem(
            long id,
            String file,
            Instant uploaded,
            @Schema(nullable = true) @Nullable Instant taken,
            @Schema(nullable = true) @Nullable String outcome,
            List<PlannedItem> outlets,
            List<LineItem> skipped,
            List<LineItem> problems) {}

    /**
     * An outlet to add, or feeds to add to one that is watched.
     *
     * @param line of the file, from 1
     * @param existing its id here; null for a new one
     * @param feeds none where they will be searched for
     */
    @Schema(name = "PlannedOutlet")
    public record PlannedItem(
            int line,
            String name,
            String homeUrl,
            @Schema(nullable = true) @Nullable Long existing,
            List<PlannedFeed> feeds) {}

    /**
     * One of its feeds.
     *
     * @param title as the list gives it
     */
    @Schema(name = "PlannedFeed")
    public record PlannedFeed(
            String url, @Schema(nullable = true) @Nullable String title) {}

    /** A line of the file, and what is to be said of it. */
    @Schema(name = "ListedLine")
    public record LineItem(int line, String reason) {}

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    @Operation(summary = "A list of outlets that was handed in, line by line; for instance administrators")
    public ImportItem preview(@RestPath long id) {
        OutletImport handedIn = imports.find(id).orElseThrow(NotFoundException::new);
        ImportPlan plan = imports.plan(handedIn.content);
        return new ImportItem(
                id,
                handedIn.fileName,
                handedIn.uploadedAt,
                handedIn.takenAt,
                handedIn.outcome,
                plan.outlets().stream().map(ImportApi::item).toList(),
                items(plan.skipped()),
                items(plan.problems()));
    }

    private static PlannedItem item(Planned planned) {
        return new PlannedItem(
                planned.line(),
                planned.form().name,
                planned.form().homeUrl,
                planned.existing(),
                planned.feeds().stream()
                        .map(feed -> new PlannedFeed(feed.url(), feed.title()))
                        .toList());
    }

    private static List<LineItem> items(List<ListedOutlets.Problem> problems) {
        return problems.stream()
                .map(problem -> new LineItem(problem.line(), problem.reason()))
                .toList();
    }
}
