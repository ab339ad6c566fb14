package org.claimwatch.ingest.poll;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A feed's {@link Rhythm} as of its newest entry, apart from the feed's row, which changes at every poll. */
@Entity
class FeedRhythm {
    @Id
    Long feedId;

    float[] entries;
    float hoursSeen;
    Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected FeedRhythm() {}

    FeedRhythm(long feedId, Rhythm rhythm) {
        this.feedId = feedId;
        this.entries = rhythm.entries();
        this.hoursSeen = (float) rhythm.hoursSeen();
        this.updatedAt = rhythm.updatedAt();
    }

    void become(Rhythm rhythm) {
        entries = rhythm.entries();
        hoursSeen = (float) rhythm.hoursSeen();
        updatedAt = rhythm.updatedAt();
    }

    Rhythm rhythm() {
        return new Rhythm(entries, hoursSeen, updatedAt);
    }
}
