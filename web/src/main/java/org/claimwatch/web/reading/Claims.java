package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which claims the statements of a condition make, and what can be counted of each. */
@ApplicationScoped
public class Claims {
    /** In which order a list shows claims. */
    public enum Order {
        WORTH(
                "check-worthy first",
                "(c.check_worthy >= 0.5) desc, count(distinct a.outlet_id) desc, min(" + Statements.AT + ") desc"),
        RECENT("newest first", "min(" + Statements.AT + ") desc"),
        OUTLETS("most outlets first", "count(distinct a.outlet_id) desc, min(" + Statements.AT + ") desc");

        public final String label;
        private final String sql;

        Order(String label, String sql) {
            this.label = label;
            this.sql = sql;
        }
    }

    /** A further demand on a claim as a whole, over all its statements that meet the condition. */
    public record Demand(String sql, Map<String, Object> parameters) {
        public static final Demand NONE = new Demand("true", Map.of());

        /** Somebody asserts it and somebody denies it. */
        public static final Demand CONTESTED = new Demand("count(distinct cs.polarity) = 2", Map.of());

        /** Nobody had said so before. */
        public static Demand firstSeenIn(Instant from, Instant to) {
            return new Demand(
                    "min(%1$s) >= :first_from and min(%1$s) < :first_to".formatted(Statements.AT),
                    Map.of("first_from", from, "first_to", to));
        }
    }

    /** Whom the text names as its origin, else the first outlet with nearly the same text, else the outlet itself. */
    private static final String FIRST_PUBLISHER = """
            coalesce(
              (select n.name from named_origin n where n.article_version_id = v.id),
              (select o1.name from near_duplicate d
               join article a1 on a1.id = d.earlier_article_id
               join outlet o1 on o1.id = a1.outlet_id
               join article_version v1 on v1.id = d.earlier_version_id
               where d.later_article_id = a.id
               order by coalesce(v1.published_at, a1.announced_at, v1.fetched_at), a1.id limit 1),
              o.name)""";

    private static final String FACTS = """
            select c.id, c.text, c.language, c.check_worthy,
                   count(*) filter (where r.polarity = 'ASSERTS') as asserts,
                   count(*) filter (where r.polarity = 'DENIES') as denies,
                   count(distinct r.outlet_id) as outlets,
                   count(distinct r.origin) as origins,
                   (array_agg(r.at order by r.precedence, r.statement_id))[1] as first_seen, max(r.at) as last_seen,
                   (array_agg(r.published_day_only order by r.precedence, r.statement_id))[1] as first_day_only,
                   (array_agg(r.outlet order by r.precedence, r.statement_id))[1] as first_outlet,
                   max(r.confidence) as confidence
            from (
              select cs.claim_id, cs.polarity, s.id as statement_id, a.outlet_id, o.name as outlet, v.published_day_only, %s as at, %s as precedence,
                     least(s.confidence, cs.confidence) as confidence,
                     coalesce(
                       (select h.name from attribution_hop h
                        where h.statement_id = s.id and h.kind = 'OUTLET' order by h.position limit 1),
                       first_value(%s) over (
                         partition by cs.claim_id, s.speaker_name, regexp_replace(lower(s.content), '\\s+', ' ', 'g')
                         order by %s, s.id)) as origin
              %s where %s and cs.claim_id in (:claims)
            ) r join claim c on c.id = r.claim_id
            group by c.id
            """.formatted(
                    Statements.AT,
                    Statements.PRECEDENCE,
                    FIRST_PUBLISHER,
                    Statements.PRECEDENCE,
                    Statements.FROM,
                    Statements.CURRENT);

    private final Rows rows;

    public Claims(Rows rows) {
        this.rows = rows;
    }

    public long count(Condition condition, Demand demand) {
        return rows.number(
                "select count(*) from (%s) found".formatted(grouped(condition, demand)), parameters(condition, demand));
    }

    public List<Long> ids(Condition condition, Demand demand, Order order, int offset, int limit) {
        var parameters = parameters(condition, demand);
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return rows.longs(
                "%s order by %s, c.id offset :offset limit :limit".formatted(grouped(condition, demand), order.sql),
                parameters);
    }

    /** In the order of the ids; a claim that no current statement makes any more is left out. */
    public List<ClaimLine> lines(Collection<Long> ids, Reader reader) {
        Map<Long, ClaimLine> lines = byId(ids, reader);
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }

    Map<Long, ClaimLine> byId(Collection<Long> ids, Reader reader) {
        return ids.isEmpty()
                ? Map.of()
                : rows.list(ClaimLine.Facts.class, FACTS, Map.of("claims", ids)).stream()
                        .map(facts -> ClaimLine.of(facts, reader))
                        .collect(Collectors.toMap(ClaimLine::id, Function.identity()));
    }

    private static String grouped(Condition condition, Demand demand) {
        return "select c.id %s where c.id is not null and %s and (%s) group by c.id having %s"
                .formatted(Statements.FROM, Statements.CURRENT, condition.sql(), demand.sql());
    }

    private static Map<String, Object> parameters(Condition condition, Demand demand) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.putAll(demand.parameters());
        return parameters;
    }
}
