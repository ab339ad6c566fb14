package org.claimwatch.ingest.robots;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request at a time for each host, wherever it is made: a place in the queue before a host's door. */
public interface HostSlots {
    /**
     * Takes the host's slot until {@link #release}, or until the longest time that a request may take has passed.
     *
     * @param host host and port
     * @return when to come back, if another request has the slot; null if it was taken
     */
    @Nullable Instant take(String host, Duration gap);

    /** Gives the slot back; the next request may start after the gap. */
    void release(String host, Duration gap);
}
