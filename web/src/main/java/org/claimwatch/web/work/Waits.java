package org.claimwatch.web.work;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait after each failure in a row: each wait is one and a half times the one before, up to a longest, and after so
 * much waiting altogether it is given up. What counts is waiting, not the clock: a time in which nobody tried uses up nothing.
 *
 * @param first positive
 * @param longest not shorter than the first
 * @param together not shorter than the first
 */
public record Waits(Duration first, Duration longest, Duration together) {
    public Waits {
        if (!first.isPositive() || longest.compareTo(first) < 0 || together.compareTo(first) < 0) {
            throw new IllegalArgumentException("a wait of %s can be neither longer than %s nor than %s together"
                    .formatted(first, longest, together));
        }
    }

    /**
     * Until the next attempt; empty if there is none.
     *
     * @param failures in a row, this one included: 1 or more
     */
    public Optional<Duration> after(int failures) {
        Duration wait = first;
        Duration waited = first;
        for (int i = 1; i < failures; i++) {
            Duration grown = wait.multipliedBy(3).dividedBy(2);
            wait = grown.compareTo(longest) < 0 ? grown : longest;
            waited = waited.plus(wait);
        }
        return waited.compareTo(together) > 0 ? Optional.empty() : Optional.of(wait);
    }
}
