package org.claimwatch.ingest.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which outlets are silent, since when, and what is usual? Takes part in the caller's transaction. */
@ApplicationScoped
class Silences {
    private final EntityManager entityManager;

    Silences(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What an outlet published lately.
     *
     * @param articles when each came: as announced, where that is not long before it was found
     * @param from since when the outlet is watched
     * @param newest null if there is none
     * @param askedUntil until when nothing can have escaped us, or a feed fails; null if no feed is asked
     */
    record Past(
            List<Instant> articles,
            Instant from,
            @Nullable Instant newest,
            @Nullable Instant askedUntil) {}

    /** Outlets that announced nothing since a time, and those that were silent before. */
    List<Long> outletsToLookAt(Instant quietSince) {
        List<?> outlets = entityManager
                .createNativeQuery("""
                        select f.outlet_id from feed f where f.state <> 'RETIRED' group by f.outlet_id
                        having max(f.last_new_entry_at) < :since
                        union select outlet_id from outlet_silence where ended_at is null
                        order by 1""", Long.class)
                .setParameter("since", quietSince)
                .getResultList();
        return outlets.stream().map(Long.class::cast).toList();
    }

    Past past(long outlet, Instant now) {
        List<?> times = entityManager
                .createNativeQuery("""
                        select case when announced_at between discovered_at - interval '26 hours' and discovered_at
                                    then announced_at else discovered_at end
                        from article where outlet_id = :outlet and discovered_at > :earliest""", Instant.class)
                .setParameter("outlet", outlet)
                // The past ends with the newest article, which may lie some weeks back itself.
                .setParameter("earliest", now.minus(UsualVolume.PAST.multipliedBy(2)))
                .getResultList();
        List<Instant> articles =
                times.stream().map(Instant.class::cast).sorted().toList();
        Tuple feeds = (Tuple) entityManager
                .createNativeQuery("""
                        select min(created_at) as first, max(last_poll_at) as asked,
                               coalesce(bool_or(state = 'FAILING'), false) as failing
                        from feed where outlet_id = :outlet and state <> 'RETIRED'""", Tuple.class)
                .setParameter("outlet", outlet)
                .getSingleResult();
        Instant created = feeds.get("first", Instant.class);
        Instant asked = feeds.get("asked", Instant.class);
        Instant from = created == null ? now : created;
        return new Past(
                articles,
                from,
                articles.isEmpty() ? null : articles.getLast(),
                asked != null && feeds.get("failing", Boolean.class) ? now : asked);
    }

    /** Opens a silence or brings an open one up to date; true if it was not known before. */
    boolean begin(long outlet, Instant since, Instant now, double perWeek, double usual, double chance) {
        return entityManager
                        .createNativeQuery("""
                        insert into outlet_silence (outlet_id, since, noticed_at, usual_per_week, usual_since, chance)
                        values (:outlet, :since, :now, :week, :usual, :chance)
                        on conflict (outlet_id) where ended_at is null do update
                          set usual_since = excluded.usual_since, chance = excluded.chance
                        returning noticed_at = :now""", Boolean.class)
                        .setParameter("outlet", outlet)
                        .setParameter("since", since)
                        .setParameter("now", now)
                        .setParameter("week", (float) perWeek)
                        .setParameter("usual", (float) usual)
                        .setParameter("chance", chance)
                        .getSingleResult()
                == Boolean.TRUE;
    }

    void end(long outlet, Instant now) {
        entityManager
                .createNativeQuery(
                        "update outlet_silence set ended_at = :now where outlet_id = :outlet and ended_at is null")
                .setParameter("now", now)
                .setParameter("outlet", outlet)
                .executeUpdate();
    }
}
