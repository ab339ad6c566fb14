package org.claimwatch.web.outlet;

import java.util.List;
import org.claimwatch.web.words.OutletWords;
import org.jspecify.annotations.Nullable;

/**
 * For how long an outlet's texts are kept.
 *
 * @param days null for ever
 * @param entered what stands in the field
 * @param goneNow texts that are older than the time kept and go in the next night
 */
public record RetentionPage(
        long outletId,
        String outlet,
        @Nullable Integer days,
        String entered,
        long goneNow,
        boolean administers,
        List<String> problems) {
    public String kept() {
        return OutletWords.SAY.keptFor(days == null ? 0 : days);
    }
}
