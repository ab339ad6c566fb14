package org.claimwatch.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.claimwatch.common.outlet.CandidateOrigin;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.DiscoverFeeds;
import org.claimwatch.common.task.Queue;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePress;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From home pages alone, on real hosts. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class FeedDiscoveryTest {
    private static final String RSS = """
            <rss version="2.0"><channel><title>All of it</title><language>en</language>
            <item><title>One</title><link>/1</link><pubDate>Thu, 26 Nov 2026 05:00:00 GMT</pubDate></item>
            <item><title>Two</title><link>/2</link><pubDate>Thu, 26 Nov 2026 04:00:00 GMT</pubDate></item>
            </channel></rss>""";

    SamplePress press;

    @Inject
    FeedDiscovery discovery;

    @Inject
    Searches searches;

    @Inject
    EntityManager entities;

    @Inject
    DataSource dataSource;

    private final LocalHost host = new LocalHost();

    @AfterEach
    void clean() {
        host.close();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        entities.createNativeQuery("delete from outlet_search").executeUpdate());
    }

    @Test
    void the_feeds_of_all_eight_outlets_are_found_from_their_home_pages_alone() {
        Map<String, Found> expected = Map.of(
                "halyard.example", found("Halyard", "en", FeedKind.NEWS_SITEMAP, "/sitemap-news.xml"),
                "kta.example", found("KTA", "en", FeedKind.RSS, "/rss.xml"),
                "dalmaraone.example", found("Dalmara One", "en", FeedKind.ATOM, "/feeds/all.atom"),
                "brennhavencourier.example", found("The Brennhaven Courier", "en-GB", FeedKind.JSON, "/feed.json"),
                "countinghouse.example", found("Counting House", "en", FeedKind.RDF, "/rss.rdf"),
                "sableharbourgazette.example",
                        found(
                                "Sable Harbour Gazette",
                                "en",
                                FeedKind.SECTION_PAGE,
                                "/news/harbour/index.htm",
                                "/news/national/index.htm"),
                "sada-almasabb.example", found("صدى المصب", "ar", FeedKind.RSS, "/rss.xml"),
                "abendbote.example", found("Lindmarker Abendbote", "de", FeedKind.RSS, "/rss/alle.xml"));
        Map<String, Long> ids = new HashMap<>();
        expected.keySet().forEach(domain -> ids.put(domain, enqueue(press.base(domain) + "/")));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(ids.values())
                        .allSatisfy(id -> assertThat(search(id).state).isEqualTo(SearchState.DONE)));
        expected.forEach((domain, outlet) ->
                assertThat(seen(ids.get(domain), press.base(domain))).as(domain).isEqualTo(outlet));
        assertThat(press.requests()).noneMatch(request -> request.contains("/private/"));
    }

    /** What a person is shown, and what is ticked. */
    private record Found(String name, String language, FeedKind kind, List<String> suggested) {}

    private static Found found(String name, String language, FeedKind kind, String... paths) {
        return new Found(name, language, kind, List.of(paths));
    }

    private Found seen(long id, String base) {
        OutletSearch search = search(id);
        List<FeedCandidate> ticked =
                candidates(id).stream().filter(candidate -> candidate.suggested).toList();
        return new Found(
                search.name,
                search.language,
                ticked.isEmpty() ? null : ticked.getFirst().kind,
                ticked.stream()
                        .map(candidate -> candidate.url.substring(base.length()))
                        .sorted()
                        .toList());
    }

    @Test
    void what_is_shown_of_a_feed_was_read_in_it_and_a_refusal_says_why() {
        host.on("/robots.txt", 200, "User-agent: *\nDisallow: /secret\n")
                .on("/", 200, """
                        <html><head><link rel=alternate type=application/rss+xml href=/feed>
                        <link rel=alternate type=application/rss+xml href=/gone.xml>
                        <link rel=alternate type=application/rss+xml href=/page.xml>
                        <link rel=alternate type=application/rss+xml href=/empty.xml>
                        <link rel=alternate type=application/rss+xml href=/moved.xml>
                        <link rel=alternate type=application/rss+xml href=/secret.xml></head></html>""")
                .on("/feed", 200, RSS)
                .on("/page.xml", 200, "<!doctype html><html><body>Not here</body></html>")
                .on("/empty.xml", 200, "<rss version='2.0'><channel><title>E</title></channel></rss>")
                .on("/moved.xml", 301, "", "Location", "/feed");
        long id = run(host.base());
        FeedCandidate feed = candidate(id, "/feed");
        assertThat(feed.verdict).isEqualTo(CandidateVerdict.FEED);
        assertThat(feed.suggested).isTrue();
        assertThat(feed.kind).isEqualTo(FeedKind.RSS);
        assertThat(feed.title).isEqualTo("All of it");
        assertThat(feed.language).isEqualTo("en");
        assertThat(feed.entries).isEqualTo(2);
        assertThat(feed.newestAt).isEqualTo("2026-11-26T05:00:00Z");
        assertThat(candidate(id, "/gone.xml").reason).isEqualTo("127.0.0.1 answered 404");
        assertThat(candidate(id, "/page.xml").reason).isEqualTo("a web page came instead of the feed");
        assertThat(candidate(id, "/empty.xml").reason).isEqualTo("it announces nothing");
        assertThat(candidate(id, "/moved.xml").reason).contains("which is listed by itself");
        assertThat(candidate(id, "/secret.xml").reason).contains("robots.txt", "disallows /secret.xml");
        assertThat(host.requests()).doesNotContain("/secret.xml").doesNotContain("/rss.xml");
    }

    @Test
    void a_home_page_that_robots_txt_forbids_is_not_read() {
        host.on("/robots.txt", 200, "User-agent: *\nDisallow: /\n").on("/", 200, "<html></html>");
        OutletSearch search = search(run(host.base()));
        assertThat(search.state).isEqualTo(SearchState.FAILED);
        assertThat(search.problem).contains("robots.txt of 127.0.0.1 disallows /");
        assertThat(host.requests()).containsOnly("/robots.txt");
    }

    @Test
    void addresses_inside_and_hosts_that_are_not_there_are_named() {
        assertThat(search(run("http://169.254.169.254/latest/")).problem).contains("169.254.169.254");
        assertThat(search(run("http://nobody.invalid/")).problem).contains("there is no host named nobody.invalid");
    }

    @Test
    void the_second_spelling_of_a_home_page_is_tried_where_the_first_does_not_answer() {
        host.on("/", 200, "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>")
                .on("/feed", 200, RSS);
        long id = run("https://127.0.0.1:1", host.base());
        assertThat(search(id).homeUrl).isEqualTo(host.base() + "/");
        assertThat(candidate(id, "/feed").suggested).isTrue();
    }

    @Test
    void a_feed_given_for_the_home_page_leads_to_it() {
        host.on("/deep/feed.rss", 200, RSS.replace("<title>All", "<link>/welcome</link><title>All"))
                .on("/", 200, "<html lang=en><head><title>Post</title></head><body>x</body></html>");
        long id = run(host.base() + "/deep/feed.rss");
        assertThat(search(id).homeUrl).isEqualTo(host.base() + "/");
        assertThat(search(id).name).isEqualTo("Post");
        assertThat(candidate(id, "/deep/feed.rss").suggested).isTrue();
    }

    @Test
    void a_page_of_feeds_and_a_list_of_sitemaps_are_followed_one_step() {
        host.on("/", 200, "<html><body><a href=/rss>RSS</a></body></html>")
                .on("/robots.txt", 200, "Sitemap: %s/map.xml\n".formatted(host.base()))
                .on(
                        "/rss",
                        200,
                        "<!doctype html><html><a href=/world.rss>World</a> <a href=/sport.rss>Sport</a></html>")
                .on("/world.rss", 200, RSS)
                .on("/map.xml", 200, """
                        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <sitemap><loc>/map-1.xml</loc></sitemap><sitemap><loc>/map-news.xml</loc></sitemap>
                        </sitemapindex>""");
        long id = run(host.base());
        assertThat(candidate(id, "/world.rss").verdict).isEqualTo(CandidateVerdict.FEED);
        assertThat(candidate(id, "/sport.rss").verdict).isEqualTo(CandidateVerdict.REFUSED);
        assertThat(host.requests()).as("a feed was found before").doesNotContain("/map.xml");
        host.on("/world.rss", 404, "");
        long again = run(host.base());
        assertThat(candidate(again, "/map.xml").reason).contains("a list of 2 sitemaps");
        assertThat(host.requests()).contains("/map-news.xml", "/map-1.xml", "/rss.xml");
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
        long id = run(host.base());
        assertThat(search(id).state).isEqualTo(SearchState.DONE);
        assertThat(candidates(id)).hasSizeLessThanOrEqualTo(60);
        assertThat(host.requests()).hasSizeLessThan(130);
    }

    @Test
    void a_search_is_seen_while_it_runs_and_ends_once() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        host.on("/", 200, "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>")
                .on("/feed", exchange -> {
                    byte[] feed = RSS.getBytes(StandardCharsets.UTF_8);
                    try (exchange) {
                        assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
                        exchange.sendResponseHeaders(200, feed.length);
                        exchange.getResponseBody().write(feed);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        long id = start(host.base());
        Thread search = Thread.startVirtualThread(() -> finish(id));
        await().until(() -> host.requests().contains("/feed"));
        assertThat(search(id).homeUrl).isEqualTo(host.base() + "/");
        assertThat(search(id).state).isEqualTo(SearchState.RUNNING);
        assertThat(candidate(id, "/feed").verdict).isEqualTo(CandidateVerdict.WAITING);
        seen.countDown();
        search.join();
        Instant ended = search(id).endedAt;
        finish(id);
        assertThat(ended).isNotNull().isEqualTo(search(id).endedAt);
        assertThat(host.requests()).containsExactly("/robots.txt", "/", "/feed");
    }

    @Test
    void an_outlet_from_a_list_takes_what_would_have_been_ticked() {
        long id = start("http://127.0.0.1:1/");
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
        searches.end(id, null);
        searches.end(id, null);
        List<Feed> feeds = QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("from Feed where outlet.id = ?1", Feed.class)
                        .setParameter(1, outlet)
                        .getResultList());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from outlet where id = " + outlet)
                        .executeUpdate());
        assertThat(feeds)
                .singleElement()
                .satisfies(feed -> assertThat(feed.title).isEqualTo("All of it"));
    }

    private long run(String... homes) {
        long id = start(homes);
        finish(id);
        return id;
    }

    private void finish(long id) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> {
                    discovery.search(id);
                    return search(id).state != SearchState.RUNNING;
                });
    }

    private long enqueue(String home) {
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

    private long start(String... homes) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            OutletSearch search = new OutletSearch(homes[0], Instant.now());
            entities.persist(search);
            for (String home : homes) {
                entities.persist(new FeedCandidate(search, home, CandidateOrigin.HOME_PAGE));
            }
            return search.id;
        });
    }

    private OutletSearch search(long id) {
        return QuarkusTransaction.requiringNew().call(() -> entities.find(OutletSearch.class, id));
    }

    private List<FeedCandidate> candidates(long id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "from FeedCandidate where search.id = ?1 order by id", FeedCandidate.class)
                        .setParameter(1, id)
                        .getResultList());
    }

    private FeedCandidate candidate(long id, String path) {
        return candidates(id).stream()
                .collect(Collectors.toMap(candidate -> candidate.url, candidate -> candidate))
                .get(host.base() + path);
    }
}
