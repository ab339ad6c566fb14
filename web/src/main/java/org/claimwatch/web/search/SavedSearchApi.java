package org.claimwatch.web.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.security.CurrentViewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** The searches that a person may open, for programs. */
@Path("/api/v1/teams/{slug}/searches")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchApi {
    private final SearchesOfTeam searches;
    private final CurrentViewer viewer;

    public SavedSearchApi(SearchesOfTeam searches, CurrentViewer viewer) {
        this.searches = searches;
        this.viewer = viewer;
    }

    /**
     * A search that was kept under a name.
     *
     * @param finds what it finds, in words
     * @param own whether it is yours alone, not the team's
     * @param href the page that opens it
     */
    @Schema(name = "SavedSearch")
    public record SavedSearchItem(
            long id, String name, String query, String finds, boolean own, String by, Instant at, String href) {}

    @Schema(name = "SavedSearches")
    public record SavedSearches(List<SavedSearchItem> items) {}

    @GET
    @Transactional
    @Operation(summary = "Your kept searches and the team's, by name")
    public SavedSearches searches(@RestPath String slug) {
        return new SavedSearches(searches.of(viewer.memberOfThis(), viewer.get().accountId()).stream()
                .map(SavedSearchApi::item)
                .toList());
    }

    private static SavedSearchItem item(SavedSearch search) {
        var asked = new Asked(search.query, search.view);
        return new SavedSearchItem(
                Objects.requireNonNull(search.id),
                search.name,
                search.query,
                asked.sentence(),
                search.owner != null,
                search.createdBy.name,
                search.createdAt,
                asked.address().toString());
    }
}
