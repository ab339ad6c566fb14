package org.claimwatch.ingest.duplicate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Knows news agencies by the names under which texts credit them; the list is a resource, to be added to. */
final class Agencies {
    static final Agencies KNOWN = read("agencies.txt");

    private final Map<String, String> names = new HashMap<>();

    private Agencies(String list) {
        list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    List<String> forms = List.of(line.split("\\|", -1));
                    forms.forEach(form -> names.put(form, forms.getFirst()));
                });
    }

    /** The agency's name by a form of it; a regional service ("dpa/lby") is the agency's. */
    Optional<String> named(String written) {
        String form = written.strip().replaceFirst("^(?i:the )(?=\\p{Lu})", "");
        String whole = names.get(form);
        return Optional.ofNullable(
                whole != null
                        ? whole
                        : names.get(form.replaceFirst("[/ ]?/.*$", "").strip()));
    }

    private static Agencies read(String resource) {
        try (InputStream in = Agencies.class.getResourceAsStream(resource)) {
            return new Agencies(
                    new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
