package org.claimwatch.web.monitor;

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

/** A team's saved query. */
@Entity
public class Monitor {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Team team;

    /** Unique in its team. */
    public String name;

    /** As its author wrote it. */
    public String query;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "created_by")
    public Account createdBy;

    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Monitor() {}

    public Monitor(Team team, String name, String query, Account createdBy, Instant createdAt) {
        this.team = team;
        this.name = name;
        this.query = query;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }
}
