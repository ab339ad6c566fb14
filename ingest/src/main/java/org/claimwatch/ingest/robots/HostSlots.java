package org.claimwatch.ingest.robots;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time for each host, and not too many in all, wherever they are made: a place in the queue before a
 * host's door.
 */
public interface HostSlots {
    /**
     * Takes the host's slot until {@link #release}, or until the longest time that a request may take has passed.
     *
     * @param host name of the host's queue
     * @return when to come back, if another request has the slot or too many are under way; null if it was taken
     */
    @Nullable Instant take(String host, Duration gap);

    /** Gives the slot back; the next request may start after the gap. */
    void release(String host, Duration gap);
}
