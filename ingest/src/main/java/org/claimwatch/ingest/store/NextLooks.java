package org.claimwatch.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.claimwatch.common.article.Article;
import org.claimwatch.ingest.store.RefetchPolicy.Habit;

/** Notes what a look at an article found, and when the next one is. */
@ApplicationScoped
class NextLooks {
    /** An outlet's habit is told from so many of its newest articles. */
    private static final int NEWEST = 200;

    private final EntityManager entityManager;
    private final RefetchPolicy policy;
    private final Clock clock;

    NextLooks(EntityManager entityManager, RefetchConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.policy = new RefetchPolicy(config);
        this.clock = clock;
    }

    void afterPage(Article article, Instant born, boolean first, boolean changed) {
        Instant now = clock.instant();
        article.lastFetchedAt = now;
        if (first) {
            article.nextFetchAt = policy.onFirst(born, now, habit(article)).orElse(null);
            return;
        }
        article.looks++;
        article.changedLooks += changed ? 1 : 0;
        article.unchangedLooks = changed ? 0 : article.unchangedLooks + 1;
        article.nextFetchAt = changed
                ? policy.onChanged(born, now).orElse(null)
                : policy.onUnchanged(born, now, article.unchangedLooks, habit(article))
                        .orElse(null);
    }

    void afterFailure(Article article, Instant born) {
        Instant now = clock.instant();
        article.lastFetchedAt = now;
        article.nextFetchAt = policy.onUnchanged(born, now, 0, Habit.UNKNOWN).orElse(null);
    }

    /** Whether a page that was missing before, and is missing now, has gone. */
    boolean isSurelyMissing(Article article) {
        return article.missingSince != null && policy.isSure(article.missingSince, clock.instant());
    }

    void afterMissing(Article article, Instant born) {
        Instant now = clock.instant();
        article.lastFetchedAt = now;
        article.nextFetchAt = (article.withdrawnAt == null
                        ? policy.onMissing(now)
                        : policy.onUnchanged(born, now, 0, Habit.UNKNOWN))
                .orElse(null);
    }

    private Habit habit(Article article) {
        Object[] sums = (Object[]) entityManager
                .createNativeQuery("""
                        select coalesce(sum(looks), 0), coalesce(sum(changed_looks), 0)
                        from (select looks, changed_looks from article where outlet_id = :outlet
                              order by discovered_at desc limit :newest) newest""")
                .setParameter("outlet", article.outlet.id)
                .setParameter("newest", NEWEST)
                .getSingleResult();
        return new Habit(((Number) sums[0]).longValue(), ((Number) sums[1]).longValue());
    }
}
