package org.claimwatch.web.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.network.Network.Member;
import org.claimwatch.web.network.Network.Relation;
import org.claimwatch.web.network.Network.Stand;
import org.claimwatch.web.period.Period;
import org.claimwatch.web.reading.Condition;
import org.claimwatch.web.reading.Confidence;
import org.claimwatch.web.reading.Ids;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;

/** Which actors asserted or denied which claims within a period; what the machine doubts is left out. */
@ApplicationScoped
class StandsOfPeriod {
    private final Rows rows;

    StandsOfPeriod(Rows rows) {
        this.rows = rows;
    }

    /** As far as statements that meet the condition go. */
    Network network(Period period, Condition matching) {
        Condition within =
                matching.and(Condition.between(period.from(), period.to())).and(Condition.CONFIDENT);
        List<Stand> stands =
                rows.keptList(Stand.class, """
                select told.speaker_id as actor_id, told.claim_id,
                       case when bool_or(told.denies) then 'DENIES' else 'ASSERTS' end as polarity
                %s where told.speaker_id is not null and told.claim_id is not null and (%s)
                group by told.speaker_id, told.claim_id having bool_or(told.denies) = bool_and(told.denies)
                order by told.speaker_id, told.claim_id
                """.formatted(Statements.FROM, within.sql()), within.parameters());
        if (stands.isEmpty()) {
            return new Network(List.of(), List.of());
        }
        return Network.of(
                rows.keptList(
                        Member.class,
                        "select id, name, kind, affiliation from actor where id = any (:actors)",
                        Map.of(
                                "actors",
                                new Ids(stands.stream()
                                        .map(Stand::actorId)
                                        .distinct()
                                        .toList()))),
                stands,
                rows.keptList(
                        Relation.class,
                        """
                        select from_claim_id, to_claim_id, kind from claim_relation
                        where kind in ('SAME_AS', 'CONTRADICTS') and confidence >= :likely and from_claim_id = any (:claims)
                        """,
                        Map.of(
                                "likely",
                                Confidence.LIKELY,
                                "claims",
                                new Ids(stands.stream()
                                        .map(Stand::claimId)
                                        .distinct()
                                        .toList()))));
    }
}
