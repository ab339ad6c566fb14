package org.claimwatch.ingest.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.task.FetchArticle;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.feed.FeedEntry;
import org.claimwatch.ingest.feed.ParsedFeed;
import org.claimwatch.ingest.store.AnnouncedArticles;
import org.claimwatch.ingest.store.AnnouncedArticles.Announcement;
import org.jspecify.annotations.Nullable;

/** Which of the announced articles are unknown? Those are kept, and their fetching is enqueued. */
@ApplicationScoped
class NewArticles {
    /** An index lists the sitemaps of many years; what is new stands in the newest. */
    private static final int SITEMAPS_FOLLOWED = 3;

    /** A sitemap lists everything that an outlet ever published; beyond these it is archive, and no news. */
    private static final int MOST_AT_ONCE = 1_000;

    private final EntityManager entityManager;
    private final AnnouncedArticles articles;
    private final DataSource dataSource;
    private final Clock clock;

    NewArticles(EntityManager entityManager, AnnouncedArticles articles, DataSource dataSource, Clock clock) {
        this.entityManager = entityManager;
        this.articles = articles;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What was new.
     *
     * @param announced when each was published, as far as the feed says
     */
    record Added(int count, List<Instant> announced) {
        boolean nothing() {
            return count == 0;
        }
    }

    /**
     * Takes part in the caller's transaction.
     *
     * @return those that were unknown
     */
    Added add(Feed feed, ParsedFeed parsed) {
        parsed.sitemaps().stream().limit(SITEMAPS_FOLLOWED).forEach(address -> follow(feed, address));
        List<Long> added = articles.add(
                feed.outlet,
                newest(parsed.entries()).stream()
                        .flatMap(NewArticles::announcement)
                        .toList());
        var client = Queue.INGEST.client(dataSource);
        added.forEach(id -> client.scheduleIfNotExists(FetchArticle.TASK
                .instance(id.toString())
                .data(new FetchArticle(id))
                .scheduledTo(clock.instant())));
        return new Added(added.size(), added.isEmpty() ? List.of() : announcedAt(added));
    }

    private List<Instant> announcedAt(List<Long> articles) {
        List<?> times = entityManager
                .createNativeQuery(
                        "select announced_at from article where id in (:ids) and announced_at is not null",
                        Instant.class)
                .setParameter("ids", articles)
                .getResultList();
        return times.stream().map(Instant.class::cast).toList();
    }

    private static List<FeedEntry> newest(List<FeedEntry> entries) {
        return entries.size() <= MOST_AT_ONCE
                ? entries
                : entries.stream()
                        .sorted(Comparator.comparing(
                                NewArticles::announced, Comparator.nullsLast(Comparator.<Instant>reverseOrder())))
                        .limit(MOST_AT_ONCE)
                        .toList();
    }

    private void follow(Feed feed, String address) {
        entityManager
                .createNativeQuery("""
                        insert into feed (outlet_id, url, next_poll_at) values (:outlet, :url, :now)
                        on conflict (url) do nothing""")
                .setParameter("outlet", feed.outlet.id)
                .setParameter("url", address)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static @Nullable Instant announced(FeedEntry entry) {
        return entry.published() == null ? entry.updated() : entry.published();
    }

    private static Stream<Announcement> announcement(FeedEntry entry) {
        return entry.link() == null
                ? Stream.empty()
                : Stream.of(new Announcement(entry.link(), entry.title(), announced(entry), entry.updated()));
    }
}
