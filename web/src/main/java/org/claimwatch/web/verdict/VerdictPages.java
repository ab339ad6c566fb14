package org.claimwatch.web.verdict;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A team's verdicts on claims: given on a claim's page, listed and exported here. */
@Path("/teams/{slug}/verdicts")
@RunOnVirtualThread
public class VerdictPages {
    /** More than a team writes in ten years. */
    static final int MOST = 5000;

    private final VerdictsOfTeam team;
    private final Verdicts verdicts;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public VerdictPages(VerdictsOfTeam team, Verdicts verdicts, CurrentReader reader, CurrentViewer viewer) {
        this.team = team;
        this.verdicts = verdicts;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "verdict")
    static class Templates {
        static native TemplateInstance verdicts(VerdictPage page);
    }

    @GET
    public TemplateInstance verdicts(@Context UriInfo uri) {
        Member member = viewer.memberOfThis();
        var slice = verdicts.current(member.teamId(), Address.of(uri), Paging.SIZE, reader.get());
        String published = team.path(member);
        return Templates.verdicts(new VerdictPage(
                member,
                slice.rows(),
                slice.paging(Total.exactly(verdicts.count(member.teamId()))),
                published == null ? null : uri.getBaseUri().resolve(published).toString()));
    }

    @GET
    @Path("/claim-reviews.jsonld")
    @Produces("application/ld+json;charset=UTF-8")
    public Response claimReviews() {
        Member member = viewer.memberOfThis();
        return Response.ok(verdicts.dataFeed(
                        "Fact-checks of " + member.teamName(),
                        verdicts.current(member.teamId(), Address.of(""), MOST, reader.get())
                                .rows(),
                        member.teamId()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"claim-reviews.jsonld\"")
                .build();
    }

    /** A change is a verdict too: the one before goes into the history. */
    @POST
    @Needs(Role.EDITOR)
    @Transactional
    public Response give(@BeanParam VerdictInput input, @RestForm @Nullable String back) {
        if (!team.give(viewer.memberOfThis(), viewer.get().accountId(), input.claim, input.checked())) {
            throw new NotFoundException();
        }
        return Back.to(back, "/claims/" + input.claim + "#verdict");
    }

    @POST
    @Path("/{id:\\d+}/undo")
    @Needs(Role.EDITOR)
    @Transactional
    public Response takeBack(@RestPath long id, @RestForm @Nullable String back) {
        Member member = viewer.memberOfThis();
        if (!team.takeBack(member, viewer.get().accountId(), id)) {
            throw new NotFoundException();
        }
        return Back.to(back, member.home() + "/verdicts");
    }

    @POST
    @Path("/publish")
    @Needs(Role.EDITOR)
    @Transactional
    public Response publish(@RestForm @Nullable String open) {
        Member member = viewer.memberOfThis();
        team.publish(member, viewer.get().accountId(), "yes".equals(open));
        return Back.to(member.home() + "/verdicts");
    }
}
