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

    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    public Article(Outlet outlet, String url, Instant discoveredAt) {
        this.outlet = outlet;
        this.url = url;
        this.discoveredAt = discoveredAt;
    }
}
