package org.claimwatch.web.team;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.team.Invitations.NotTaken;
import org.claimwatch.web.team.Members.Belonging;
import org.claimwatch.web.team.Members.Refused;
import org.claimwatch.web.team.TeamPage.InvitationLine;
import org.claimwatch.web.team.TeamPage.MemberLine;
import org.claimwatch.web.words.TeamWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who belongs to a team, with the forms by which its admins invite, change roles and remove. */
@Path("/teams/{slug}")
@RunOnVirtualThread
public class TeamPages {
    private static final int REFUSED = 422;

    private final Members members;
    private final Invitations invitations;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public TeamPages(Members members, Invitations invitations, CurrentViewer viewer, CurrentReader reader) {
        this.members = members;
        this.invitations = invitations;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance team(TeamPage page);
    }

    @GET
    public TemplateInstance team() {
        return page("", List.of());
    }

    @POST
    @Path("/invitations")
    @Needs(Role.ADMIN)
    public Response invite(@RestForm @Nullable String email, @RestForm @Nullable Role role) {
        Member member = viewer.memberOfThis();
        String address = email == null ? "" : email.strip();
        List<String> problems = invitations.problems(member, address, role);
        if (!problems.isEmpty()) {
            return refused(address, problems);
        }
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> invitations.invite(member, viewer.get(), address, Objects.requireNonNull(role)));
        } catch (NotTaken e) {
            Log.warnf("An invitation to %s could not be sent: %s", member.slug(), e.getMessage());
            return refused(address, List.of(TeamWords.SAY.notMailed(String.valueOf(e.getMessage()))));
        }
        return Back.to(member.home());
    }

    @POST
    @Path("/invitations/{id:\\d+}/revoke")
    @Needs(Role.ADMIN)
    public Response revoke(@RestPath long id) {
        Member member = viewer.memberOfThis();
        if (!QuarkusTransaction.requiringNew().call(() -> invitations.revoke(member, id))) {
            throw new NotFoundException();
        }
        return Back.to(member.home());
    }

    @POST
    @Path("/members/{id:\\d+}/role")
    @Needs(Role.ADMIN)
    public Response grant(@RestPath long id, @RestForm @Nullable Role role) {
        Member member = viewer.memberOfThis();
        if (members.of(member).stream().noneMatch(belonging -> belonging.id() == id)) {
            throw new NotFoundException();
        }
        if (role == null) {
            return refused("", List.of(TeamWords.SAY.chooseRole()));
        }
        return changed(() -> members.grant(member, id, role));
    }

    @POST
    @Path("/members/{id:\\d+}/remove")
    @Needs(Role.ADMIN)
    public Response remove(@RestPath long id) {
        return changed(() -> members.remove(viewer.memberOfThis(), id));
    }

    private Response changed(Runnable change) {
        try {
            QuarkusTransaction.requiringNew().run(change);
        } catch (Refused e) {
            return refused("", List.of(Objects.requireNonNull(e.getMessage())));
        }
        return Back.to(viewer.memberOfThis().home());
    }

    private Response refused(String email, List<String> problems) {
        return Response.status(REFUSED).entity(page(email, problems)).build();
    }

    private TemplateInstance page(String email, List<String> problems) {
        Member member = viewer.memberOfThis();
        List<InvitationLine> open = member.may(Role.ADMIN)
                ? invitations.open(member).stream()
                        .map(i -> new InvitationLine(
                                i.id(),
                                i.email(),
                                i.role().label(),
                                i.by(),
                                reader.get().exactly(i.expiresAt())))
                        .toList()
                : List.of();
        return Templates.team(new TeamPage(
                member, members.of(member).stream().map(b -> line(member, b)).toList(), open, email, problems));
    }

    private MemberLine line(Member member, Belonging belonging) {
        return new MemberLine(
                belonging.id(),
                belonging.name(),
                Objects.requireNonNullElse(belonging.email(), ""),
                belonging.role(),
                belonging.groupRole() == null ? null : Members.group(member, belonging),
                belonging.grantedRole() != null,
                reader.get().when(belonging.lastSeenAt()));
    }
}
