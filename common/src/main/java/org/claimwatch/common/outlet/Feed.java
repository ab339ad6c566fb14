package org.claimwatch.common.outlet;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One address that announces an outlet's articles; its row is its own place in the polling queue. */
@Entity
public class Feed {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Outlet outlet;

    /** Absolute address, unique among feeds. */
    public String url;

    /** What it calls itself, where somebody has said. */
    public @Nullable String title;

    /** Unknown until the first successful poll. */
    @Enumerated(EnumType.STRING)
    public @Nullable FeedKind kind;

    @Enumerated(EnumType.STRING)
    public FeedState state = FeedState.NEW;

    public Instant nextPollAt;

    /** Why the next poll is when it is, for a person to read. */
    public String nextPollReason = "just added";

    public @Nullable Instant lastPollAt;
    public @Nullable Instant lastSuccessAt;
    public @Nullable Instant lastNewEntryAt;
    public int consecutiveFailures;

    /** What went wrong at the last poll, for a person to read; null after a success. */
    public @Nullable String lastError;

    public @Nullable String etag;

    /** The Last-Modified header as received: it is sent back to the letter. */
    public @Nullable String lastModified;

    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Feed() {}

    public Feed(Outlet outlet, String url, Instant createdAt) {
        this.outlet = outlet;
        this.url = url;
        this.nextPollAt = createdAt;
        this.createdAt = createdAt;
    }
}
