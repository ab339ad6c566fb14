package org.claimwatch.web.layout;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page's address with its parameters: every state of a screen is one, so links are made by changing some. */
public record Address(String path, Map<String, String> parameters) {
    public static Address of(UriInfo uri) {
        var parameters = new LinkedHashMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                parameters.put(name, values.getFirst());
            }
        });
        return new Address("/" + uri.getPath().replaceFirst("^/+", ""), parameters);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    public @Nullable String get(String name) {
        return parameters.get(name);
    }

    /** With this parameter set, or without it if the value is null. */
    public Address with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Address(path, changed);
    }

    public Address without(String... names) {
        Address changed = this;
        for (String name : names) {
            changed = changed.with(name, null);
        }
        return changed;
    }

    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
