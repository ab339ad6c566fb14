package org.claimwatch.ingest.discover;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.task.DiscoverFeeds;
import org.claimwatch.common.task.Queue;
import org.hibernate.Session;

/** Searches for an outlet's feeds as a person starts them, and what each has found. */
@ApplicationScoped
class TestSearches {
    static final String RSS = """
            <rss version="2.0"><channel><title>All of it</title><language>en</language>
            <item><title>One</title><link>/1</link><pubDate>Thu, 26 Nov 2026 05:00:00 GMT</pubDate></item>
            <item><title>Two</title><link>/2</link><pubDate>Thu, 26 Nov 2026 04:00:00 GMT</pubDate></item>
            </channel></rss>""";

    private final FeedDiscovery discovery;
    private final Session session;
    private final Database database;
    private final DataSource dataSource;

    TestSearches(FeedDiscovery discovery, Session session, Database database, DataSource dataSource) {
        this.discovery = discovery;
        this.session = session;
        this.database = database;
        this.dataSource = dataSource;
    }

    /** To its end, in the test's own thread. */
    long run(String... homes) {
        long id = start(homes);
        finish(id);
        return id;
    }

    void finish(long id) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> {
                    discovery.search(id);
                    return get(id).state != SearchState.RUNNING;
                });
    }

    /** In the background, as the web service asks for it. */
    long enqueue(String home) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = start(home);
            Queue.INGEST
                    .client(dataSource)
                    .scheduleIfNotExists(DiscoverFeeds.TASK
                            .instance(Long.toString(id))
                            .data(new DiscoverFeeds(id))
                            .scheduledTo(Instant.now()));
            return id;
        });
    }

    long start(String... homes) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            OutletSearch search = new OutletSearch(homes[0], Instant.now());
            session.persist(search);
            for (String home : homes) {
                session.persist(new FeedCandidate(search, home, CandidateOrigin.HOME_PAGE));
            }
            return Objects.requireNonNull(search.id);
        });
    }

    OutletSearch get(long id) {
        return QuarkusTransaction.requiringNew().call(() -> session.find(OutletSearch.class, id));
    }

    List<FeedCandidate> candidates(long id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createQuery(
                                "from FeedCandidate where search.id = ?1 order by id", FeedCandidate.class)
                        .setParameter(1, id)
                        .getResultList());
    }

    FeedCandidate candidate(long id, String url) {
        return candidates(id).stream()
                .filter(candidate -> candidate.url.equals(url))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No candidate " + url));
    }

    void clear() {
        database.run("delete from outlet_search");
    }
}
