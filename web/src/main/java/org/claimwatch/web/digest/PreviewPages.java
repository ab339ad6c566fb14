package org.claimwatch.web.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.claimwatch.web.digest.DigestMails.Edition;
import org.claimwatch.web.digest.DigestPage.Preview;
import org.claimwatch.web.layout.ResponseHeaders;
import org.claimwatch.web.security.CurrentViewer;
import org.jboss.resteasy.reactive.RestPath;

/** The edition that would be sent if the running period ended now, as it would be sent. */
@Path("/teams/{slug}/digests/{id:\\d+}/preview")
@RunOnVirtualThread
public class PreviewPages {
    private static final String POLICY = "Content-Security-Policy";

    /** The e-mail as it is: its own inline style and nothing else. */
    private static final String MAIL_ONLY = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final RunningEdition running;
    private final CurrentViewer viewer;
    private final ResponseHeaders headers;

    public PreviewPages(RunningEdition running, CurrentViewer viewer, ResponseHeaders headers) {
        this.running = running;
        this.viewer = viewer;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "digest")
    static class Templates {
        static native TemplateInstance preview(Preview page);
    }

    @GET
    @Transactional
    public TemplateInstance preview(@RestPath long id, @Context RoutingContext request) {
        // In place of what every answer has: two policies would both hold, and the common one frames nothing.
        request.response().putHeader(POLICY, headers.contentSecurityPolicy() + "; frame-src 'self'");
        Edition edition = running.edition(id);
        return Templates.preview(new Preview(
                viewer.memberOfThis(),
                id,
                edition.mail(),
                edition.words().subject(),
                edition.words().text(),
                edition.words().bytes()));
    }

    /** The HTML of the e-mail, byte for byte. */
    @GET
    @Path("/html")
    @Produces("text/html;charset=UTF-8")
    @Transactional
    public String html(@RestPath long id, @Context RoutingContext request) {
        request.response().putHeader(POLICY, MAIL_ONLY);
        return running.edition(id).words().html();
    }

    /** Its text, byte for byte. */
    @GET
    @Path("/text")
    @Produces("text/plain;charset=UTF-8")
    @Transactional
    public String text(@RestPath long id) {
        return running.edition(id).words().text();
    }
}
