package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.reading.Slice.Placed;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

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
        NativeQuery<Object[]> query = query(type, sql, parameters).addScalar("place", String.class);
        Constructor<R> constructor = constructor(type);
        return query.getResultList().stream()
                .map(row -> new Placed<>(create(constructor, row), (String) row[row.length - 1]))
                .toList();
    }

    /** Columns go by the names of the record's components, in snake case; enums by their names. */
    public <R extends Record> List<R> list(Class<R> type, String sql, Map<String, ?> parameters) {
        Constructor<R> constructor = constructor(type);
        return query(type, sql, parameters).getResultList().stream()
                .map(row -> create(constructor, row))
                .toList();
    }

    private <R extends Record> NativeQuery<Object[]> query(Class<R> type, String sql, Map<String, ?> parameters) {
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        for (RecordComponent component : type.getRecordComponents()) {
            query.addScalar(column(component), columnType(component));
        }
        parameters.forEach(query::setParameter);
        return query;
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
        NativeQuery<Long> query = session.createNativeQuery(sql, Long.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static String column(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Class<?> columnType(RecordComponent component) {
        return component.getType().isEnum()
                ? String.class
                : MethodType.methodType(component.getType()).wrap().returnType();
    }

    private static <R> Constructor<R> constructor(Class<R> type) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, e);
        }
    }

    /** Of the first columns of a row, as many as the record has components. */
    private static <R> R create(Constructor<R> constructor, Object[] row) {
        Class<?>[] types = constructor.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = constant(types[i], row[i]);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read a " + constructor.getDeclaringClass(), e);
        }
    }

    private static @Nullable Object constant(Class<?> type, @Nullable Object value) {
        return value == null || !type.isEnum()
                ? value
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(value))
                        .findFirst()
                        .orElseThrow();
    }
}
