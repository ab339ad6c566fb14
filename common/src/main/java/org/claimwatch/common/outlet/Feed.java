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

    /** What it suffers from; null while it yields. */
    @Enumerated(EnumType.STRING)
    public @Nullable FeedTrouble trouble;

    /** The HTTP status that came with the trouble, null where no answer came. */
    public @Nullable Integer troubleStatus;

    /** What was seen of it, for a person to read: a page's words, a certificate's dates. */
    public @Nullable String troubleEvidence;

    public @Nullable Instant troubleSince;

    /** When a person had its polling stopped; null while it is polled, or given up by itself. */
    public @Nullable Instant stoppedAt;

    public @Nullable String etag;

    /** The Last-Modified header as received: it is sent back to the letter. */
    public @Nullable String lastModified;

    /** Null until there was anything to learn it from. */
    @Enumerated(EnumType.STRING)
    public @Nullable ValidatorTruth validators;

    /** What that was learnt from, for a person to read. */
    public @Nullable String validatorsEvidence;

    public @Nullable Instant validatorsSince;

    /** The feed is known to have changed since {@link #etag} was given: an honest server will not say "unmodified". */
    public boolean validatorsOnTrial;

    /** SHA-256 of the last body. */
    public @Nullable String bodyHash;

    /** When a body last came, rather than "unmodified". */
    public @Nullable Instant lastBodyAt;

    /** How far the server's clock is ahead of ours; null while it is near enough or not known. */
    public @Nullable Integer clockSkewSeconds;

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
