package org.claimwatch.web.merge;

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
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.merge.MergePage.History;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Everything that people merged and split, with the way back. */
@Path("/teams/{slug}/merges")
@RunOnVirtualThread
public class MergePages {
    private final Decisions decisions;
    private final Identities identities;
    private final CurrentReader reader;
    private final CurrentViewer viewer;

    public MergePages(Decisions decisions, Identities identities, CurrentReader reader, CurrentViewer viewer) {
        this.decisions = decisions;
        this.identities = identities;
        this.reader = reader;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "merge")
    static class Templates {
        static native TemplateInstance merges(History page);
    }

    @GET
    public TemplateInstance merges(@Context UriInfo uri) {
        var slice = decisions.slice(Address.of(uri), Paging.SIZE, reader.get());
        return Templates.merges(
                new History(viewer.memberOfThis(), slice.rows(), slice.paging(Total.exactly(decisions.count()))));
    }

    @POST
    @Path("/actors/decisions/{id:\\d+}/undo")
    @Needs(Role.EDITOR)
    @Transactional
    public Response undoOfActors(@RestPath long id, @RestForm @Nullable String back) {
        return undo("actors", id, back);
    }

    @POST
    @Path("/claims/decisions/{id:\\d+}/undo")
    @Needs(Role.EDITOR)
    @Transactional
    public Response undoOfClaims(@RestPath long id, @RestForm @Nullable String back) {
        return undo("claims", id, back);
    }

    private Response undo(String subject, long id, @Nullable String back) {
        if (!identities.undo(subject, id, viewer.get().accountId())) {
            throw new NotFoundException();
        }
        return Back.to(back, viewer.memberOfThis().home() + "/merges");
    }
}
