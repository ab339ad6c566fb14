package org.claimwatch.web.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.team.Members.Belonging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who belongs to a team, for programs. */
@Path("/api/v1/teams/{slug}/members")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MemberApi {
    private final Members members;
    private final CurrentViewer viewer;

    public MemberApi(Members members, CurrentViewer viewer) {
        this.members = members;
        this.viewer = viewer;
    }

    /**
     * Somebody of the team.
     *
     * @param account the person's number, the same in each team
     * @param role viewer, analyst, editor or admin: the stronger of what a group and an admin gave
     * @param group of the sign-in service that gives a role
     * @param granted whether an admin of the team gave one
     * @param seen when the person was last signed in
     */
    @Schema(name = "TeamMember")
    public record MemberItem(
            long id,
            long account,
            String name,
            @Schema(nullable = true) @Nullable String email,
            String role,
            @Schema(nullable = true) @Nullable String group,
            boolean granted,
            Instant seen) {}

    @Schema(name = "TeamMembers")
    public record MemberItems(List<MemberItem> items) {}

    @GET
    @Operation(summary = "A team's members and their roles, by name")
    public MemberItems members(@RestPath String slug) {
        Member member = viewer.memberOfThis();
        return new MemberItems(members.of(member).stream()
                .map(belonging -> item(member, belonging))
                .toList());
    }

    private static MemberItem item(Member member, Belonging belonging) {
        return new MemberItem(
                belonging.id(),
                belonging.accountId(),
                belonging.name(),
                belonging.email(),
                belonging.role().name().toLowerCase(Locale.ROOT),
                belonging.groupRole() == null ? null : Members.group(member, belonging),
                belonging.grantedRole() != null,
                belonging.lastSeenAt());
    }
}
