package org.claimwatch.web.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of the API is asked, as its description tells it; {@link Questions} reads it from the address itself. */
public class Asking {
    @Parameter(description = "A query in the language of search and monitors; all if left out")
    @QueryParam("q")
    public @Nullable String q;

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

    @Parameter(description = "How many items at most, 1 to 100; 25 unless said")
    @QueryParam("limit")
    public @Nullable String limit;

    @Parameter(description = "Where to go on: taken from links.next, never made up")
    @QueryParam("after")
    public @Nullable String after;
}
