package org.claimwatch.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimwatch.web.layout.Csv;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.ClaimsAsked;
import org.claimwatch.web.reading.Reader;

/** One row for each claim of a list, with its counts. */
@ApplicationScoped
class ClaimRows {
    private final Claims claims;

    ClaimRows(Claims claims) {
        this.claims = claims;
    }

    String csv(ClaimsAsked asked, Reader reader) {
        var csv = new StringBuilder(Csv.line(
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
                "first_outlet"));
        var ids = claims.ids(asked.condition(), asked.demand(), asked.order(), 0, Integer.MAX_VALUE);
        claims.lines(ids, reader).stream()
                .map(ClaimLine::facts)
                .forEach(f -> csv.append(Csv.line(
                        f.id(),
                        f.text(),
                        f.language(),
                        f.checkWorthy(),
                        f.asserts(),
                        f.denies(),
                        f.outlets(),
                        f.origins(),
                        f.doubtful(),
                        f.doubtfulOutlets(),
                        f.firstSeen(),
                        f.lastSeen(),
                        f.firstOutlet())));
        return csv.toString();
    }
}
