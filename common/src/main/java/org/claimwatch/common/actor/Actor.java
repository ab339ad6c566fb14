package org.claimwatch.common.actor;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person, organisation or group that speaks or is spoken about. */
@Entity
public class Actor {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    /** The canonical full name; unique for its kind. */
    public String name;

    /** Never {@link ActorKind#UNNAMED}. */
    @Enumerated(EnumType.STRING)
    public ActorKind kind;

    public @Nullable String affiliation;
    public Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Actor() {}

    public Actor(String name, ActorKind kind, Instant createdAt) {
        this.name = name;
        this.kind = kind;
        this.createdAt = createdAt;
    }
}
