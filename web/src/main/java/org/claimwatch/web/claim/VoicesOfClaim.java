package org.claimwatch.web.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.claimwatch.web.claim.ClaimPage.Related;
import org.claimwatch.web.claim.ClaimPage.Voice;
import org.claimwatch.web.reading.Claims;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StatementCard;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.reading.Statements;

/** Who says what toward a claim, and which other claims have to do with it. */
@ApplicationScoped
class VoicesOfClaim {
    private static final int MOST = 500;

    private final Statements statements;
    private final StatementCards cards;
    private final Claims claims;
    private final Rows rows;

    VoicesOfClaim(Statements statements, StatementCards cards, Claims claims, Rows rows) {
        this.statements = statements;
        this.cards = cards;
        this.claims = claims;
        this.rows = rows;
    }

    Optional<ClaimPage> of(long claimId, Reader reader) {
        return claims.lines(List.of(claimId), reader).stream().findFirst().map(claim -> {
            List<StatementCard> all = cards.of(statements.ids(Condition.ofClaim(claimId), 0, MOST), reader)
                    .reversed();
            return new ClaimPage(
                    claim,
                    voices(all, false),
                    voices(all, true),
                    ChainGraph.of(all),
                    related(claimId, reader),
                    "/statements.csv?claim=" + claimId);
        });
    }

    /** Oldest first; the first of those with one speaker and the same words stands for the others. */
    private static List<Voice> voices(List<StatementCard> cards, boolean denying) {
        var groups = new LinkedHashMap<String, List<StatementCard>>();
        for (StatementCard card : cards) {
            if (Objects.requireNonNull(card.side()).denies() == denying) {
                String words = card.words()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
                groups.computeIfAbsent(card.speaker().name() + "|" + words, k -> new ArrayList<>())
                        .add(card);
            }
        }
        return groups.values().stream()
                .map(group -> new Voice(group.getFirst(), group.subList(1, group.size())))
                .toList();
    }

    private record RelationRow(long otherId, ClaimRelationKind kind, boolean outgoing) {}

    private List<Related> related(long claimId, Reader reader) {
        List<RelationRow> relations = rows.list(RelationRow.class, """
                select to_claim_id as other_id, kind, true as outgoing from claim_relation where from_claim_id = :claim
                union
                select from_claim_id, kind, false from claim_relation r
                where to_claim_id = :claim and not exists (
                  select from claim_relation back
                  where back.from_claim_id = :claim and back.to_claim_id = r.from_claim_id and back.kind = r.kind)
                order by kind, other_id
                """, Map.of("claim", claimId));
        return relations.stream()
                .flatMap(relation -> claims.lines(List.of(relation.otherId()), reader).stream()
                        .map(other -> new Related(word(relation), other)))
                .toList();
    }

    private static String word(RelationRow relation) {
        return switch (relation.kind()) {
            case SAME_AS -> "says the same";
            case CONTRADICTS -> "contradicts this";
            case SUPPORTS -> relation.outgoing() ? "is supported by this" : "supports this";
            case RETRACTS -> relation.outgoing() ? "is taken back by this" : "takes this back";
        };
    }
}
