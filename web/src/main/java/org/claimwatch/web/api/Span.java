package org.claimwatch.web.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A stretch of time, where nothing else can be asked. */
public class Span {
    @Parameter(description = "24h, 7d (unless said), 30d, all, or own with from and to, as on pages")
    @QueryParam("period")
    public @Nullable String period;

    @Parameter(description = "First day of an own period, as 2025-09-01, on the clocks of your account's zone")
    @QueryParam("from")
    public @Nullable String from;

    @Parameter(description = "Last day of an own period, included")
    @QueryParam("to")
    public @Nullable String to;

    @Parameter(description = "before: tells what the period before has, where something is counted")
    @QueryParam("compare")
    public @Nullable String compare;
}
