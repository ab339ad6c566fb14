package org.claimwatch.web.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;

/** What an administrator has done with a feed's polling: the feed's row is its own place in the queue. */
@ApplicationScoped
class FeedSteering {
    private final EntityManager entities;
    private final Clock clock;

    FeedSteering(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Has it asked now. Each of these tells the feed's outlet, and nothing if there is no such feed. */
    @Transactional
    Optional<Long> pollNow(long feedId) {
        return steer(feedId, feed -> {
            if (feed.state != FeedState.RETIRED) {
                feed.nextPollAt = clock.instant();
                feed.nextPollReason = "an administrator asked for it";
            }
        });
    }

    /** Retired, so that nobody polls it, and marked, so that it is told from one that gave up. */
    @Transactional
    Optional<Long> stop(long feedId) {
        return steer(feedId, feed -> {
            if (feed.state != FeedState.RETIRED) {
                feed.state = FeedState.RETIRED;
                feed.stoppedAt = clock.instant();
                feed.nextPollReason = "stopped by an administrator";
            }
        });
    }

    /** It starts afresh: old troubles and an old distrust are no reason to leave it alone. */
    @Transactional
    Optional<Long> resume(long feedId) {
        return steer(feedId, feed -> {
            if (feed.state == FeedState.RETIRED) {
                feed.state = feed.lastSuccessAt == null ? FeedState.NEW : FeedState.ACTIVE;
                feed.stoppedAt = null;
                feed.nextPollAt = clock.instant();
                feed.nextPollReason = "resumed by an administrator";
                feed.consecutiveFailures = 0;
                feed.lastError = null;
                feed.trouble = null;
                feed.troubleStatus = null;
                feed.troubleEvidence = null;
                feed.troubleSince = null;
                feed.validators = null;
                feed.validatorsEvidence = null;
                feed.validatorsSince = null;
                feed.validatorsOnTrial = false;
            }
        });
    }

    private interface Change {
        void to(Feed feed);
    }

    private Optional<Long> steer(long feedId, Change change) {
        Feed feed = entities.find(Feed.class, feedId, LockModeType.PESSIMISTIC_WRITE);
        if (feed == null) {
            return Optional.empty();
        }
        change.to(feed);
        return Optional.of(Objects.requireNonNull(feed.outlet.id));
    }
}
