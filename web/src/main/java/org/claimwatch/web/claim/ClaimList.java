package org.claimwatch.web.claim;

import java.util.List;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.layout.Paging;
import org.claimwatch.web.period.PeriodControl;
import org.claimwatch.web.query.Narrowing;
import org.claimwatch.web.reading.ClaimLine;

/** The claims of a period. */
public record ClaimList(
        PeriodControl period,
        Narrowing narrowing,
        List<Choice> show,
        List<Choice> orders,
        List<ClaimLine> claims,
        Paging paging,
        String csv) {}
