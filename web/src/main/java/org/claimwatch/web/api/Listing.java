package org.claimwatch.web.api;

import java.time.Instant;
import java.util.List;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.period.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the way to the rest.
 *
 * @param total of the whole list, the same that the page says which shows it
 * @param atLeast whether there are more than total: a search stops counting at 100,000 rows
 * @param period null for what has none
 * @param before the period before, with {@code compare=before}; null without, and where there is none
 */
public record Listing<T>(
        long total,
        boolean atLeast,
        @Schema(nullable = true) @Nullable Within period,
        @Schema(nullable = true) @Nullable Before before,
        List<T> items,
        Links links) {

    /** With what the period before has. */
    public Listing<T> beside(@Nullable Before earlier) {
        return new Listing<>(total, atLeast, period, earlier, items, links);
    }

    /**
     * A stretch of time, from included, to not, and how far its news is known.
     *
     * @param countedBack whether it ends with the newest news held, because nothing newer is held
     * @param upToDate when the machine last read anything, of whatever period; null while it has read nothing
     * @param stale whether that is longer ago than a day
     * @param unread articles of the period that are fetched and not read yet: all numbers are still without what they say; no
     *     more than 1,000 are counted
     */
    public record Within(
            Instant from,
            Instant to,
            boolean countedBack,
            @Schema(nullable = true) @Nullable Instant upToDate,
            boolean stale,
            long unread) {}

    /**
     * As long as the period, and right before it.
     *
     * @param counted of what: as a rule of the items, but articles of outlets, and stances of the matrix
     * @param atLeast whether there are more than total
     */
    public record Before(Instant from, Instant to, String counted, long total, boolean atLeast) {
        public static Before of(Period period, String counted, Total total) {
            return new Before(period.from(), period.to(), counted, total.rows(), total.more());
        }
    }

    /** Addresses on this server; null where there is no more. */
    public record Links(
            String self,
            @Schema(nullable = true) @Nullable String next,
            @Schema(nullable = true) @Nullable String previous) {}
}
