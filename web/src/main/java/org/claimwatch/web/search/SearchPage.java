package org.claimwatch.web.search;

import java.util.List;
import org.claimwatch.web.layout.Counted;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.StatementCard;
import org.jspecify.annotations.Nullable;

/**
 * The statements that match a query.
 *
 * @param saveAs where the query becomes a monitor; null where the viewer may not make one
 */
public record SearchPage(
        PeriodControl period,
        Query query,
        List<Chip> chips,
        List<StatementCard> statements,
        Paging paging,
        long claims,
        String claimsHref,
        String csv,
        @Nullable String saveAs) {

    public String claimCount() {
        return Counted.of(claims, "claim");
    }

    /** A narrowing, and the address without it. */
    public record Chip(String label, String without) {}
}
