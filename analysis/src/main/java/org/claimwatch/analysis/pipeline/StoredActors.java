package org.claimwatch.analysis.pipeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.actor.Speaker;
import org.claimwatch.common.actor.Actor;
import org.claimwatch.common.actor.ActorAlias;

/** Which stored actor a speaker is: the one of that name and kind. */
@ApplicationScoped
class StoredActors implements PanacheRepository<Actor> {
    private final Clock clock;

    StoredActors(Clock clock) {
        this.clock = clock;
    }

    /** Finds or adds a named speaker's actor, with the aliases that the article uses. */
    Actor of(Speaker speaker, List<Named> named) {
        Actor actor =
                find("name = ?1 and kind = ?2", speaker.name(), speaker.kind()).firstResult();
        if (actor == null) {
            actor = new Actor(speaker.name(), speaker.kind(), clock.instant());
            persist(actor);
        }
        if (actor.affiliation == null) {
            actor.affiliation = speaker.affiliation();
        }
        for (Named other : named) {
            if (other.name().equals(speaker.name()) && other.kind() == speaker.kind()) {
                addAliases(actor, other.aliases());
            }
        }
        return actor;
    }

    private void addAliases(Actor actor, List<String> aliases) {
        for (String alias : aliases) {
            long known = getEntityManager()
                    .createQuery(
                            "select count(a) from ActorAlias a where a.actor = :actor and a.alias = :alias", Long.class)
                    .setParameter("actor", actor)
                    .setParameter("alias", alias)
                    .getSingleResult();
            if (known == 0) {
                getEntityManager().persist(new ActorAlias(actor, alias));
            }
        }
    }
}
