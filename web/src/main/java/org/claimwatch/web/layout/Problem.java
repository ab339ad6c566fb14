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
 * @param cause of what is gone: why, for programs
 * @param since of what is gone: since when, in UTC, where that is known
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer character,
        @Nullable String at,
        @Nullable String expected,
        @Nullable String cause,
        @Nullable String since) {
    public static final String TYPE = "application/problem+json";
    public static final String QUERY = "urn:claimwatch:problem:query-not-understood";
    public static final String PACE = "urn:claimwatch:problem:too-many-requests";

    private static final String PLAIN = "about:blank";

    public static Problem of(int status, String title, String detail) {
        return of(PLAIN, status, title, detail);
    }

    public static Problem of(String type, int status, String title, String detail) {
        return new Problem(type, title, status, detail, null, null, null, null, null);
    }

    public static Problem misread(String detail, int character, String at, String expected) {
        return new Problem(QUERY, "The query was not understood", 400, detail, character, at, expected, null, null);
    }

    public static Problem gone(String title, String detail, String cause, @Nullable String since) {
        return new Problem(PLAIN, title, 410, detail, null, null, null, cause, since);
    }
}
