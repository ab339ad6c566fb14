package org.claimwatch.common.outlet;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A publisher. */
@Entity
public class Outlet {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    public String name;

    /** Absolute address of the front page, unique among outlets. */
    public String homeUrl;

    /** ISO 3166 alpha-2; XX for an invented country. */
    public @Nullable String country;

    /** BCP 47. */
    public @Nullable String language;

    @Enumerated(EnumType.STRING)
    public @Nullable Ownership ownership;

    /** Only kept: a page that loaded it would tell the outlet who looks. */
    public @Nullable String iconUrl;

    /** For how many days after fetching its texts are kept; null for ever. */
    public @Nullable Integer retentionDays;

    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Outlet() {}

    public Outlet(String name, String homeUrl, Instant createdAt) {
        this.name = name;
        this.homeUrl = homeUrl;
        this.createdAt = createdAt;
    }
}
