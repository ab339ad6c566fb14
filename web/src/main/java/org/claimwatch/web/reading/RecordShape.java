package org.claimwatch.web.reading;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** How a record is read off a row: a column for each of its components, and for each of those of a record within it. */
final class RecordShape<R> {
    private static final ClassValue<RecordShape<?>> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape<?> computeValue(Class<?> type) {
            return new RecordShape<>(type);
        }
    };

    private final Constructor<R> constructor;
    private final List<Part> parts;

    /** A component, with its own shape where it is a record. */
    private record Part(
            RecordComponent component,
            String column,
            @Nullable RecordShape<?> within) {
        Part(RecordComponent component) {
            this(
                    component,
                    component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                    component.getType().isRecord() ? new RecordShape<>(component.getType()) : null);
        }

        /** In columns. */
        int width() {
            return within == null
                    ? 1
                    : within.parts.stream().mapToInt(Part::width).sum();
        }
    }

    @SuppressWarnings("unchecked")
    static <R> RecordShape<R> of(Class<R> type) {
        return (RecordShape<R>) KNOWN.get(type);
    }

    private RecordShape(Class<R> type) {
        parts = Arrays.stream(type.getRecordComponents()).map(Part::new).toList();
        try {
            constructor = type.getDeclaredConstructor(
                    parts.stream().map(part -> part.component().getType()).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, e);
        }
    }

    void addColumns(NativeQuery<?> query) {
        for (Part part : parts) {
            if (part.within() == null) {
                query.addScalar(part.column(), columnType(part.component()));
            } else {
                part.within().addColumns(query);
            }
        }
    }

    /** Of the first columns of a row, as many as there are. */
    R read(@Nullable Object[] row) {
        return read(row, 0);
    }

    private R read(@Nullable Object[] row, int first) {
        @Nullable Object[] arguments = new @Nullable Object[parts.size()];
        int column = first;
        for (int i = 0; i < arguments.length; i++) {
            Part part = parts.get(i);
            arguments[i] = part.within() == null
                    ? constant(part.component().getType(), row[column])
                    : part.within().read(row, column);
            column += part.width();
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read a " + constructor.getDeclaringClass(), e);
        }
    }

    private static Class<?> columnType(RecordComponent component) {
        return component.getType().isEnum()
                ? String.class
                : MethodType.methodType(component.getType()).wrap().returnType();
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
