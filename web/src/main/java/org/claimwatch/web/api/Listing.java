package org.claimwatch.web.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the way to the rest.
 *
 * @param total of the whole list, the same that the page says which shows it
 * @param atLeast whether there are more than total: a search stops counting at 100,000 rows
 * @param period null for what has none
 */
public record Listing<T>(
        long total,
        boolean atLeast,
        @Schema(nullable = true) @Nullable Within period,
        List<T> items,
        Links links) {

    /**
     * A stretch of time, from included, to not.
     *
     * @param countedBack whether it ends with the newest news held, because nothing newer is held
     */
    public record Within(Instant from, Instant to, boolean countedBack) {}

    /** Addresses on this server; null where there is no more. */
    public record Links(
            String self,
            @Schema(nullable = true) @Nullable String next,
            @Schema(nullable = true) @Nullable String previous) {}
}
