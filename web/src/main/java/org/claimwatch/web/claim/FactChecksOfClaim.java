package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.claim.FactCheckApi.FactCheckItem;
import org.claimwatch.web.claim.FactCheckLine.Link;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The fact-checks that may be about a claim, or about one that was merged into it, in their newest versions; those that the
 * reader's team rejected come last.
 */
@ApplicationScoped
class FactChecksOfClaim {
    private static final int MOST = 20;
    private static final long ANY = -1;

    /** Links of the newest versions, of one claim or of any. */
    private static final String NEWEST = """
            from fact_check_link l cross join lateral claim_end(l.claim_id) e
            join fact_check f on f.id = l.fact_check_id join article_version v on v.id = f.article_version_id
            join article a on a.id = v.article_id join outlet o on o.id = a.outlet_id
            where v.number = (select max(w.number) from article_version w where w.article_id = a.id)
              and (:claim = -1 or e.claim = :claim)
            """;

    private final Rows rows;

    FactChecksOfClaim(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            Link link,
            Instant published,
            boolean dayOnly,
            @Nullable String verdict) {}

    List<FactCheckLine> of(long claim, Reader reader) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("claim", claim);
        asked.put("team", reader.team() == null ? -1L : reader.team().teamId());
        asked.put("most", MOST);
        return rows.list(Row.class, """
                select * from (
                select distinct on (f.id)
                       l.id, a.id as article_id, o.name as outlet, v.title, f.claim as checked, v.language, f.claimant,
                       f.rating, l.opposite <> e.turned as opposite, l.confidence,
                       coalesce(v.published_at, v.fetched_at) as published, v.published_day_only as day_only, r.verdict
                from fact_check_link l cross join lateral claim_end(l.claim_id) e
                join fact_check f on f.id = l.fact_check_id
                join article_version v on v.id = f.article_version_id
                join article a on a.id = v.article_id
                join outlet o on o.id = a.outlet_id
                left join fact_check_review r on r.team_id = :team and r.claim_id = l.claim_id and r.article_id = a.id
                  and r.checked = f.claim
                where l.claim_id = any (kin_of_claims(array[cast(:claim as bigint)])) and e.claim = :claim
                  and v.number = (select max(w.number) from article_version w where w.article_id = a.id)
                order by f.id, r.verdict is null, l.claim_id = :claim desc, l.confidence desc, l.id) one
                order by coalesce(verdict, '') = 'REJECTED', confidence desc, id limit :most
                """, asked).stream()
                .map(row -> line(row, reader))
                .toList();
    }

    /** Of one claim, or of all where none is named. */
    long count(@Nullable Long claim) {
        return rows.number("select count(*) " + NEWEST, Map.of("claim", claim == null ? ANY : claim));
    }

    /** By falling ids, from below one on. */
    List<FactCheckItem> below(long team, @Nullable Long claim, long id, int limit) {
        return rows.list(
                FactCheckItem.class,
                """
                select l.id, e.claim, f.claim as checked, f.claimant, f.rating, o.name as outlet, v.article_id as article,
                       coalesce(v.published_at, v.fetched_at) as published, v.published_day_only as day_only, l.opposite <> e.turned as opposite, l.confidence,
                       (select case r.verdict when 'ACCEPTED' then 'confirmed' else 'rejected' end from fact_check_review r
                        where r.team_id = :team and r.claim_id = l.claim_id and r.article_id = v.article_id
                          and r.checked = f.claim) as verdict
                %s and l.id < :below order by l.id desc limit :limit
                """.formatted(NEWEST),
                Map.of("team", team, "claim", claim == null ? ANY : claim, "below", id, "limit", limit));
    }

    private static FactCheckLine line(Row row, Reader reader) {
        return new FactCheckLine(
                row.link(),
                reader.published(row.published(), row.dayOnly()),
                row.verdict() == null ? "" : row.verdict().equals("ACCEPTED") ? "confirmed" : "rejected",
                reader.reviews());
    }
}
