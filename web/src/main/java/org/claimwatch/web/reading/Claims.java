package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.words.ReadingWords;

/** Which claims the statements of a condition make, and what can be counted of each. */
@ApplicationScoped
public class Claims {
    /** In which order a list shows claims; those of which every reading is doubted come last in each. */
    public enum Order {
        WORTH("f.certain desc, f.worthy desc, f.outlets desc, f.first desc"),
        RECENT("f.certain desc, f.first desc"),
        OUTLETS("f.certain desc, f.outlets desc, f.first desc");

        private final String sql;

        Order(String sql) {

            this.sql = sql;
        }

        public String label() {
            return ReadingWords.SAY.order(this);
        }
    }

    /**
     * A further demand on a claim as a whole, over all its statements that meet the condition.
     *
     * @param during which of its statements are looked at
     * @param before of which it may have none
     */
    public record Demand(String sql, String during, String before, Map<String, Object> parameters) {
        public static final Demand NONE = new Demand("true", "true", "false", Map.of());

        /** Somebody asserts it and somebody denies it. */
        public static final Demand CONTESTED = new Demand(
                "count(distinct told.denies) = 2",
                "told.claim_id in (select claim_id from claim_seen where contested)",
                "false",
                Map.of());

        /** Nobody had said so before: only claims that were stated from then on need their history looked at. */
        public static Demand firstSeenIn(Instant from, Instant to) {
            return new Demand(
                    "min(%s) < :first_to".formatted(Statements.AT),
                    "%s >= :first_from".formatted(Statements.AT),
                    BEFORE,
                    Map.of("first_from", from, "first_to", to));
        }
    }

    private static final String BEFORE = "%s < :first_from".formatted(Statements.AT);

    /** Counts leave out what the machine doubts; a claim that it doubts altogether still says where it was seen. */
    private static final String FACTS = """
            select c.id, c.text, c.language, c.check_worthy, seen.asserts, seen.denies, seen.doubtful, seen.outlets,
                   seen.doubtful_outlets, seen.origins, told.told_at as first_seen, seen.last_at as last_seen,
                   told.precedence > told.told_at as first_day_only, o.name as first_outlet, seen.confidence
            from claim_seen seen
            join claim c on c.id = seen.claim_id
            join told_statement told on told.statement_id = seen.first_statement
            join outlet o on o.id = told.outlet_id
            where seen.claim_id in (:claims)
            """;

    private final Rows rows;

    public Claims(Rows rows) {
        this.rows = rows;
    }

    public long count(Condition condition, Demand demand) {
        return rows.keptNumber(
                "select count(*) from (%s) found".formatted(grouped(condition, demand)), parameters(condition, demand));
    }

    public List<Long> ids(Condition condition, Demand demand, Order order, int offset, int limit) {
        var parameters = parameters(condition, demand);
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return rows.keptLongs(
                "%s order by %s, f.id offset :offset limit :limit".formatted(grouped(condition, demand), order.sql),
                parameters);
    }

    /** Made by a claim that meets the demand with its statements that meet the condition. */
    public static Condition meeting(Condition condition, Demand demand) {
        return new Condition("c.id in (%s)".formatted(grouped(condition, demand)), parameters(condition, demand));
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

    /** What is kept of claims answers these without a look at their statements: new ones, and all there ever were. */
    private static final String SEEN = """
            select f.id from (
              select claim_id as id, worthy, sure_first_at is not null as certain, outlets, %s as first from claim_seen where %s) f
            """;

    private static final String NEW =
            SEEN.formatted("sure_first_at", "sure_first_at >= :first_from and sure_first_at < :first_to");

    private static final String EVER = SEEN.formatted("first_at", "first_at >= :period_from and first_at < :period_to");

    private static String grouped(Condition condition, Demand demand) {
        if (demand.before().equals(BEFORE) && condition.equals(Condition.CONFIDENT)) {
            return NEW;
        }
        if (demand.equals(Demand.NONE) && condition.everSince()) {
            return EVER;
        }
        String of = "%s where (%s)".formatted(Statements.FROM, condition.sql());
        String found = """
                select f.id from (
                  select told.claim_id as id, told.worthy, bool_or(told.sure) as certain,
                         count(distinct told.outlet_id) filter (where told.sure) as outlets, min(%1$s) as first
                  %2$s and told.claim_id is not null and %3$s group by told.claim_id, told.worthy having %4$s) f
                """.formatted(Statements.AT, of, demand.during(), demand.sql());
        return demand.before().equals("false")
                ? found
                : found + "where not exists (select %s and told.claim_id = f.id and %s)".formatted(of, demand.before());
    }

    private static Map<String, Object> parameters(Condition condition, Demand demand) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.putAll(demand.parameters());
        return parameters;
    }
}
