package org.claimwatch.web.team;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit log a program asks for, as the API's description tells it; {@link AuditLog} reads the address. */
public class AuditFilter {
    @Parameter(description = "Only what this account did, by its number, as members have it")
    @QueryParam("who")
    public @Nullable String who;

    @Parameter(description = "Only what was done to this, as entries have it in what")
    @QueryParam("what")
    public @Nullable String what;

    @Parameter(description = "First day, as 2025-09-01, on the clocks of your account's zone")
    @QueryParam("from")
    public @Nullable String from;

    @Parameter(description = "Last day, included")
    @QueryParam("to")
    public @Nullable String to;
}
