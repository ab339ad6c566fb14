package org.claimwatch.web.export;

import java.util.List;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Condition;

/** One row for each claim of a list, with its counts. */
final class ClaimRows {
    private static final List<String> COLUMNS = List.of(
            "claim",
            "text",
            "language",
            "check_worthy",
            "asserts",
            "denies",
            "outlets",
            "origins",
            "doubtful",
            "doubtful_outlets",
            "first_seen",
            "last_seen",
            "first_outlet");

    private ClaimRows() {}

    static Table of(ClaimsAsked asked) {
        Condition every = Claims.every(asked);
        return Table.of(
                COLUMNS, every.sql().replaceFirst("select c\\.id,", "select c.id as claim, c.id,"), every.parameters());
    }
}
