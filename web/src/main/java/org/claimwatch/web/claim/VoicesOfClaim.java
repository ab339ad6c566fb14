package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.web.claim.ClaimPage.Related;
import org.claimwatch.web.claim.ClaimPage.Side;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Field;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.ClaimLine;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Decisions;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Margins;
import org.claimwatch.web.reading.Origins;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.reading.Verdicts;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.words.ClaimWords;

/** Who says what toward a claim, and which other claims have to do with it. */
@ApplicationScoped
class VoicesOfClaim {
    /** The oldest so many: who was first is among them. */
    private static final int MOST = 500;

    private final Statements statements;
    private final StatementCards cards;
    private final Claims claims;
    private final Origins origins;
    private final Decisions decisions;
    private final Margins margins;
    private final Baskets baskets;
    private final CurrentViewer viewer;
    private final Verdicts verdicts;
    private final FactChecksOfClaim factChecks;
    private final Rows rows;

    VoicesOfClaim(
            Statements statements,
            StatementCards cards,
            Claims claims,
            Origins origins,
            Decisions decisions,
            Margins margins,
            Baskets baskets,
            CurrentViewer viewer,
            Verdicts verdicts,
            FactChecksOfClaim factChecks,
            Rows rows) {
        this.statements = statements;
        this.cards = cards;
        this.claims = claims;
        this.origins = origins;
        this.decisions = decisions;
        this.margins = margins;
        this.baskets = baskets;
        this.viewer = viewer;
        this.verdicts = verdicts;
        this.factChecks = factChecks;
        this.rows = rows;
    }

    Optional<ClaimPage> of(long claimId, Reader reader) {
        return claims.lines(List.of(claimId), reader).stream().findFirst().map(claim -> {
            Condition made = Condition.ofClaim(claimId);
            int later = (int) Math.max(0, statements.count(made) - MOST);
            List<StatementCard> all =
                    cards.of(statements.ids(made, later, MOST), reader).reversed();
            Side asserts = new Side(Voices.of(all, false));
            Side denies = new Side(Voices.of(all, true));
            return new ClaimPage(
                    claim,
                    asserts,
                    denies,
                    Timeline.of(all, origins.of(List.of(claimId)), reader),
                    Chains.of(all),
                    related(claimId, reader),
                    decisions.ofClaim(claimId, reader),
                    margins.of(On.CLAIM, claimId, reader),
                    baskets.ticks(
                            reader.team(),
                            viewer.get().accountId(),
                            Stream.concat(asserts.shown().stream(), denies.shown().stream())
                                    .map(voice -> voice.first().id())
                                    .toList(),
                            null),
                    verdicts.on(claimId, reader),
                    factChecks.of(claimId, reader),
                    all.size(),
                    search(claim),
                    "/statements.csv?claim=" + claimId);
        });
    }

    private static String search(ClaimLine claim) {
        return Address.of("/search")
                .with("q", Query.of(new Term(Field.CLAIM, claim.text(), true)).text())
                .with("period", "all")
                .toString();
    }

    private record RelationRow(long otherId, ClaimRelationKind kind, boolean outgoing) {}

    List<Related> related(long claimId, Reader reader) {
        List<RelationRow> relations = rows.list(RelationRow.class, """
                select to_claim_id as other_id, kind, true as outgoing from claim_relation where from_claim_id = :claim
                union
                select from_claim_id, kind, false from claim_relation r
                where to_claim_id = :claim and not exists (
                  select from claim_relation back
                  where back.from_claim_id = :claim and back.to_claim_id = r.from_claim_id and back.kind = r.kind)
                order by kind, outgoing desc, other_id
                """, Map.of("claim", claimId));
        Map<String, List<Long>> byRelation = relations.stream()
                .collect(Collectors.groupingBy(
                        VoicesOfClaim::word,
                        LinkedHashMap::new,
                        Collectors.mapping(RelationRow::otherId, Collectors.toList())));
        return byRelation.entrySet().stream()
                .map(entry -> new Related(
                        entry.getKey(),
                        claims.lines(entry.getValue(), reader).stream()
                                .sorted(Comparator.comparing(ClaimLine::uncertain))
                                .toList()))
                .filter(related -> !related.claims().isEmpty())
                .toList();
    }

    private static String word(RelationRow relation) {
        return ClaimWords.SAY.relation(relation.kind(), relation.outgoing());
    }
}
