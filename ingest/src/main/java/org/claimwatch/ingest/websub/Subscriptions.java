package org.claimwatch.ingest.websub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.Reply;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;

/** Which hubs tell us of which feeds, and can they be relied upon? Takes part in the caller's transaction. */
@ApplicationScoped
public class Subscriptions {
    /** A hub that lets so many changes pass in silence is not relied upon until it tells us of one again. */
    private static final int MISSED_TOO_MANY = 2;

    /** Pushes that come closer than this cause one poll. */
    private static final Duration BETWEEN_POLLS = Duration.ofMinutes(1);

    private final EntityManager entityManager;
    private final WebSubConfig config;

    Subscriptions(EntityManager entityManager, WebSubConfig config) {
        this.entityManager = entityManager;
        this.config = config;
    }

    /** Notes the hub that a feed announced, or that it announces none any more. */
    public void note(Feed feed, Reply reply, ParsedFeed parsed, Instant now) {
        if (config.callback().isEmpty()) {
            return;
        }
        long id = Objects.requireNonNull(feed.id);
        Optional<Hub> hub = Hub.of(reply, parsed);
        HubSubscription known = entityManager.find(HubSubscription.class, id);
        if (hub.isEmpty()) {
            if (known != null && known.state != SubscriptionState.UNWANTED) {
                known.state = SubscriptionState.UNWANTED;
                known.requestedAt = null;
                known.nextStepAt = now;
            }
        } else if (known == null) {
            entityManager.persist(
                    new HubSubscription(id, hub.get().url(), hub.get().topic(), now));
        } else if (!known.hubUrl.equals(hub.get().url())
                || !known.topicUrl.equals(hub.get().topic())) {
            // The old hub learns by our silence: its lease runs out, and its pushes find nobody under the old token.
            entityManager.remove(known);
            entityManager.flush();
            entityManager.persist(
                    new HubSubscription(id, hub.get().url(), hub.get().topic(), now));
        } else if (known.state == SubscriptionState.UNWANTED) {
            known.state = SubscriptionState.WANTED;
            known.nextStepAt = now;
        }
    }

    /**
     * Counts what a hub let pass, and tells whether it may be relied upon.
     *
     * @param polledBefore when the feed was polled before this time
     * @param foundNew whether this poll found something new
     */
    public boolean areRelied(long feedId, @Nullable Instant polledBefore, boolean foundNew, Instant now) {
        HubSubscription known = entityManager.find(HubSubscription.class, feedId);
        if (known == null || !known.isActive(now) || known.lastPushAt == null) {
            return false;
        }
        if (foundNew && polledBefore != null && known.lastPushAt.isBefore(polledBefore)) {
            known.missed++;
        }
        return known.missed < MISSED_TOO_MANY;
    }

    /** A push that came while the feed was being asked may be about something newer than the answer. */
    public boolean pushedSince(long feedId, Instant started) {
        HubSubscription known = entityManager.find(HubSubscription.class, feedId);
        return known != null && known.lastPushAt != null && known.lastPushAt.isAfter(started);
    }

    Optional<HubSubscription> byToken(String token) {
        return entityManager
                .createQuery("from HubSubscription where token = :token", HubSubscription.class)
                .setParameter("token", token)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The hub says that the feed has changed: it is polled at once, though not more often than every minute. */
    void pushed(HubSubscription subscription, Instant now) {
        subscription.lastPushAt = now;
        subscription.missed = 0;
        entityManager
                .createNativeQuery("""
                        update feed set next_poll_at = greatest(:now, last_poll_at + cast(:apart as interval)),
                          next_poll_reason = 'its hub says that it has changed'
                        where id = :feed and state <> 'RETIRED'""")
                .setParameter("now", now)
                .setParameter("apart", BETWEEN_POLLS.toSeconds() + " seconds")
                .setParameter("feed", subscription.feedId)
                .executeUpdate();
    }

    void remove(HubSubscription subscription) {
        entityManager.remove(subscription);
    }

    /** Those for which something is to be done, each handed to one replica for a while. */
    List<HubSubscription> due(Instant now, Duration lease, int most) {
        List<HubSubscription> due = entityManager
                .createQuery("from HubSubscription where nextStepAt <= :now order by nextStepAt", HubSubscription.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList();
        due.forEach(subscription -> subscription.nextStepAt = now.plus(lease));
        return due;
    }

    @Nullable HubSubscription lock(long feedId) {
        return entityManager.find(HubSubscription.class, feedId, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean isPolled(long feedId) {
        return !entityManager
                .createNativeQuery("select 1 from feed where id = :feed and state <> 'RETIRED'")
                .setParameter("feed", feedId)
                .getResultList()
                .isEmpty();
    }
}
