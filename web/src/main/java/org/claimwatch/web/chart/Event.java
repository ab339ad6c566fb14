package org.claimwatch.web.chart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something with its moment, to be drawn as a mark.
 *
 * @param hollow handed on from elsewhere
 * @param pale doubtful
 * @param title what it is, for whoever asks
 */
public record Event(
        Instant at,
        Shape shape,
        boolean hollow,
        boolean pale,
        @Nullable String href,
        String title) {}
