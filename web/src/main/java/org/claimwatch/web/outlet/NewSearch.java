package org.claimwatch.web.outlet;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.common.task.DiscoverFeeds;
import org.claimwatch.common.task.Queue;

/** Has ingest look for an outlet's feeds. */
@ApplicationScoped
class NewSearch {
    private static final Duration KEPT = Duration.ofDays(30);

    private final EntityManager entities;
    private final SchedulerClient queue;
    private final Clock clock;

    NewSearch(EntityManager entities, AgroalDataSource dataSource, Clock clock) {
        this.entities = entities;
        this.queue = Queue.INGEST.client(dataSource);
        this.clock = clock;
    }

    /** The outlet that is watched under this address already. */
    Optional<Outlet> watched(HomeAddress home) {
        List<?> found = entities.createNativeQuery(
                        "select * from outlet where regexp_replace(lower(home_url), :around, '', 'g') = :key limit 1",
                        Outlet.class)
                .setParameter("around", HomeAddress.AROUND)
                .setParameter("key", HomeAddress.key(home.first()))
                .getResultList();
        return found.stream().map(Outlet.class::cast).findFirst();
    }

    /** A search for somebody who waits; the one under way, if there is one. */
    @Transactional
    long start(HomeAddress home) {
        entities.createQuery("delete from OutletSearch where startedAt < :old")
                .setParameter("old", clock.instant().minus(KEPT))
                .executeUpdate();
        return entities.createQuery("from OutletSearch where address = :address and state = :state", OutletSearch.class)
                .setParameter("address", home.first())
                .setParameter("state", SearchState.RUNNING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(running -> Objects.requireNonNull(running.id))
                .orElseGet(() -> enqueue(new OutletSearch(home.first(), clock.instant()), home));
    }

    /** A search for an outlet from a list, which takes by itself what would be suggested to a person. */
    @Transactional
    void startFor(Outlet outlet, HomeAddress home) {
        var search = new OutletSearch(home.first(), clock.instant());
        search.outlet = outlet;
        search.adopts = true;
        enqueue(search, home);
    }

    private long enqueue(OutletSearch search, HomeAddress home) {
        entities.persist(search);
        home.spellings()
                .forEach(spelling -> entities.persist(new FeedCandidate(search, spelling, CandidateOrigin.HOME_PAGE)));
        entities.flush();
        long id = Objects.requireNonNull(search.id);
        queue.scheduleIfNotExists(DiscoverFeeds.TASK
                .instance(Long.toString(id))
                .data(new DiscoverFeeds(id))
                .scheduledTo(clock.instant()));
        return id;
    }
}
