package org.claimwatch.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads hand-written SQL into records: pages ask for joins and counts that entities cannot express. */
@ApplicationScoped
public class Rows {
    private final Session session;
    private final Kept kept;

    public Rows(Session session, Kept kept) {
        this.session = session;
        this.kept = kept;
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

    /** Columns go by the names of the record's components, in snake case; enums by their names. */
    public <R extends Record> List<R> list(Class<R> type, String sql, Map<String, ?> parameters) {
        RecordComponent[] components = type.getRecordComponents();
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        for (RecordComponent component : components) {
            query.addScalar(column(component), columnType(component));
        }
        parameters.forEach(query::setParameter);
        Constructor<R> constructor = constructor(type, components);
        return query.getResultList().stream()
                .map(row -> create(constructor, components, row))
                .toList();
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

    private static <R> Constructor<R> constructor(Class<R> type, RecordComponent[] components) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, e);
        }
    }

    private static <R> R create(Constructor<R> constructor, RecordComponent[] components, Object[] row) {
        @Nullable Object[] arguments = new @Nullable Object[row.length];
        for (int i = 0; i < row.length; i++) {
            arguments[i] = constant(components[i].getType(), row[i]);
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
