package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From whom each statement of a claim comes in the end, through however many hands. */
@ApplicationScoped
public class Origins {
    /** Whom the text names as its origin, else the first outlet with nearly the same text, else the outlet itself. */
    private static final String FIRST_PUBLISHER = """
            coalesce(
              (select n.name from named_origin n where n.article_version_id = v.id),
              (select o1.name from near_duplicate d
               join article a1 on a1.id = d.earlier_article_id
               join outlet o1 on o1.id = a1.outlet_id
               join article_version v1 on v1.id = d.earlier_version_id
               where d.later_article_id = a.id
               order by v1.told_at, a1.id limit 1),
              o.name)""";

    /**
     * Of the claims in :claims: {@code traced}, each statement with its origin. A reprint of a reprint goes back to the
     * first, as far as the one in between quotes the same speaker: what an outlet heard itself is its own, whatever it
     * has on the same claim from others. Outlets that name each other count as one.
     */
    static final String WITH = """
            with recursive said as (
              select cs.claim_id, s.speaker_name, cs.polarity, s.id as statement_id, a.outlet_id, o.name as outlet, v.published_day_only,
                     %s as at, %s as precedence, least(s.confidence, cs.confidence) as confidence,
                     lower(coalesce(
                       (select h.name from attribution_hop h
                        where h.statement_id = s.id and h.kind = 'OUTLET' order by h.position limit 1),
                       first_value(%s) over (
                         partition by cs.claim_id, s.speaker_name, regexp_replace(lower(s.content), '\\s+', ' ', 'g')
                         order by %s, s.id))) as handed_by
              %s where %s and cs.claim_id in (:claims)
            ), first_of as (
              select distinct on (claim_id, speaker_name, lower(outlet))
                     claim_id, speaker_name, lower(outlet) as outlet, handed_by
              from said
              order by claim_id, speaker_name, lower(outlet), handed_by = lower(outlet) desc, precedence, statement_id
            ), walk (claim_id, speaker_name, name, seen) as (
              select distinct claim_id, speaker_name, handed_by, array[handed_by] from said
              union all
              select w.claim_id, w.speaker_name, w.name, w.seen || f.handed_by
              from walk w join first_of f on f.claim_id = w.claim_id and f.speaker_name = w.speaker_name
                and f.outlet = w.seen[cardinality(w.seen)]
              where f.handed_by <> all (w.seen)
            ), root as (
              select distinct on (w.claim_id, w.speaker_name, w.name) w.claim_id, w.speaker_name, w.name,
                     case when f.handed_by = any (w.seen)
                          then (select min(circle.outlet) from unnest(w.seen) with ordinality circle (outlet, place)
                                where place >= array_position(w.seen, f.handed_by))
                          else w.seen[cardinality(w.seen)] end as origin
              from walk w left join first_of f on f.claim_id = w.claim_id and f.speaker_name = w.speaker_name
                and f.outlet = w.seen[cardinality(w.seen)]
              order by w.claim_id, w.speaker_name, w.name, cardinality(w.seen) desc
            ), traced as (
              select said.*, root.origin from said
              join root on root.claim_id = said.claim_id and root.speaker_name = said.speaker_name
                and root.name = said.handed_by
            )
            """.formatted(
                    Statements.AT,
                    Statements.PRECEDENCE,
                    FIRST_PUBLISHER,
                    Statements.PRECEDENCE,
                    Statements.FROM,
                    Statements.CURRENT);

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
        List<Origin> found = rows.list(Origin.class, WITH + """
                select statement_id, origin, origin <> lower(outlet) as handed_on from traced
                """, Map.of("claims", claims));
        return found.stream().collect(Collectors.toMap(Origin::statementId, Function.identity()));
    }
}
