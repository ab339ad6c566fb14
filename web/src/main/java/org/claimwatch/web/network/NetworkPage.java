package org.claimwatch.web.network;

import java.util.List;
import org.claimwatch.web.chart.Graph;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.ClaimLine;
import org.jspecify.annotations.Nullable;

/**
 * The discourse network of a period.
 *
 * @param drawn how many of the actors the picture shows: those of the strongest ties
 */
public record NetworkPage(
        PeriodControl period,
        Narrowing narrowing,
        long actors,
        long drawn,
        Graph picture,
        List<Line> lines,
        Paging paging,
        @Nullable Shared shared,
        String graphml,
        String csv) {

    /** Two actors in the table; the link opens what they share. */
    public record Line(
            String one,
            String oneHref,
            String other,
            String otherHref,
            int agree,
            int disagree,
            String href,
            boolean chosen) {}

    /** What joins and parts two actors. */
    public record Shared(
            long oneId,
            String one,
            long otherId,
            String other,
            List<ClaimLine> agree,
            List<ClaimLine> disagree,
            String close) {}
}
