package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.claim.FactCheckLine.Link;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.jspecify.annotations.Nullable;

/** The fact-checks that may be about a claim, in their newest versions; those that the reader's team rejected come last. */
@ApplicationScoped
class FactChecksOfClaim {
    private static final int MOST = 20;

    private final Rows rows;

    FactChecksOfClaim(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long id,
            long articleId,
            String outlet,
            String title,
            String checked,
            @Nullable String language,
            @Nullable String claimant,
            @Nullable String rating,
            boolean opposite,
            float confidence,
            Instant published,
            boolean dayOnly,
            @Nullable String verdict) {}

    List<FactCheckLine> of(long claim, Reader reader) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("claim", claim);
        asked.put("team", reader.team() == null ? -1L : reader.team().teamId());
        asked.put("most", MOST);
        return rows.list(Row.class, """
                select l.id, a.id as article_id, o.name as outlet, v.title, f.claim as checked, v.language, f.claimant,
                       f.rating, l.opposite, l.confidence, coalesce(v.published_at, v.fetched_at) as published,
                       v.published_day_only as day_only, r.verdict
                from fact_check_link l
                join fact_check f on f.id = l.fact_check_id
                join article_version v on v.id = f.article_version_id
                join article a on a.id = v.article_id
                join outlet o on o.id = a.outlet_id
                left join fact_check_review r on r.team_id = :team and r.claim_id = l.claim_id and r.article_id = a.id
                  and r.checked = f.claim
                where l.claim_id = :claim
                  and v.number = (select max(w.number) from article_version w where w.article_id = a.id)
                order by coalesce(r.verdict, '') = 'REJECTED', l.confidence desc, l.id limit :most
                """, asked).stream()
                .map(row -> line(row, reader))
                .toList();
    }

    private static FactCheckLine line(Row row, Reader reader) {
        return new FactCheckLine(
                new Link(
                        row.id(),
                        row.articleId(),
                        row.outlet(),
                        row.title(),
                        row.checked(),
                        row.language(),
                        row.claimant(),
                        row.rating(),
                        row.opposite(),
                        row.confidence()),
                reader.published(row.published(), row.dayOnly()),
                row.verdict() == null ? "" : row.verdict().equals("ACCEPTED") ? "confirmed" : "rejected",
                reader.reviews());
    }
}
