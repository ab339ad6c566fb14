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

/** A search for the feeds of an outlet of which only the home page is known, and what it proposes. */
@Entity
public class OutletSearch {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    /** The home page as it was given. */
    public String address;

    @Enumerated(EnumType.STRING)
    public SearchState state = SearchState.RUNNING;

    /** Where the given address led; null until the home page was read. */
    public @Nullable String homeUrl;

    public @Nullable String name;

    /** BCP 47. */
    public @Nullable String language;

    /** ISO 3166 alpha-2. */
    public @Nullable String country;

    public @Nullable String iconUrl;

    /** What stood in the way, for a person to read. */
    public @Nullable String problem;

    /** The outlet that came of it. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Outlet outlet;

    /** Whether the outlet takes the suggested feeds by itself at the end, with nobody there to pick. */
    public boolean adopts;

    public Instant startedAt;
    public @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected OutletSearch() {}

    public OutletSearch(String address, Instant startedAt) {
        this.address = address;
        this.startedAt = startedAt;
    }
}
