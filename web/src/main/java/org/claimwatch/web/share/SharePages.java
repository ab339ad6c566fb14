package org.claimwatch.web.share;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.share.SharedList.LinkLine;
import org.claimwatch.web.share.SharedList.LinkList;
import org.claimwatch.web.words.ShareWords;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's links to its lists: made, seen once, taken back. */
@Path("/teams/{slug}/shares")
@RunOnVirtualThread
public class SharePages {
    private static final int LONGEST_DAYS = 366;

    private final ShareLinks links;
    private final CurrentViewer viewer;
    private final CurrentReader reader;

    public SharePages(ShareLinks links, CurrentViewer viewer, CurrentReader reader) {
        this.links = links;
        this.viewer = viewer;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "share")
    static class Templates {
        static native TemplateInstance links(LinkList page);
    }

    @GET
    public TemplateInstance links() {
        return page(null, List.of());
    }

    /** Answers with the page itself: the address of the new link is shown here and never again. */
    @POST
    @Needs(Role.EDITOR)
    @Transactional
    public Response share(@RestForm @Nullable String monitor, @RestForm @Nullable String days, @Context UriInfo uri) {
        if (days == null
                || !days.matches("[0-9]{1,3}")
                || Integer.parseInt(days) < 1
                || Integer.parseInt(days) > LONGEST_DAYS) {
            return Response.status(422)
                    .entity(page(null, List.of(ShareWords.SAY.lasts())))
                    .build();
        }
        if (monitor == null || !monitor.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        Token token = links.share(
                        viewer.memberOfThis(),
                        viewer.get().accountId(),
                        Long.parseLong(monitor),
                        Duration.ofDays(Integer.parseInt(days)))
                .orElseThrow(NotFoundException::new);
        return Response.ok(page(
                        uri.getBaseUri().resolve("/shared/" + token.value()).toString(), List.of()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id:\\d+}/revoke")
    @Needs(Role.EDITOR)
    @Transactional
    public Response revoke(@RestPath long id) {
        Member member = viewer.memberOfThis();
        if (!links.revoke(member, id)) {
            throw new NotFoundException();
        }
        return Back.to(member.home() + "/shares");
    }

    private TemplateInstance page(@Nullable String made, List<String> problems) {
        Member member = viewer.memberOfThis();
        return Templates.links(new LinkList(
                member,
                links.count(member),
                links.of(member).stream()
                        .map(l -> new LinkLine(
                                l.id(),
                                l.name(),
                                l.query(),
                                l.by(),
                                reader.get().exactly(l.expiresAt()),
                                l.ended()))
                        .toList(),
                links.monitors(member),
                made,
                problems));
    }
}
