package org.claimwatch.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What stands before a body, in its lines as they went over the wire and by name. */
final class Head {
    /** All headers together; the largest seen on news sites are about a tenth of it. */
    private static final int MAX_BYTES = 131_072;

    private final List<String> lines;
    private final List<Header> headers;

    private Head(List<String> lines, List<Header> headers) {
        this.lines = lines;
        this.headers = headers;
    }

    /** @throws Body.TooLargeException if there is more of it than any outlet has to say */
    static Head of(ClassicHttpResponse response) throws Body.TooLargeException {
        List<String> lines = new ArrayList<>();
        lines.add(response.getVersion() + " " + response.getCode()
                + (response.getReasonPhrase() == null ? "" : " " + response.getReasonPhrase()));
        int length = 0;
        for (Header header : response.getHeaders()) {
            String line = header.getName() + ": " + (header.getValue() == null ? "" : header.getValue());
            length += line.length();
            lines.add(line);
        }
        if (length > MAX_BYTES) {
            throw new Body.TooLargeException("sent more than " + MAX_BYTES / 1024 + " KB of headers");
        }
        return new Head(lines, List.of(response.getHeaders()));
    }

    static List<String> lines(HttpRequest request) {
        List<String> lines = new ArrayList<>();
        lines.add(request.getMethod() + " " + request.getRequestUri() + " HTTP/1.1");
        for (Header header : request.getHeaders()) {
            lines.add(header.getName() + ": " + header.getValue());
        }
        return lines;
    }

    List<String> lines() {
        return lines;
    }

    /** Every value of a header that may come more than once, with commas between them; null where it does not come. */
    @Nullable String all(String name) {
        List<Header> found = headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .toList();
        return found.isEmpty() ? null : found.stream().map(Header::getValue).collect(Collectors.joining(","));
    }

    Map<String, String> byName() {
        Map<String, String> headers = new HashMap<>();
        for (Header header : this.headers) {
            String value = text(header.getValue());
            // Links are a list that may come in several lines (RFC 8288); of all else the last one counts.
            headers.merge(
                    header.getName().toLowerCase(Locale.ROOT),
                    value == null ? "" : value,
                    (first, next) -> header.getName().equalsIgnoreCase("link") ? first + ", " + next : next);
        }
        return headers;
    }

    /** Headers are ASCII by the standard; where a server writes more, it is UTF-8 as a rule. */
    private static @Nullable String text(@Nullable String latin1) {
        if (latin1 == null || latin1.chars().allMatch(c -> c < 128)) {
            return latin1;
        }
        String utf8 = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? utf8 : latin1;
    }
}
