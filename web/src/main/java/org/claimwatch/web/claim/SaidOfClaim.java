package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.reading.Published;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.jspecify.annotations.Nullable;

/** A claim's statements in the order in which they came, in one look at the database. */
@ApplicationScoped
class SaidOfClaim {
    /** Between the names of a chain: no name holds it. */
    private static final String BETWEEN = "\u001f";

    private final Rows rows;

    SaidOfClaim(Rows rows) {
        this.rows = rows;
    }

    private record Row(
            long id,
            String speaker,
            String words,
            @Nullable String hops,
            long outletId,
            String outlet,
            long articleId,
            int version,
            Instant at,
            boolean dayOnly,
            boolean denies,
            boolean counts) {
        Said said(Reader reader) {
            var chain = new ArrayList<>(hops == null ? List.of(speaker) : List.of(hops.split(BETWEEN, -1)));
            chain.add(outlet);
            return new Said(
                    id,
                    speaker,
                    words,
                    chain,
                    outletId,
                    outlet,
                    articleId,
                    version,
                    new Published(at, dayOnly),
                    reader.published(at, dayOnly),
                    denies,
                    counts);
        }
    }

    /** The oldest so many: who was first is among them. */
    List<Said> oldest(long claim, int most, Reader reader) {
        return said("""
                        select told.statement_id as id, s.speaker_name as speaker, s.content as words, told.outlet_id,
                               (select string_agg(h.name, :between order by h.position) from attribution_hop h
                                where h.statement_id = told.statement_id) as hops,
                               o.name as outlet, told.article_id, v.number as version, %1$s as at,
                               v.published_day_only as day_only, told.denies, told.sure as counts
                        %2$s where told.claim_id = :claim
                        order by %3$s, told.article_version_id, told.ordinal limit :most
                        """.formatted(Statements.AT, Statements.FROM, Statements.PRECEDENCE), claim, most, reader);
    }

    /** The newest so many of those in versions of articles that their outlets have replaced since. */
    List<Said> replaced(long claim, int most, Reader reader) {
        return said("""
                        select s.id, s.speaker_name as speaker, s.content as words, a.outlet_id,
                               (select string_agg(h.name, :between order by h.position) from attribution_hop h
                                where h.statement_id = s.id) as hops,
                               o.name as outlet, v.article_id, v.number as version, v.told_at as at,
                               v.published_day_only as day_only, cs.polarity = 'DENIES' as denies,
                               s.confidence >= likely() and cs.confidence >= likely() as counts
                        from claim_statement cs
                        join statement s on s.id = cs.statement_id
                        join article_version v on v.id = s.article_version_id
                        join article a on a.id = v.article_id
                        join outlet o on o.id = a.outlet_id
                        where cs.claim_id = :claim and not v.is_current
                        order by v.told_at desc, s.id desc limit :most
                        """, claim, most, reader);
    }

    /** Which of them the team rejected whose rows the connection shows, or said to make another claim. */
    List<Long> rejected(List<Said> all) {
        return all.isEmpty()
                ? List.of()
                : rows.longs("""
                        select statement_id from judged_statement
                        where statement_id in (:ids) and (verdict = 'REJECTED' or of_other_claim) order by statement_id
                        """, Map.of("ids", all.stream().map(Said::id).toList()));
    }

    Optional<ReplacedClaim.Words> words(long claim) {
        return rows.first(
                ReplacedClaim.Words.class,
                "select text, coalesce(language, '') as lang from claim where id = :claim",
                Map.of("claim", claim));
    }

    private List<Said> said(String sql, long claim, int most, Reader reader) {
        return rows.list(Row.class, sql, Map.of("claim", claim, "most", most, "between", BETWEEN)).stream()
                .map(row -> row.said(reader))
                .toList();
    }
}
