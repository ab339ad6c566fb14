package org.claimwatch.web.security;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** People who share monitors, reviews and digests that no other team sees. */
@Entity
public class Team {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    /** Names the team in addresses and in the identity provider's groups. */
    public String slug;

    public String name;
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Team() {}
}
