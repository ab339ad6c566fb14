package org.claimwatch.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A search is seen while it runs, stays small whatever it meets, and ends once. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class SearchRunTest {
    @Inject
    TestSearches searches;

    @Inject
    Searches ending;

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    private final LocalHost host = new LocalHost();

    @AfterEach
    void clean() {
        host.close();
        searches.clear();
    }

    @Test
    void a_hostile_home_page_costs_it_a_few_dozen_requests() {
        StringBuilder links = new StringBuilder("<html><body>");
        for (int i = 0; i < 10_000; i++) {
            links.append("<a href=/rss/%d.rss>RSS</a> <nav><a href=/n%d/>News</a></nav>".formatted(i, i));
        }
        String page = links.toString();
        String more = page.replace("/rss/", "/rss/more");
        host.on("/", 200, page);
        for (int i = 0; i < 10_000; i += 3) {
            host.on("/rss/%d.rss".formatted(i), 302, "", "Location", "/rss/%d.rss".formatted(i));
            host.on("/rss/%d.rss".formatted(i + 1), 200, more);
            host.on("/n%d/".formatted(i), 200, page);
        }
        long id = searches.run(host.base());
        assertThat(searches.get(id).state).isEqualTo(SearchState.DONE);
        assertThat(searches.candidates(id)).hasSizeLessThanOrEqualTo(60);
        assertThat(host.requests()).hasSizeLessThan(130);
    }

    @Test
    void a_search_is_seen_while_it_runs_and_ends_once() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        host.on("/", 200, "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>")
                .on("/feed", exchange -> {
                    byte[] feed = TestSearches.RSS.getBytes(StandardCharsets.UTF_8);
                    try (exchange) {
                        assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
                        exchange.sendResponseHeaders(200, feed.length);
                        exchange.getResponseBody().write(feed);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        long id = searches.start(host.base());
        Thread search = Thread.startVirtualThread(() -> searches.finish(id));
        await().until(() -> host.requests().contains("/feed"));
        assertThat(searches.get(id).homeUrl).isEqualTo(host.base() + "/");
        assertThat(searches.get(id).state).isEqualTo(SearchState.RUNNING);
        assertThat(searches.candidate(id, host.base() + "/feed").verdict).isEqualTo(CandidateVerdict.WAITING);
        seen.countDown();
        search.join();
        Instant ended = searches.get(id).endedAt;
        searches.finish(id);
        assertThat(ended).isNotNull().isEqualTo(searches.get(id).endedAt);
        assertThat(host.requests()).containsExactly("/robots.txt", "/", "/feed");
    }

    @Test
    void an_outlet_from_a_list_takes_what_would_have_been_ticked() {
        long id = searches.start("http://127.0.0.1:1/");
        long outlet = QuarkusTransaction.requiringNew().call(() -> {
            OutletSearch search = entities.find(OutletSearch.class, id);
            search.outlet = new Outlet("From a list", "http://127.0.0.1:1/", Instant.now());
            search.adopts = true;
            entities.persist(search.outlet);
            FeedCandidate feed = new FeedCandidate(search, "http://127.0.0.1:1/feed", CandidateOrigin.LINK_TAG);
            feed.verdict = CandidateVerdict.FEED;
            feed.kind = FeedKind.RSS;
            feed.title = "All of it";
            entities.persist(feed);
            return search.outlet.id;
        });
        ending.end(id, null);
        ending.end(id, null);
        List<Feed> feeds = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("from Feed where outlet.id = ?1", Feed.class)
                        .setParameter(1, outlet)
                        .getResultList());
        database.run("delete from outlet where id = " + outlet);
        assertThat(feeds)
                .singleElement()
                .satisfies(feed -> assertThat(feed.title).isEqualTo("All of it"));
    }
}
