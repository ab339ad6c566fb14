package org.claimwatch.web.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Deed;
import org.claimwatch.web.security.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** Who may do what in a team, for programs: the table of its page. */
@Path("/api/v1/teams/{slug}/deeds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DeedApi {
    private final CurrentViewer viewer;

    public DeedApi(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    /**
     * Something that can be done in a team.
     *
     * @param what in words
     * @param role the least that may: viewer, analyst, editor or admin, each of which may what those before it may
     * @param yours whether you may
     */
    @Schema(name = "Deed")
    public record DeedItem(String deed, String what, String role, boolean yours) {}

    @Schema(name = "Deeds")
    public record DeedItems(List<DeedItem> items) {}

    @GET
    @Operation(summary = "What can be done in a team, and which role may")
    public DeedItems deeds(@RestPath String slug) {
        Member member = viewer.memberOfThis();
        return new DeedItems(Arrays.stream(Deed.values())
                .map(deed -> new DeedItem(word(deed), deed.words(), word(deed.role()), member.may(deed.role())))
                .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
