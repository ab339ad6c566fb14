package org.claimwatch.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.outlet.CandidateVerdict;
import org.claimwatch.common.outlet.FeedCandidate;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.common.outlet.OutletSearch;
import org.claimwatch.common.outlet.SearchState;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePress;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found from home pages alone, on real hosts. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class FeedDiscoveryTest {
    SamplePress press;

    @Inject
    TestSearches searches;

    private final LocalHost host = new LocalHost();

    @AfterEach
    void clean() {
        host.close();
        searches.clear();
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
        expected.keySet().forEach(domain -> ids.put(domain, searches.enqueue(press.base(domain) + "/")));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(ids.values())
                        .allSatisfy(id -> assertThat(searches.get(id).state).isEqualTo(SearchState.DONE)));
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
        OutletSearch search = searches.get(id);
        List<FeedCandidate> ticked = searches.candidates(id).stream()
                .filter(candidate -> candidate.suggested)
                .toList();
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
                .on("/feed", 200, TestSearches.RSS)
                .on("/page.xml", 200, "<!doctype html><html><body>Not here</body></html>")
                .on("/empty.xml", 200, "<rss version='2.0'><channel><title>E</title></channel></rss>")
                .on("/moved.xml", 301, "", "Location", "/feed");
        long id = searches.run(host.base());
        FeedCandidate feed = searches.candidate(id, host.base() + "/feed");
        assertThat(feed.verdict).isEqualTo(CandidateVerdict.FEED);
        assertThat(feed.suggested).isTrue();
        assertThat(feed.kind).isEqualTo(FeedKind.RSS);
        assertThat(feed.title).isEqualTo("All of it");
        assertThat(feed.language).isEqualTo("en");
        assertThat(feed.entries).isEqualTo(2);
        assertThat(feed.newestAt).isEqualTo("2026-11-26T05:00:00Z");
        assertThat(searches.candidate(id, host.base() + "/gone.xml").reason).isEqualTo("127.0.0.1 answered 404");
        assertThat(searches.candidate(id, host.base() + "/page.xml").reason)
                .isEqualTo("a web page came instead of the feed");
        assertThat(searches.candidate(id, host.base() + "/empty.xml").reason).isEqualTo("it announces nothing");
        assertThat(searches.candidate(id, host.base() + "/moved.xml").reason).contains("which is listed by itself");
        assertThat(searches.candidate(id, host.base() + "/secret.xml").reason)
                .contains("robots.txt", "disallows /secret.xml");
        assertThat(host.requests()).doesNotContain("/secret.xml").doesNotContain("/rss.xml");
    }

    @Test
    void a_home_page_that_robots_txt_forbids_is_not_read() {
        host.on("/robots.txt", 200, "User-agent: *\nDisallow: /\n").on("/", 200, "<html></html>");
        OutletSearch search = searches.get(searches.run(host.base()));
        assertThat(search.state).isEqualTo(SearchState.FAILED);
        assertThat(search.problem).contains("robots.txt of 127.0.0.1 disallows /");
        assertThat(host.requests()).containsOnly("/robots.txt");
    }

    @Test
    void addresses_inside_and_hosts_that_are_not_there_are_named() {
        assertThat(searches.get(searches.run("http://169.254.169.254/latest/")).problem)
                .contains("169.254.169.254");
        assertThat(searches.get(searches.run("http://nobody.invalid/")).problem)
                .contains("there is no host named nobody.invalid");
    }

    @Test
    void the_second_spelling_of_a_home_page_is_tried_where_the_first_does_not_answer() {
        host.on("/", 200, "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>")
                .on("/feed", 200, TestSearches.RSS);
        long id = searches.run("https://127.0.0.1:1", host.base());
        assertThat(searches.get(id).homeUrl).isEqualTo(host.base() + "/");
        assertThat(searches.candidate(id, host.base() + "/feed").suggested).isTrue();
    }

    @Test
    void a_feed_given_for_the_home_page_leads_to_it() {
        host.on("/deep/feed.rss", 200, TestSearches.RSS.replace("<title>All", "<link>/welcome</link><title>All"))
                .on("/", 200, "<html lang=en><head><title>Post</title></head><body>x</body></html>");
        long id = searches.run(host.base() + "/deep/feed.rss");
        assertThat(searches.get(id).homeUrl).isEqualTo(host.base() + "/");
        assertThat(searches.get(id).name).isEqualTo("Post");
        assertThat(searches.candidate(id, host.base() + "/deep/feed.rss").suggested)
                .isTrue();
    }

    @Test
    void a_page_of_feeds_and_a_list_of_sitemaps_are_followed_one_step() {
        host.on("/", 200, "<html><body><a href=/rss>RSS</a></body></html>")
                .on("/robots.txt", 200, "Sitemap: %s/map.xml\n".formatted(host.base()))
                .on(
                        "/rss",
                        200,
                        "<!doctype html><html><a href=/world.rss>World</a> <a href=/sport.rss>Sport</a></html>")
                .on("/world.rss", 200, TestSearches.RSS)
                .on("/map.xml", 200, """
                        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <sitemap><loc>/map-1.xml</loc></sitemap><sitemap><loc>/map-news.xml</loc></sitemap>
                        </sitemapindex>""");
        long id = searches.run(host.base());
        assertThat(searches.candidate(id, host.base() + "/world.rss").verdict).isEqualTo(CandidateVerdict.FEED);
        assertThat(searches.candidate(id, host.base() + "/sport.rss").verdict).isEqualTo(CandidateVerdict.REFUSED);
        assertThat(host.requests()).as("a feed was found before").doesNotContain("/map.xml");
        host.on("/world.rss", 404, "");
        long again = searches.run(host.base());
        assertThat(searches.candidate(again, host.base() + "/map.xml").reason).contains("a list of 2 sitemaps");
        assertThat(host.requests()).contains("/map-news.xml", "/map-1.xml", "/rss.xml");
    }
}
