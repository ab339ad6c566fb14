package org.claimwatch.web.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.security.Viewer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whoever asks, for programs: whose periods and whose rights these are. */
@Path("/api/v1/account")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AccountApi {
    private final CurrentViewer viewer;

    public AccountApi(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    /**
     * An account.
     *
     * @param language of its pages and mails; null where the browser decides
     * @param theme light or dark; null where the browser decides
     * @param zone on whose clocks an own period's days begin
     * @param keyboard whether single keys act on pages
     * @param administers whether it is an instance administrator's
     */
    @Schema(name = "Account")
    public record AccountItem(
            long id,
            String name,
            @Schema(nullable = true) @Nullable String email,
            @Schema(nullable = true) @Nullable String language,
            @Schema(nullable = true) @Nullable String theme,
            String zone,
            boolean keyboard,
            boolean administers) {}

    @GET
    @Operation(summary = "Your account: its language, time zone and rights; its teams are at teams")
    public AccountItem account() {
        Viewer you = viewer.get();
        return new AccountItem(
                you.accountId(),
                you.name(),
                you.email(),
                you.language(),
                you.theme() == null ? null : you.theme().word(),
                you.zone().getId(),
                you.keyboard(),
                you.instanceAdmin());
    }
}
