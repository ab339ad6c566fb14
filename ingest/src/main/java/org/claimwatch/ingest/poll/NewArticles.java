package org.claimwatch.ingest.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.feed.FeedEntry;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.fetch.CanonicalUrl;

/** Which of the announced articles are unknown? Those are kept, and their fetching is enqueued. */
@ApplicationScoped
class NewArticles {
    private final EntityManager entityManager;
    private final DataSource dataSource;
    private final Clock clock;

    NewArticles(EntityManager entityManager, DataSource dataSource, Clock clock) {
        this.entityManager = entityManager;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Takes part in the caller's transaction.
     *
     * @return how many were unknown
     */
    int add(Feed feed, ParsedFeed parsed) {
        var client = Queue.INGEST.client(dataSource);
        int added = 0;
        for (FeedEntry entry : parsed.entries()) {
            Optional<String> url = Optional.ofNullable(entry.link()).flatMap(CanonicalUrl::of);
            Optional<Long> id = url.flatMap(address -> insert(feed, address, entry));
            if (id.isPresent()) {
                client.scheduleIfNotExists(FetchArticle.TASK
                        .instance(id.get().toString())
                        .data(new FetchArticle(id.get()))
                        .scheduledTo(clock.instant()));
                added++;
            }
        }
        return added;
    }

    private Optional<Long> insert(Feed feed, String url, FeedEntry entry) {
        Instant announced = entry.published() == null ? entry.updated() : entry.published();
        List<?> inserted = entityManager
                .createNativeQuery("""
                        insert into article (outlet_id, url, announced_title, announced_at, discovered_at)
                        values (:outlet, :url, :title, cast(:announced as timestamptz), :now)
                        on conflict (outlet_id, url) do nothing returning id""", Long.class)
                .setParameter("outlet", feed.outlet.id)
                .setParameter("url", url)
                .setParameter("title", entry.title())
                .setParameter("announced", announced)
                .setParameter("now", clock.instant())
                .getResultList();
        return inserted.stream().findFirst().map(Long.class::cast);
    }
}
