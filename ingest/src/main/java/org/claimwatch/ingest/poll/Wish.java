package org.claimwatch.ingest.poll;

import java.time.Duration;
import org.claimwatch.ingest.feed.Skips;

/**
 * How a feed asks to be treated.
 *
 * @param pause how long to leave it alone, by {@code ttl}, {@code sy:updatePeriod}, {@code Cache-Control} or
 *     {@code Expires}; zero where it does not say
 * @param skips when it is not to be asked
 */
record Wish(Duration pause, Skips skips) {
    static final Wish NONE = new Wish(Duration.ZERO, Skips.NONE);
}
