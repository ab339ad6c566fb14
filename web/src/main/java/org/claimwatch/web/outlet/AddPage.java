package org.claimwatch.web.outlet;

import java.util.List;
import org.claimwatch.web.outlet.SearchPage.SearchLine;
import org.claimwatch.web.outlet.SearchPage.Watched;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks for an outlet.
 *
 * @param address what was typed as its home page
 * @param watched the outlet that has that address already
 * @param form what was entered by hand
 */
public record AddPage(
        String address,
        List<String> addressProblems,
        @Nullable Watched watched,
        List<SearchLine> searches,
        OutletForm form,
        List<String> problems) {
    public boolean byHand() {
        return !problems.isEmpty();
    }
}
