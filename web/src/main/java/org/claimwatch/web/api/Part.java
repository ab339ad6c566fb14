package org.claimwatch.web.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How far, where a list is one of whatever period. */
public class Part {
    @Parameter(description = "How many items at most, 1 to 100; 25 unless said")
    @QueryParam("limit")
    public @Nullable String limit;

    @Parameter(description = "Where to go on: taken from links.next, never made up")
    @QueryParam("after")
    public @Nullable String after;
}
