package org.claimwatch.ingest.robots;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.claimwatch.ingest.fetch.Reply;
import org.jspecify.annotations.Nullable;

/** How a visit to an address ended; reasons are for a person to read. */
public sealed interface Visit {
    /**
     * The page came.
     *
     * @param movedTo where the address has moved to for good, null if it has not
     */
    record Page(Reply reply, @Nullable URI movedTo) implements Visit {}

    /** Nothing has changed since the validators were handed out. */
    record NotModified(Reply reply) implements Visit {}

    /** It is not our turn yet. */
    record Later(Instant at) implements Visit {}

    /**
     * The host asked to be left alone for a while.
     *
     * @param reply what it said, for the evidence
     */
    record TooManyRequests(Optional<Instant> retryAfter, Reply reply) implements Visit {}

    /** robots.txt or our own rules forbid it. */
    record Disallowed(String reason) implements Visit {}

    /** The page is gone for good. */
    record Gone(String reason) implements Visit {}

    /**
     * No page came.
     *
     * @param lasting whether another try is pointless
     * @param reply what the host answered, null where it did not
     */
    record Failed(
            String reason,
            boolean lasting,
            Why why,
            @Nullable Reply reply) implements Visit {
        /** Whether the host says that there is no such page. */
        public boolean missing() {
            return why == Why.STATUS && reply != null && (reply.status() == 404 || reply.status() == 451);
        }
    }

    /** What kind of failure kept the page away. */
    enum Why {
        STATUS,
        ROBOTS_UNREACHABLE,
        REDIRECT_LOOP,
        UNKNOWN_HOST,
        CERTIFICATE,
        TOO_LARGE,
        UNREACHABLE
    }
}
