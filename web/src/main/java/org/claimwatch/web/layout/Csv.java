package org.claimwatch.web.layout;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values after RFC 4180.
 *
 * <p>A value that a spreadsheet would take for a formula gets an apostrophe before it: articles are written by strangers.
 */
public final class Csv {
    public static final String TYPE = "text/csv;charset=UTF-8";

    /** What begins a formula, also after what a spreadsheet trims or does not show, and in the wide forms of East Asia. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠].*|^[\\t\\r\\n].*", Pattern.DOTALL);

    /** A semicolon or a tab is the separator on some people's machines. */
    private static final Pattern QUOTED = Pattern.compile(".*[\",;\\t\\r\\n].*", Pattern.DOTALL);

    private Csv() {}

    public static Response file(String name, Object csv) {
        return Response.ok(csv)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .build();
    }

    public static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !(value instanceof Number) && FORMULA.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return QUOTED.matcher(safe).matches() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
