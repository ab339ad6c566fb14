package org.claimwatch.common.article;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.claimwatch.common.outlet.Outlet;
import org.jspecify.annotations.Nullable;

/** One page of an outlet: one row for each outlet and canonical address, whatever feeds announce it. */
@Entity
public class Article {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Outlet outlet;

    /** Canonical absolute address. */
    public String url;

    public @Nullable String announcedTitle;
    public @Nullable Instant announcedAt;
    public Instant discoveredAt;

    @Enumerated(EnumType.STRING)
    public FetchState fetchState = FetchState.PENDING;

    /** Why there is no text, for a person to read. */
    public @Nullable String fetchError;

    /** The validators of the page at {@link #url}, as received. */
    public @Nullable String etag;

    public @Nullable String lastModified;

    public @Nullable Instant lastFetchedAt;

    /** When the article is looked at again; null when it is not. */
    public @Nullable Instant nextFetchAt;

    /** Times it was looked at after its text was first stored. */
    public int looks;

    /** The newest looks that found nothing new, in a row. */
    public int unchangedLooks;

    /** Looks that made a version. */
    public int changedLooks;

    /** Since when its page cannot be found; null while it can. */
    public @Nullable Instant missingSince;

    /** When the outlet took the article away; its texts stay, as evidence. */
    public @Nullable Instant withdrawnAt;

    /** What the outlet answered then, for a person to read. */
    public @Nullable String withdrawnReason;

    /** When its texts were given up because the outlet's time for them was over: it is not fetched again. */
    public @Nullable Instant expiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    public Article(Outlet outlet, String url, Instant discoveredAt) {
        this.outlet = outlet;
        this.url = url;
        this.discoveredAt = discoveredAt;
    }
}
