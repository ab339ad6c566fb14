package org.claimwatch.ingest.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.robots.HostSlots;
import org.jspecify.annotations.Nullable;

/** Keeps the hosts' slots in the database, so that all replicas stand in one queue. */
@Singleton
class StoredHostSlots implements HostSlots {
    private final EntityManager entityManager;
    private final FetchConfig config;
    private final Clock clock;

    StoredHostSlots(EntityManager entityManager, FetchConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.config = config;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * <p>While a request is under way the slot is taken for as long as one may last, so that a replica that dies
     * holds it no longer than that.
     */
    @Override
    public @Nullable Instant take(String host, Duration gap) {
        Instant now = clock.instant();
        Instant longest = now.plus(config.totalTime()).plus(gap);
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> taken = entityManager
                    .createNativeQuery("""
                            insert into host_slot (host, next_free_at) values (:host, :until)
                            on conflict (host) do update set next_free_at = excluded.next_free_at
                            where host_slot.next_free_at <= :now
                            returning host""")
                    .setParameter("host", host)
                    .setParameter("until", longest)
                    .setParameter("now", now)
                    .getResultList();
            return taken.isEmpty() ? comeBack(now, nextFree(host), gap) : null;
        });
    }

    @Override
    public void release(String host, Duration gap) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update host_slot set next_free_at = :next where host = :host")
                        .setParameter("host", host)
                        .setParameter("next", clock.instant().plus(gap))
                        .executeUpdate());
    }

    private Instant nextFree(String host) {
        return (Instant) entityManager
                .createNativeQuery("select next_free_at from host_slot where host = :host", Instant.class)
                .setParameter("host", host)
                .getSingleResult();
    }

    /** A request under way will be done long before its longest time; and not all who wait should come at once. */
    private static Instant comeBack(Instant now, Instant nextFree, Duration gap) {
        Instant soon = now.plus(gap);
        Instant at = nextFree.isBefore(soon) ? nextFree : soon;
        return at.plusMillis(ThreadLocalRandom.current().nextLong(gap.toMillis() + 1));
    }
}
