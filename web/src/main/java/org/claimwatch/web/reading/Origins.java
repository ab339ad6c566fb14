package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From whom each statement of a claim comes in the end, through however many hands: the database keeps it ({@code origins_of}). */
@ApplicationScoped
public class Origins {
    /**
     * A statement and where it comes from.
     *
     * @param origin an outlet, in lower case; the statement's own where it comes from nobody else
     */
    public record Origin(long statementId, String origin, boolean handedOn) {}

    private final Rows rows;

    public Origins(Rows rows) {
        this.rows = rows;
    }

    /** By statement. */
    public Map<Long, Origin> of(Collection<Long> claims) {
        if (claims.isEmpty()) {
            return Map.of();
        }
        List<Origin> found = rows.list(Origin.class, """
                select r.statement_id, r.origin, r.handed_on from told_statement told
                join told_origin r on r.statement_id = told.statement_id
                where told.claim_id in (:claims)
                """, Map.of("claims", claims));
        return found.stream().collect(Collectors.toMap(Origin::statementId, Function.identity()));
    }
}
