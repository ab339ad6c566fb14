package org.claimwatch.ingest.poll;

import org.claimwatch.common.outlet.FeedTrouble;
import org.jspecify.annotations.Nullable;

/**
 * What kept a poll from yielding.
 *
 * @param status the HTTP status that came, null where none did
 * @param evidence for a person to read
 */
record Trouble(FeedTrouble kind, @Nullable Integer status, String evidence) {}
