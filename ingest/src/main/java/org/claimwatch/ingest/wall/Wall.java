package org.claimwatch.ingest.wall;

import org.claimwatch.common.outlet.FeedTrouble;

/**
 * What came instead of what was asked for.
 *
 * @param kind {@link FeedTrouble#BLOCKED}, {@link FeedTrouble#CONSENT_WALL} or {@link FeedTrouble#PAY_WALL}
 * @param evidence what it was told by, for a person to read
 */
public record Wall(FeedTrouble kind, String evidence) {}
