package org.claimwatch.common.actor;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Another name under which articles mention an actor. */
@Entity
public class ActorAlias {
    @Id
    @GeneratedValue
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Actor actor;

    public String alias;

    @SuppressWarnings("NullAway.Init")
    protected ActorAlias() {}

    public ActorAlias(Actor actor, String alias) {
        this.actor = actor;
        this.alias = alias;
    }
}
