package org.claimwatch.web.chart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something with its moment, to be drawn as a mark.
 *
 * @param since where only a span of time is known: its start, and {@code at} is its end
 * @param hollow handed on from elsewhere
 * @param pale doubtful
 * @param title what it is, for whoever asks
 */
public record Event(
        @Nullable Instant since,
        Instant at,
        Shape shape,
        boolean hollow,
        boolean pale,
        @Nullable String href,
        String title) {
    public Event(Instant at, Shape shape, boolean hollow, boolean pale, @Nullable String href, String title) {
        this(null, at, shape, hollow, pale, href, title);
    }
}
