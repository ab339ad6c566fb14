package org.claimwatch.web.today;

import org.claimwatch.web.today.TodayPage.Trouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An outlet that has fallen silent, or a feed that does not yield, for programs.
 *
 * @param feed its address; null where the outlet as a whole is silent
 * @param silence what such an outlet usually publishes; null of a feed
 */
@Schema(name = "Trouble")
public record TroubleItem(
        long outlet,
        String name,
        String kind,
        @Schema(nullable = true) @Nullable String feed,
        int failures,
        @Schema(nullable = true) @Nullable String evidence,
        String since,
        @Schema(nullable = true) @Nullable UsualItem silence) {
    /**
     * How much that is.
     *
     * @param perWeek articles
     * @param missing as many would have come since it fell silent
     */
    @Schema(name = "Usual")
    public record UsualItem(long perWeek, long missing) {}

    static TroubleItem of(Trouble row) {
        return new TroubleItem(
                row.outletId(),
                row.outlet(),
                row.word(),
                row.url(),
                row.failures(),
                row.evidence(),
                row.since().iso(),
                row.silent() ? new UsualItem(row.perWeek(), row.missing()) : null);
    }
}
