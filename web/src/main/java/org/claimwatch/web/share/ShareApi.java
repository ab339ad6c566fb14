package org.claimwatch.web.share;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's links to its lists, for programs; where they lead was shown once, and is kept nowhere. */
@Path("/api/v1/teams/{slug}/shares")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ShareApi {
    private final ShareLinks links;
    private final CurrentViewer viewer;

    public ShareApi(ShareLinks links, CurrentViewer viewer) {
        this.links = links;
        this.viewer = viewer;
    }

    /**
     * A link that opens one list to whoever holds it.
     *
     * @param name of the monitor that it was made of
     * @param query that the list was then, and stays
     * @param revoked when somebody took it back; null if nobody has
     * @param ended whether it opens nothing any more
     */
    @Schema(name = "SharedList")
    public record ShareItem(
            long id,
            String name,
            String query,
            String by,
            Instant created,
            Instant expires,
            @Schema(nullable = true) @Nullable Instant revoked,
            boolean ended) {}

    /**
     * The newest links.
     *
     * @param total how many the team has made
     */
    @Schema(name = "SharedLists")
    public record ShareItems(long total, List<ShareItem> items) {}

    @GET
    @Operation(summary = "A team's newest 200 links to its lists, newest first")
    public ShareItems shares(@RestPath String slug) {
        Member member = viewer.memberOfThis();
        return new ShareItems(
                links.count(member),
                links.of(member).stream()
                        .map(link -> new ShareItem(
                                link.id(),
                                link.name(),
                                link.query(),
                                link.by(),
                                link.createdAt(),
                                link.expiresAt(),
                                link.revokedAt(),
                                link.ended()))
                        .toList());
    }
}
