package org.claimwatch.web.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;

/** A team's audit log, for its admins. */
@Path("/teams/{slug}/audit")
@RunOnVirtualThread
public class AuditPages {
    private final AuditLog log;
    private final CurrentViewer viewer;

    public AuditPages(AuditLog log, CurrentViewer viewer) {
        this.log = log;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance audit(AuditPage page);
    }

    @GET
    @Needs(Role.ADMIN)
    public TemplateInstance audit(@Context UriInfo uri) {
        return Templates.audit(log.page(viewer.memberOfThis(), Address.of(uri)));
    }
}
