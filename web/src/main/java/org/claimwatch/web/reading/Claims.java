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
        public static final Demand CONTESTED = new Demand("count(distinct cs.polarity) = 2", "true", "false", Map.of());

        /** Nobody had said so before: only claims that were stated from then on need their history looked at. */
        public static Demand firstSeenIn(Instant from, Instant to) {
            return new Demand(
                    "min(%s) < :first_to".formatted(Statements.AT),
                    "%s >= :first_from".formatted(Statements.AT),
                    "%s < :first_from".formatted(Statements.AT),
                    Map.of("first_from", from, "first_to", to));
        }
    }

    private static final String SURE = "r.confidence >= " + Confidence.LIKELY_IN_SQL;

    /** The same of {@link Statements#FROM}. */
    private static final String CERTAIN = "least(s.confidence, cs.confidence) >= " + Confidence.LIKELY_IN_SQL;

    /** Counts leave out what the machine doubts; a claim that it doubts altogether still says where it was seen. */
    private static final String FACTS = Origins.WITH + """
            select c.id, c.text, c.language, c.check_worthy,
                   count(*) filter (where r.polarity = 'ASSERTS' and %1$s) as asserts,
                   count(*) filter (where r.polarity = 'DENIES' and %1$s) as denies,
                   count(*) filter (where not (%1$s)) as doubtful,
                   count(distinct r.outlet_id) filter (where %1$s) as outlets,
                   count(distinct r.origin) filter (where %1$s) as origins,
                   count(distinct r.outlet_id) - count(distinct r.outlet_id) filter (where %1$s) as doubtful_outlets,
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
                : rows.keptList(ClaimLine.Facts.class, FACTS, Map.of("claims", ids)).stream()
                        .map(facts -> ClaimLine.of(facts, reader))
                        .collect(Collectors.toMap(ClaimLine::id, Function.identity()));
    }

    private static String grouped(Condition condition, Demand demand) {
        String of = "%s where %s and (%s)".formatted(Statements.FROM, Statements.CURRENT, condition.sql());
        String found = """
                select f.id from (
                  select c.id, c.check_worthy >= 0.5 as worthy, bool_or(%4$s) as certain,
                         count(distinct a.outlet_id) filter (where %4$s) as outlets, min(%1$s) as first
                  %2$s and c.id is not null and %3$s group by c.id having %5$s) f
                """.formatted(Statements.AT, of, demand.during(), CERTAIN, demand.sql());
        return demand.before().equals("false")
                ? found
                : found + "where not exists (select %s and cs.claim_id = f.id and %s)".formatted(of, demand.before());
    }

    private static Map<String, Object> parameters(Condition condition, Demand demand) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.putAll(demand.parameters());
        return parameters;
    }
}
