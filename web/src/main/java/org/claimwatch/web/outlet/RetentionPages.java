package org.claimwatch.web.outlet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.claimwatch.web.layout.Back;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Groups;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Where anybody reads how long an outlet's texts are kept, and an administrator says so. */
@Path("/outlets/{id:\\d+}/retention")
@RunOnVirtualThread
public class RetentionPages {
    private final RetentionOfOutlet retention;
    private final CurrentViewer viewer;

    public RetentionPages(RetentionOfOutlet retention, CurrentViewer viewer) {
        this.retention = retention;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "outlet")
    static class Templates {
        static native TemplateInstance retention(RetentionPage page);
    }

    @GET
    public TemplateInstance read(@RestPath long id) {
        return Templates.retention(page(id));
    }

    @POST
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public Response keep(@RestPath long id, @RestForm @DefaultValue("") String days) {
        RetentionPage page = page(id);
        List<String> problems = RetentionOfOutlet.problems(days);
        if (problems.isEmpty()) {
            retention.keep(id, days);
            return Back.to("/outlets/" + id + "/retention");
        }
        return Response.status(422)
                .entity(Templates.retention(new RetentionPage(
                        id, page.outlet(), page.days(), days, page.goneNow(), page.administers(), problems)))
                .build();
    }

    private RetentionPage page(long id) {
        return retention.of(id, viewer.get().instanceAdmin()).orElseThrow(NotFoundException::new);
    }
}
