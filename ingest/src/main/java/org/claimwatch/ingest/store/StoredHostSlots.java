package org.claimwatch.ingest.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.claimwatch.ingest.fetch.FetchConfig;
import org.claimwatch.ingest.robots.HostSlots;
import org.jspecify.annotations.Nullable;

/** Keeps the hosts' slots in the database, so that all replicas stand in one queue. */
@Singleton
class StoredHostSlots implements HostSlots {
    /** Who finds all places taken looks again after a second or three. */
    private static final long PLACES_TAKEN_MS = 1_000;

    private static final long SOONEST_MS = 250;

    private final EntityManager entityManager;
    private final FetchConfig config;
    private final Clock clock;
    private volatile boolean placesFilled;

    StoredHostSlots(EntityManager entityManager, FetchConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.config = config;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * <p>While a request is under way the slot is taken for as long as one may last, so that a replica that dies
     * holds it no longer than that; the same holds for its place among all requests at once.
     */
    @Override
    public @Nullable Instant take(String host, Duration gap) {
        fillPlaces();
        Instant now = clock.instant();
        Instant longest = now.plus(config.totalTime()).plus(gap);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!takeSlot(host, now, longest)) {
                return ticket(host, now, gap);
            }
            if (!takePlace(host, now, longest)) {
                giveBack(host, now);
                return now.plusMillis(ThreadLocalRandom.current().nextLong(PLACES_TAKEN_MS, 3 * PLACES_TAKEN_MS));
            }
            return null;
        });
    }

    private boolean takeSlot(String host, Instant now, Instant longest) {
        return !entityManager
                .createNativeQuery("""
                        insert into host_slot (host, next_free_at, taken_at) values (:host, :until, :now)
                        on conflict (host) do update set next_free_at = excluded.next_free_at, taken_at = excluded.taken_at
                        where host_slot.next_free_at <= :now
                        returning host""")
                .setParameter("host", host)
                .setParameter("until", longest)
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
    }

    private void giveBack(String host, Instant now) {
        entityManager
                .createNativeQuery("update host_slot set next_free_at = :now, taken_at = null where host = :host")
                .setParameter("host", host)
                .setParameter("now", now)
                .executeUpdate();
    }

    private boolean takePlace(String host, Instant now, Instant longest) {
        return entityManager
                        .createNativeQuery("""
                        update fetch_place set host = :host, taken_until = :until where number = (
                          select number from fetch_place where taken_until <= :now and number < :most
                          order by taken_until limit 1 for update skip locked)""")
                        .setParameter("host", host)
                        .setParameter("until", longest)
                        .setParameter("now", now)
                        .setParameter("most", config.atOnce())
                        .executeUpdate()
                == 1;
    }

    /**
     * When to come back: each who waits is told a time of its own, as far apart as the host's requests usually take
     * with the pause between them, so that a long queue costs one look for each and not one each second.
     */
    private Instant ticket(String host, Instant now, Duration gap) {
        Object ticket = entityManager
                .createNativeQuery("""
                        update host_slot set next_ticket_at = greatest(
                            next_ticket_at,
                            :soonest,
                            case when taken_at is null then next_free_at
                                 else taken_at + make_interval(secs => :gap + pace_ms / 1000.0) end)
                          + make_interval(secs => :gap + pace_ms / 1000.0)
                        where host = :host
                        returning next_ticket_at - make_interval(secs => :gap + pace_ms / 1000.0)""", Instant.class)
                .setParameter("host", host)
                .setParameter("soonest", now.plusMillis(SOONEST_MS))
                .setParameter("gap", seconds(gap))
                .getSingleResult();
        return (Instant) ticket;
    }

    @Override
    public void release(String host, Duration gap) {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            entityManager
                    .createNativeQuery("""
                            update host_slot set next_free_at = :next, taken_at = null, pace_ms = (3 * pace_ms + least(
                                60000, greatest(0, extract(epoch from :now - coalesce(taken_at, :now)) * 1000))) / 4
                            where host = :host""")
                    .setParameter("host", host)
                    .setParameter("now", now)
                    .setParameter("next", now.plus(gap))
                    .executeUpdate();
            entityManager
                    .createNativeQuery("update fetch_place set host = null, taken_until = :now where host = :host")
                    .setParameter("host", host)
                    .setParameter("now", now)
                    .executeUpdate();
        });
    }

    /** The places are rows; a replica with a larger limit than those before it adds the missing ones. */
    private void fillPlaces() {
        if (placesFilled) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("""
                                insert into fetch_place (number, taken_until)
                                select number, cast('-infinity' as timestamptz)
                                from generate_series(0, :most - 1) as number on conflict do nothing""")
                        .setParameter("most", config.atOnce())
                        .executeUpdate());
        placesFilled = true;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
