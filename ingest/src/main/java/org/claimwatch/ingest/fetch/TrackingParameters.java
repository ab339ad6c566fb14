package org.claimwatch.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the query parameters that never say which article is meant; the list is a resource, to be added to. */
final class TrackingParameters {
    static final TrackingParameters KNOWN = read("tracking-parameters.txt");

    /** A visit's number, in the names of the usual servers; the value decides where the name is a common word. */
    private static final Pattern SESSION =
            Pattern.compile("(?:jsessionid|phpsessid|aspsessionid\\w*|cfid|cftoken|bv_sessionid)=.*"
                    + "|(?:sid|s|session|sessionid|session_id|sess)=(?=[^&]*\\d)[0-9a-zA-Z]{20,}");

    private final Set<String> always = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    private final Set<String> doubtful = new HashSet<>();

    private TrackingParameters(String list) {
        list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    if (line.startsWith("~")) {
                        doubtful.add(line.substring(1));
                    } else if (line.endsWith("*")) {
                        prefixes.add(line.substring(0, line.length() - 1));
                    } else {
                        always.add(line);
                    }
                });
    }

    /**
     * Whether a pair can be left out.
     *
     * @param pair name and value as they stand in the query
     * @param pathNamesArticle whether the path alone says which article is meant
     */
    boolean contains(String pair, boolean pathNamesArticle) {
        String name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return always.contains(name)
                || prefixes.stream().anyMatch(name::startsWith)
                || (pathNamesArticle && doubtful.contains(name))
                || SESSION.matcher(name + pair.substring(name.length())).matches();
    }

    private static TrackingParameters read(String resource) {
        try (InputStream in = TrackingParameters.class.getResourceAsStream(resource)) {
            return new TrackingParameters(
                    new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
