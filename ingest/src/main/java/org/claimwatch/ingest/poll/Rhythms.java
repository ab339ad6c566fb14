package org.claimwatch.ingest.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimwatch.common.outlet.Feed;
import org.jspecify.annotations.Nullable;

/** In what rhythm does a feed yield? Kept with each new entry. */
@ApplicationScoped
class Rhythms {
    /** What a feed shows of its past when it is asked first counts this far back. */
    private static final Duration PAST = Duration.ofDays(28);

    private final EntityManager entityManager;

    Rhythms(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** As of the newest entry. */
    Rhythm of(long feedId, Instant now) {
        FeedRhythm kept = entityManager.find(FeedRhythm.class, feedId);
        return kept == null ? Rhythm.unknown(now) : kept.rhythm();
    }

    /** Learns from new entries, in the caller's transaction; they came since the feed was last asked with success. */
    Rhythm learn(Feed feed, NewArticles.Added added, Instant now) {
        long id = Objects.requireNonNull(feed.id);
        FeedRhythm kept = entityManager.find(FeedRhythm.class, id);
        Rhythm learnt = kept == null
                ? past(added.announced(), now)
                : kept.rhythm().with(times(added, feed.lastSuccessAt, now), now);
        if (kept == null) {
            entityManager.persist(new FeedRhythm(id, learnt));
        } else {
            kept.become(learnt);
        }
        return learnt;
    }

    /** What a feed tells of its own past at the first sight of it: its dated entries since the oldest. */
    private static Rhythm past(List<Instant> announced, Instant now) {
        List<Instant> dated = announced.stream()
                .filter(time -> time.isBefore(now) && time.isAfter(now.minus(PAST)))
                .sorted()
                .toList();
        return dated.size() < 2
                ? Rhythm.unknown(now)
                : Rhythm.unknown(dated.getFirst()).with(dated, now);
    }

    /**
     * When each entry came: as it says, if that lies between the two polls that it must have come between, else spread
     * over that time; a clock that runs wrong shifts nobody's rhythm by more than a poll.
     */
    private static List<Instant> times(NewArticles.Added added, @Nullable Instant before, Instant now) {
        Instant from = before == null ? now : before;
        List<Instant> times = new ArrayList<>(added.announced().stream()
                .filter(said -> !said.isBefore(from) && !said.isAfter(now))
                .toList());
        Duration between = Duration.between(from, now);
        int unknown = added.count() - times.size();
        for (int i = 1; i <= unknown; i++) {
            times.add(from.plus(between.multipliedBy(i).dividedBy(unknown + 1L)));
        }
        return times;
    }
}
