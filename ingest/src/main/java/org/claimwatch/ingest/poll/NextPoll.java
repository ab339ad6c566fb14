package org.claimwatch.ingest.poll;

import java.time.Instant;
import org.claimwatch.common.outlet.FeedState;

/** When a feed is asked next, and why then, for a person to read. */
record NextPoll(Instant at, String reason, FeedState state) {}
