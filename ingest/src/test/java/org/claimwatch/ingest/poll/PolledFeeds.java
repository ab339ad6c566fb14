package org.claimwatch.ingest.poll;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.Database;
import org.hibernate.Session;

/** Feeds that are never due, so that only a test polls them, and what they send. */
@ApplicationScoped
class PolledFeeds {
    private final FeedPolling polling;
    private final Session session;
    private final Database database;

    PolledFeeds(FeedPolling polling, Session session, Database database) {
        this.polling = polling;
        this.session = session;
        this.database = database;
    }

    long add(String url) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Outlet outlet = new Outlet("Test", url + "#home", Instant.now());
            Feed feed = new Feed(outlet, url, Instant.now().plus(Duration.ofDays(1)));
            session.persist(outlet);
            session.persist(feed);
            session.flush();
            return Objects.requireNonNull(feed.id);
        });
    }

    /** Robots.txt and the pause after it come first, so it may take some calls. */
    Feed poll(long id) {
        Instant before = get(id).lastPollAt;
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            polling.poll(id);
            return !Objects.equals(get(id).lastPollAt, before);
        });
        return get(id);
    }

    Feed get(long id) {
        return QuarkusTransaction.requiringNew().call(() -> session.find(Feed.class, id));
    }

    void aDayLater(long id) {
        database.run("update feed set last_body_at = last_body_at - interval '25 hours' where id = " + id);
    }

    void clear() {
        database.run("delete from outlet");
    }

    static String rss(String... names) {
        return rss(List.of(names).stream()
                .map(name -> "<item><title>%s</title><link>http://127.0.0.2:9/%s</link></item>".formatted(name, name))
                .toList());
    }

    static String rss(List<String> items) {
        return "<rss version='2.0'><channel><title>T</title>" + String.join("", items) + "</channel></rss>";
    }
}
