package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.web.claim.ClaimPage.Related;
import org.claimwatch.web.claim.ClaimPage.RelatedClaim;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.words.ClaimWords;
import org.jspecify.annotations.Nullable;

/** Which other claims have to do with a claim, and the words that say so. */
@ApplicationScoped
class RelatedOfClaim {
    /** Of one relation; reprints say the same. */
    private static final int MOST_SHOWN = 3;

    /**
     * One that is told in so many words holds while a statement that tells it makes the claim: a split may have moved it.
     */
    private static final String HOLDS = """
            (not exists (select from relation_evidence e where e.claim_relation_id = r.id)
             or exists (select from relation_evidence e join claim_statement cs on cs.statement_id = e.statement_id
                        where e.claim_relation_id = r.id and cs.claim_id = r.from_claim_id))""";

    private final Claims claims;
    private final Rows rows;

    RelatedOfClaim(Claims claims, Rows rows) {
        this.claims = claims;
        this.rows = rows;
    }

    private record RelationRow(long otherId, ClaimRelationKind kind, boolean outgoing) {}

    private record ShownRow(
            RelationRow relation,
            long statementId,
            long articleId,
            int version,
            String speaker,
            String outlet,
            String words,
            int start,
            int end,
            @Nullable String language,
            Instant published,
            boolean dayOnly) {}

    List<Related> of(long claim, Reader reader) {
        List<RelationRow> relations = rows.list(RelationRow.class, """
                select to_claim_id as other_id, kind, true as outgoing from claim_relation r
                where from_claim_id = :claim and %1$s
                union
                select from_claim_id, kind, false from claim_relation r
                where to_claim_id = :claim and %1$s and not exists (
                  select from claim_relation back
                  where back.from_claim_id = :claim and back.to_claim_id = r.from_claim_id and back.kind = r.kind)
                order by kind, outgoing desc, other_id
                """.formatted(HOLDS), Map.of("claim", claim));
        Map<RelationRow, List<RelationShown>> shown = relations.isEmpty() ? Map.of() : shown(claim, reader);
        return relations.stream()
                .collect(Collectors.groupingBy(RelatedOfClaim::word, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Related(group.getKey(), lines(group.getValue(), shown, reader)))
                .filter(related -> !related.claims().isEmpty())
                .toList();
    }

    private List<RelatedClaim> lines(
            List<RelationRow> relations, Map<RelationRow, List<RelationShown>> shown, Reader reader) {
        Map<Long, List<RelationShown>> words = relations.stream()
                .collect(Collectors.toMap(
                        RelationRow::otherId,
                        relation -> shown.getOrDefault(relation, List.of()),
                        (one, other) -> one));
        return claims.lines(List.copyOf(words.keySet()), reader).stream()
                .map(line -> new RelatedClaim(line, words.getOrDefault(line.id(), List.of())))
                .sorted(Comparator.comparing(
                                (RelatedClaim related) -> related.claim().uncertain())
                        .thenComparing(related -> related.claim().id()))
                .toList();
    }

    /** The earliest words of each relation. */
    private Map<RelationRow, List<RelationShown>> shown(long claim, Reader reader) {
        return rows.list(ShownRow.class, """
                        select case when cs.claim_id = :claim then t.claim else cs.claim_id end as other_id, e.kind,
                               cs.claim_id = :claim as outgoing, s.id as statement_id, a.id as article_id, v.number as version,
                               s.speaker_name as speaker, o.name as outlet,
                               substr(v.text, least(e.cue_start, e.claimed_start) + 1, greatest(e.cue_end, e.claimed_end)
                                 - least(e.cue_start, e.claimed_start)) as words,
                               least(e.cue_start, e.claimed_start) as start, greatest(e.cue_end, e.claimed_end) as "end",
                               v.language, coalesce(v.published_at, v.fetched_at) as published, v.published_day_only as day_only
                        from relation_evidence e
                        join claim_relation r on r.id = e.claim_relation_id
                        join claim_statement cs on cs.statement_id = e.statement_id
                        cross join lateral claim_end(r.to_claim_id) t
                        join statement s on s.id = e.statement_id
                        join article_version v on v.id = s.article_version_id
                        join article a on a.id = v.article_id
                        join outlet o on o.id = a.outlet_id
                        where (cs.claim_id = :claim or r.to_claim_id = any (kin_of_claims(array[cast(:claim as bigint)])))
                          and (cs.claim_id = :claim or t.claim = :claim)
                        order by published, s.id""", Map.of("claim", claim)).stream()
                .collect(Collectors.groupingBy(
                        ShownRow::relation,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                found -> found.stream()
                                        .limit(MOST_SHOWN)
                                        .map(row -> line(row, reader))
                                        .toList())));
    }

    private static RelationShown line(ShownRow row, Reader reader) {
        return new RelationShown(
                row.statementId(),
                row.articleId(),
                row.version(),
                row.speaker(),
                row.outlet(),
                row.words(),
                row.start(),
                row.end(),
                row.language() == null ? "" : row.language(),
                reader.published(row.published(), row.dayOnly()));
    }

    private static String word(RelationRow relation) {
        return ClaimWords.SAY.relation(relation.kind(), relation.outgoing());
    }
}
