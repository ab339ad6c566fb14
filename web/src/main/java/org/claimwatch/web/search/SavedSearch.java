package org.claimwatch.web.search;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.jspecify.annotations.Nullable;

/** A search that a person, or a whole team, wants to open again. */
@Entity
public class SavedSearch {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Team team;

    /** Whose it is alone; null for the whole team's. */
    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Account owner;

    public String name;
    public String query;

    /** As what its matches are shown and of which period, as the page's address says it. */
    public String view;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "created_by")
    public Account createdBy;

    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected SavedSearch() {}

    SavedSearch(Team team, @Nullable Account owner, String name, Asked asked, Account createdBy, Instant createdAt) {
        this.team = team;
        this.owner = owner;
        this.name = name;
        this.query = asked.query();
        this.view = asked.view();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }
}
