package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Slice.Placed;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reads hand-written SQL into records: pages ask for joins and counts that entities cannot express. */
@ApplicationScoped
public class Rows {
    private static final String LIMIT = "total_limit";

    private final Session session;
    private final Kept kept;
    private final TotalsConfig totals;

    public Rows(Session session, Kept kept, TotalsConfig totals) {
        this.session = session;
        this.kept = kept;
        this.totals = totals;
    }

    /** As {@link #list}, kept for a while: for questions about a whole period, which everybody asks alike. */
    public <R extends Record> List<R> keptList(Class<R> type, String sql, Map<String, ?> parameters) {
        return kept.rows(type, sql, parameters, () -> list(type, sql, parameters));
    }

    /** As {@link #longs}, kept for a while. */
    public List<Long> keptLongs(String sql, Map<String, ?> parameters) {
        return kept.rows(Long.class, sql, parameters, () -> longs(sql, parameters));
    }

    /** As {@link #number}, kept for a while. */
    public long keptNumber(String sql, Map<String, ?> parameters) {
        return keptLongs(sql, parameters).getFirst();
    }

    /** As {@link #number}, kept for a minute however quickly it is counted: for what stands on every page. */
    public long steadyNumber(String sql, Map<String, ?> parameters) {
        return kept.steady(Long.class, sql, parameters, () -> longs(sql, parameters))
                .getFirst();
    }

    /** How many rows a query finds, counted up to the limit. */
    public Total total(String sql, Map<String, ?> parameters) {
        return Total.within(totals.most(), number(counting(sql), limited(parameters)));
    }

    /** As {@link #total}, kept for a while. */
    public Total keptTotal(String sql, Map<String, ?> parameters) {
        return Total.within(totals.most(), keptNumber(counting(sql), limited(parameters)));
    }

    private static String counting(String sql) {
        return "select count(*) from (%s limit :%s) counted".formatted(sql, LIMIT);
    }

    /** With how many rows are looked at before counting stops, as {@code :total_limit}: one more than is said. */
    Map<String, Object> limited(Map<String, ?> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put(LIMIT, most() + 1);
        return all;
    }

    int most() {
        return totals.most();
    }

    /** A page of a list, whose columns are those of the record and of the order. */
    public <R extends Record> Slice<R> slice(Class<R> type, String list, Map<String, ?> parameters, Slice.Asked asked) {
        return asked.of(placed(type, asked.sql(list), asked.parameters(parameters)));
    }

    /** As {@link #slice}, kept for a while. */
    public <R extends Record> Slice<R> keptSlice(
            Class<R> type, String list, Map<String, ?> parameters, Slice.Asked asked) {
        String sql = asked.sql(list);
        Map<String, Object> all = asked.parameters(parameters);
        return asked.of(kept.rows(type, sql, all, () -> placed(type, sql, all)));
    }

    private <R extends Record> List<Placed<R>> placed(Class<R> type, String sql, Map<String, ?> parameters) {
        RecordShape<R> shape = RecordShape.of(type);
        return query(shape, sql, parameters).addScalar("place", String.class).getResultList().stream()
                .map(row -> new Placed<>(shape.read(row), (String) row[row.length - 1]))
                .toList();
    }

    /** Columns go by the names of the record's components, those of a record within it too, in snake case; enums by their names. */
    public <R extends Record> List<R> list(Class<R> type, String sql, Map<String, ?> parameters) {
        RecordShape<R> shape = RecordShape.of(type);
        return query(shape, sql, parameters).getResultList().stream()
                .map(shape::read)
                .toList();
    }

    private NativeQuery<Object[]> query(RecordShape<?> shape, String sql, Map<String, ?> parameters) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        shape.addColumns(query);
        bind(query, parameters);
        return query;
    }

    private static void bind(NativeQuery<?> query, Map<String, ?> parameters) {
        parameters.forEach((name, value) -> query.setParameter(name, value instanceof Ids ids ? ids.array() : value));
    }

    public <R extends Record> Optional<R> first(Class<R> type, String sql, Map<String, ?> parameters) {
        return list(type, sql, parameters).stream().findFirst();
    }

    /** A query of one number. */
    public long number(String sql, Map<String, ?> parameters) {
        return longs(sql, parameters).getFirst();
    }

    /** A query of one column of numbers. */
    public List<Long> longs(String sql, Map<String, ?> parameters) {
        // Of a query whose result is asked for by its class Hibernate never finds the plan again that it keeps each
        // time.
        NativeQuery<Object> query = session.createNativeQuery(sql, Object.class);
        bind(query, parameters);
        return query.getResultList().stream()
                .map(number -> ((Number) number).longValue())
                .toList();
    }
}
