package org.claimwatch.web.system;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.claimwatch.web.reading.CurrentReader;
import org.claimwatch.web.security.Groups;

/** Where an instance's administrators see whether it keeps up. */
@Path("/system")
@RunOnVirtualThread
public class SystemPages {
    private final StateOfInstance state;
    private final CurrentReader reader;

    public SystemPages(StateOfInstance state, CurrentReader reader) {
        this.state = state;
        this.reader = reader;
    }

    @CheckedTemplate(basePath = "system")
    static class Templates {
        static native TemplateInstance system(SystemPage page);
    }

    @GET
    @RolesAllowed(Groups.INSTANCE_ADMINS)
    public TemplateInstance system() {
        return Templates.system(state.now(reader.get()));
    }
}
