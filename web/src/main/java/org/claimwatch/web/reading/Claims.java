package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.words.ReadingWords;

/** Which claims the statements of a condition make, and what can be counted of each. */
@ApplicationScoped
public class Claims {
    /** In which order a list shows claims; those of which every reading is doubted come last in each. */
    public enum Order {
        WORTH,
        RECENT,
        OUTLETS;

        private static final Falling.Key CERTAIN = Falling.flag("certain");
        private static final Falling.Key FIRST = Falling.moment("first");
        private static final Falling.Key SPREAD = Falling.number("outlets");
        private static final Falling.Key ID = Falling.number("id");

        public Falling falling() {
            return switch (this) {
                case WORTH -> Falling.by(CERTAIN, Falling.flag("worthy"), SPREAD, FIRST, ID);
                case RECENT -> Falling.by(CERTAIN, FIRST, ID);
                case OUTLETS -> Falling.by(CERTAIN, SPREAD, FIRST, ID);
            };
        }

        /** As addresses say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
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
            """;

    private static final String OF_SOME = FACTS + "where seen.claim_id in (:claims)";

    private final Rows rows;

    public Claims(Rows rows) {
        this.rows = rows;
    }

    public Total total(Condition condition, Demand demand) {
        return rows.keptTotal(grouped(condition, demand), parameters(condition, demand));
    }

    private record Id(long id) {}

    /** The first in an order. */
    public List<Long> first(Condition condition, Demand demand, Order order, int limit) {
        return slice(condition, demand, order, Address.of(""), limit).rows();
    }

    /** The page that an address asks for. */
    public Slice<Long> slice(Condition condition, Demand demand, Order order, Address address, int size) {
        return rows.keptSlice(
                        Id.class,
                        grouped(condition, demand),
                        parameters(condition, demand),
                        new Slice.Asked(order.falling(), address, size))
                .map(ids -> ids.stream().map(Id::id).toList());
    }

    /** All in an order, with what can be counted of each: a query for an export, which reads them one by one. */
    public static Condition every(ClaimsAsked asked) {
        return new Condition(
                "%s join (%s) found on found.id = seen.claim_id order by %s"
                        .formatted(
                                FACTS,
                                grouped(asked.condition(), asked.demand()),
                                asked.order().falling().sql(false)),
                parameters(asked.condition(), asked.demand()));
    }

    /** Made by a claim that meets the demand with its statements that meet the condition. */
    public static Condition meeting(Condition condition, Demand demand) {
        return new Condition(
                "c.id in (select id from (%s) meant)".formatted(grouped(condition, demand)),
                parameters(condition, demand));
    }

    /** In the order of the ids; a claim that no current statement makes any more is left out. */
    public List<ClaimLine> lines(Collection<Long> ids, Reader reader) {
        Map<Long, ClaimLine> lines = byId(ids, reader);
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }

    Map<Long, ClaimLine> byId(Collection<Long> ids, Reader reader) {
        return ids.isEmpty()
                ? Map.of()
                : rows.list(ClaimLine.Facts.class, OF_SOME, Map.of("claims", ids)).stream()
                        .map(facts -> ClaimLine.of(facts, reader))
                        .collect(Collectors.toMap(ClaimLine::id, Function.identity()));
    }

    /** What is kept of claims answers these without a look at their statements: new ones, and all there ever were. */
    private static final String SEEN = """
            select claim_id as id, worthy, sure_first_at is not null as certain, outlets, %s as first from claim_seen where %s
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
                select f.* from (
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
