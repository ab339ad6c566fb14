package org.claimwatch.ingest.poll;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.hibernate.Timeouts;

/** Which feeds are to be asked now? Each is handed to one replica alone. */
@ApplicationScoped
class DueFeeds implements PanacheRepository<Feed> {
    List<Feed> lock(Instant now, int most) {
        return find("state <> ?1 and nextPollAt <= ?2 order by nextPollAt", FeedState.RETIRED, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .page(0, most)
                .list();
    }
}
