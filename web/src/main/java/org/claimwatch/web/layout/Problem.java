package org.claimwatch.web.layout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as programs read it (RFC 9457).
 *
 * @param type tells problems apart; about:blank where the status says it all
 * @param detail what happened, to what, and what to do next
 * @param character of a query that was not understood: where, counted from 1
 * @param at what stands there
 * @param expected what was expected there
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer character,
        @Nullable String at,
        @Nullable String expected) {
    public static final String TYPE = "application/problem+json";
    public static final String QUERY = "urn:claimwatch:problem:query-not-understood";
    public static final String PACE = "urn:claimwatch:problem:too-many-requests";

    private static final String PLAIN = "about:blank";

    public static Problem of(int status, String title, String detail) {
        return new Problem(PLAIN, title, status, detail, null, null, null);
    }

    public static Problem of(String type, int status, String title, String detail) {
        return new Problem(type, title, status, detail, null, null, null);
    }
}
