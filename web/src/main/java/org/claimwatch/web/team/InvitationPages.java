package org.claimwatch.web.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.team.Invitations.Open;
import org.claimwatch.web.team.TeamPage.InvitationPage;
import org.jboss.resteasy.reactive.RestPath;

/** Where the link of an invitation leads: through sign-in, to the one button that accepts it. */
@Path("/invitations/{token}")
@RunOnVirtualThread
public class InvitationPages {
    private final Invitations invitations;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public InvitationPages(Invitations invitations, CurrentViewer viewer, CurrentReader reader) {
        this.invitations = invitations;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance invitation(InvitationPage page);
    }

    @GET
    public TemplateInstance invitation(@RestPath String token) {
        Open open = invitations.shown(new Token(token)).orElseThrow(NotFoundException::new);
        return Templates.invitation(new InvitationPage(
                token,
                open.team(),
                open.role().label(),
                open.by(),
                open.email(),
                !open.email().equalsIgnoreCase(viewer.get().email()),
                reader.get().exactly(open.expiresAt())));
    }

    @POST
    public Response accept(@RestPath String token) {
        Open accepted =
                invitations.accept(new Token(token), viewer.get().accountId()).orElseThrow(NotFoundException::new);
        return Back.to("/teams/" + accepted.slug());
    }
}
