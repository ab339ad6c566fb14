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

    private static final String SURE = "r.confidence >= cast(%s as real)".formatted(Confidence.LIKELY);

    /** Counts leave out what the machine doubts; a claim that it doubts altogether still says where it was seen. */
    private static final String FACTS = Origins.WITH + """
            select c.id, c.text, c.language, c.check_worthy,
                   count(*) filter (where r.polarity = 'ASSERTS' and %1$s) as asserts,
                   count(*) filter (where r.polarity = 'DENIES' and %1$s) as denies,
                   count(*) filter (where not (%1$s)) as doubtful,
                   count(distinct r.outlet_id) filter (where %1$s) as outlets,
                   count(distinct r.origin) filter (where %1$s) as origins,
                   (array_agg(r.at order by %1$s desc, r.precedence, r.statement_id))[1] as first_seen, max(r.at) as last_seen,
                   (array_agg(r.published_day_only order by %1$s desc, r.precedence, r.statement_id))[1] as first_day_only,
                   (array_agg(r.outlet order by %1$s desc, r.precedence, r.statement_id))[1] as first_outlet,
                   max(r.confidence) as confidence
            from traced r join claim c on c.id = r.claim_id
            group by c.id
            """.formatted(SURE);

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
