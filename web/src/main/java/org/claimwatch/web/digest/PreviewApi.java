package org.claimwatch.web.digest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.claimwatch.web.mail.MailText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** The edition of a digest that is under way, for programs. */
@Path("/api/v1/teams/{slug}/digests/{id:\\d+}/preview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PreviewApi {
    private final RunningEdition running;

    public PreviewApi(RunningEdition running) {
        this.running = running;
    }

    /**
     * An e-mail as it would be sent now.
     *
     * @param bytes how long it is on the wire, headers included
     */
    @Schema(name = "DigestPreview")
    public record PreviewItem(String subject, String text, String html, long bytes) {}

    @GET
    @Transactional
    @Operation(summary = "A digest's next edition, as it would be sent now")
    public PreviewItem preview(@RestPath String slug, @RestPath long id) {
        MailText words = running.edition(id).words();
        return new PreviewItem(words.subject(), words.text(), words.html(), words.bytes());
    }
}
