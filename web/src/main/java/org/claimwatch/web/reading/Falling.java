package org.claimwatch.web.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order of a list: its rows fall by some of its columns, of which the last tells any two apart. */
public record Falling(List<Key> keys) {
    /** A column that is never null, and how a place writes it: as a whole number. */
    public record Key(String column, Kind kind) {}

    /** What a column holds. */
    public enum Kind {
        NUMBER("found.%s"),
        FLAG("cast(found.%s as int)"),
        MOMENT("cast(extract(epoch from found.%s) * 1000000 as bigint)");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        private Object read(String text) {
            long number = Long.parseLong(text);
            return switch (this) {
                case NUMBER -> number;
                case FLAG -> number != 0;
                case MOMENT -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
            };
        }
    }

    public static Falling by(Key... keys) {
        return new Falling(List.of(keys));
    }

    public static Key number(String column) {
        return new Key(column, Kind.NUMBER);
    }

    public static Key flag(String column) {
        return new Key(column, Kind.FLAG);
    }

    public static Key moment(String column) {
        return new Key(column, Kind.MOMENT);
    }

    /** Whether a page of such a list wrote this place. */
    public boolean wrote(String place) {
        return place(place).isPresent();
    }

    Optional<List<Object>> place(@Nullable String written) {
        String[] parts = written == null ? new String[0] : written.split("\\.", -1);
        if (parts.length != keys.size() || !Arrays.stream(parts).allMatch(part -> part.matches("-?\\d{1,18}"))) {
            return Optional.empty();
        }
        var values = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            values.add(keys.get(i).kind().read(parts[i]));
        }
        return Optional.of(values);
    }

    /** The rows of a list beside a place, with the place of each: those after it, or those before it from the last on. */
    String beside(String list, boolean placed, boolean back) {
        return "select found.*, concat_ws('.', %s) as place from (%s) found %s order by %s limit :slice_size"
                .formatted(
                        each(key -> key.kind().written.formatted(key.column())),
                        list,
                        placed
                                ? "where (%s) %s (%s)"
                                        .formatted(
                                                each(key -> "found." + key.column()),
                                                back ? ">" : "<",
                                                names().collect(Collectors.joining(", :", ":", "")))
                                : "",
                        sql(back));
    }

    /** The order of a list that is called found, or the other way round. */
    String sql(boolean back) {
        return each(key -> "found.%s %s".formatted(key.column(), back ? "asc" : "desc"));
    }

    Map<String, Object> parameters(List<Object> place, int size) {
        var parameters = new HashMap<String, Object>();
        List<String> names = names().toList();
        IntStream.range(0, place.size()).forEach(i -> parameters.put(names.get(i), place.get(i)));
        parameters.put("slice_size", size);
        return parameters;
    }

    private Stream<String> names() {
        return keys.stream().map(key -> "slice_" + key.column());
    }

    private String each(Function<Key, String> written) {
        return keys.stream().map(written).collect(Collectors.joining(", "));
    }
}
