package org.claimwatch.web.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Membership;
import org.claimwatch.web.team.TeamPage.MemberLine;

/** Who belongs to a team; who joins or leaves is decided where accounts are kept. */
@Path("/teams/{slug}")
@RunOnVirtualThread
public class TeamPages {
    private final EntityManager entities;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public TeamPages(EntityManager entities, CurrentViewer viewer, CurrentReader reader) {
        this.entities = entities;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance team(TeamPage page);
    }

    @GET
    public TemplateInstance team() {
        Member member = viewer.memberOfThis();
        var members = entities.createQuery(
                        "from Membership m join fetch m.account a where m.team.id = :team order by a.name",
                        Membership.class)
                .setParameter("team", member.teamId())
                .getResultStream()
                .map(m -> new MemberLine(
                        m.account.name,
                        Objects.requireNonNullElse(m.account.email, ""),
                        m.role.label(),
                        reader.get().when(m.account.lastSeenAt)))
                .toList();
        return Templates.team(new TeamPage(member, members));
    }
}
