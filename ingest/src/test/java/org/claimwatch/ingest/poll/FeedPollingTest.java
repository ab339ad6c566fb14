package org.claimwatch.ingest.poll;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.ValidatorTruth;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that behave and feeds that do not, polled for real. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class FeedPollingTest {
    private static final String CHALLENGE =
            "<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script><p>Enable JavaScript</p></html>";

    @Inject
    FeedPolling polling;

    @Inject
    EntityManager entityManager;

    private final LocalHost host = new LocalHost();

    @AfterEach
    void tidy() {
        host.close();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery("delete from outlet").executeUpdate());
    }

    @Test
    void a_wall_is_named_with_its_evidence_and_forgotten_when_it_is_gone() {
        host.on("/feed", 200, rss("one"));
        long id = add("/feed");
        assertThat(poll(id).trouble).isNull();
        host.on("/feed", 403, CHALLENGE);
        Feed blocked = poll(id);
        assertThat(blocked.trouble).isEqualTo(FeedTrouble.BLOCKED);
        assertThat(blocked.troubleStatus).isEqualTo(403);
        assertThat(blocked.troubleEvidence).contains("_cf_chl_opt", "Just a moment");
        assertThat(blocked.state).isEqualTo(FeedState.FAILING);
        assertThat(poll(id).troubleSince).as("when first seen").isEqualTo(blocked.troubleSince);
        host.on("/feed", 200, rss("one"));
        Feed well = poll(id);
        assertThat(well.trouble).isNull();
        assertThat(well.troubleSince).isNull();
        assertThat(well.state).isEqualTo(FeedState.ACTIVE);
    }

    @Test
    void a_feed_that_became_a_web_page_is_no_section_page() {
        host.on("/feed", 200, rss("one"));
        long id = add("/feed");
        poll(id);
        host.on("/feed", 200, "<!doctype html><html><h1>Welcome to our new site</h1></html>");
        Feed changed = poll(id);
        assertThat(changed.trouble).isEqualTo(FeedTrouble.WEB_PAGE);
        assertThat(changed.troubleEvidence).contains("Welcome to our new site");
    }

    @Test
    void a_section_page_without_links_has_changed() {
        host.on("/news", 200, """
                <html><a href="/2026/03/01/council-votes-for-the-bridge">Council votes for the cheaper bridge</a></html>""");
        long id = add("/news");
        assertThat(poll(id).trouble).isNull();
        host.on("/news", 200, "<html><p>Our pages are being rebuilt.</p></html>");
        assertThat(poll(id).trouble).isEqualTo(FeedTrouble.NO_LINKS);
    }

    @Test
    void a_feed_that_stops_yielding_still_answers_and_is_named_all_the_same() {
        host.on("/feed", 200, rss(busyMonth()));
        long id = add("/feed");
        poll(id);
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update feed set last_new_entry_at = now() - interval '6 days' where id = " + id)
                        .executeUpdate());
        Feed silent = poll(id);
        assertThat(silent.trouble).isEqualTo(FeedTrouble.STOPPED_YIELDING);
        assertThat(silent.state).isEqualTo(FeedState.ACTIVE);
        assertThat(silent.troubleEvidence).contains("6 days ago");
    }

    @Test
    void not_modified_for_ever_is_found_out() {
        List<String> asked = new CopyOnWriteArrayList<>();
        AtomicInteger version = new AtomicInteger(1);
        host.on("/feed", exchange -> {
            String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(String.valueOf(etag));
            if (etag != null) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
                byte[] body = rss("entry" + version).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        long id = add("/feed");
        poll(id);
        version.set(2);
        assertThat(poll(id).validators).as("nothing is known yet").isNull();
        aDayLater(id);
        assertThat(poll(id).validatorsOnTrial).isTrue();
        Feed caught = poll(id);
        assertThat(caught.validators).isEqualTo(ValidatorTruth.LYING);
        assertThat(caught.validatorsEvidence).contains("“not modified”", "\"1\"");
        poll(id);
        poll(id);
        assertThat(asked).containsExactly("null", "\"1\"", "null", "\"1\"", "null", "null");
    }

    @Test
    void an_honest_server_passes_the_same_check() {
        AtomicInteger version = new AtomicInteger(1);
        host.on("/feed", exchange -> {
            String etag = "\"" + version + "\"";
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", etag);
            byte[] body = rss("entry" + version).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        long id = add("/feed");
        poll(id);
        poll(id);
        aDayLater(id);
        assertThat(poll(id).validators).isEqualTo(ValidatorTruth.HONEST);
        aDayLater(id);
        version.set(2);
        assertThat(poll(id).validatorsOnTrial).isTrue();
        Feed cleared = poll(id);
        assertThat(cleared.validators).isEqualTo(ValidatorTruth.HONEST);
        assertThat(cleared.etag).isEqualTo("\"2\"");
        assertThat(cleared.validatorsOnTrial).isFalse();
    }

    @Test
    void an_etag_that_changes_with_each_answer_is_no_change() {
        AtomicInteger answers = new AtomicInteger();
        host.on("/feed", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"" + answers.incrementAndGet() + "\"");
            byte[] body = rss("same").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        long id = add("/feed");
        Instant found = poll(id).lastNewEntryAt;
        Feed again = poll(id);
        assertThat(again.validators).isEqualTo(ValidatorTruth.RESTLESS);
        assertThat(again.lastNewEntryAt).isEqualTo(found);
        assertThat(again.nextPollReason).startsWith("nothing new");
    }

    @Test
    void a_permanent_redirect_moves_a_feed_but_not_to_a_home_page_nor_in_circles() {
        host.on("/old", 301, "", "Location", "/new").on("/new", 200, rss("one"));
        long moved = add("/old");
        assertThat(poll(moved).url).isEqualTo(host.base() + "/new");
        host.on("/dropped", 301, "", "Location", "/")
                .on("/", 200, "<html><a href='/2026/03/01/a-long-headline-of-news'>A long headline of news</a></html>");
        long dropped = add("/dropped");
        assertThat(poll(dropped).url).isEqualTo(host.base() + "/dropped");
        host.on("/round", 301, "", "Location", "/and-round").on("/and-round", 301, "", "Location", "/round");
        long circling = add("/round");
        Feed still = poll(circling);
        assertThat(still.url).isEqualTo(host.base() + "/round");
        assertThat(still.trouble).isEqualTo(FeedTrouble.REDIRECT_LOOP);
    }

    @Test
    void a_temporary_redirect_moves_nothing() {
        host.on("/here", 302, "", "Location", "/there").on("/there", 200, rss("one"));
        assertThat(poll(add("/here")).url).isEqualTo(host.base() + "/here");
    }

    @Test
    void what_is_gone_is_retired() {
        host.on("/feed", 410, "");
        Feed gone = poll(add("/feed"));
        assertThat(gone.state).isEqualTo(FeedState.RETIRED);
        assertThat(gone.trouble).isEqualTo(FeedTrouble.GONE);
    }

    @Test
    void the_hosts_wish_for_peace_holds_for_all_its_feeds() {
        host.on("/busy", 503, "<p>Back soon</p>", "Retry-After", "3600").on("/other", 200, rss("one"));
        long other = add("/other");
        Feed told = poll(add("/busy"));
        assertThat(told.nextPollAt).isAfter(Instant.now().plusSeconds(3_500));
        assertThat(told.nextPollReason).contains("asked to be left alone");
        polling.poll(other);
        assertThat(feed(other).nextPollReason).startsWith("it waits for its turn");
        assertThat(host.requests()).doesNotContain("/other");
    }

    @Test
    void hosts_that_cannot_be_reached_are_told_apart() {
        Feed nowhere = poll(addAddress("http://no-such-host.invalid/feed"));
        assertThat(nowhere.trouble).isIn(FeedTrouble.ROBOTS_UNREACHABLE, FeedTrouble.UNKNOWN_HOST);
        assertThat(nowhere.troubleEvidence).contains("no-such-host.invalid");
        host.on("/missing", 404, "<h1>Not here</h1>")
                .on("/broken", 500, "<h1>Stack trace</h1>")
                .on("/no", 401, "");
        assertThat(poll(add("/missing")).trouble).isEqualTo(FeedTrouble.NOT_FOUND);
        assertThat(poll(add("/broken")).trouble).isEqualTo(FeedTrouble.SERVER_ERROR);
        assertThat(poll(add("/no")).trouble).isEqualTo(FeedTrouble.FORBIDDEN);
    }

    private long add(String path) {
        return addAddress(host.base() + path);
    }

    /** Not due, so that only the test polls it. */
    private long addAddress(String url) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant later = Instant.now().plus(Duration.ofDays(1));
            Outlet outlet = new Outlet("Test", url + "#home", Instant.now());
            Feed feed = new Feed(outlet, url, later);
            entityManager.persist(outlet);
            entityManager.persist(feed);
            entityManager.flush();
            return feed.id;
        });
    }

    /** Robots.txt and the pause after it come first, so it may take some calls. */
    private Feed poll(long id) {
        Instant before = feed(id).lastPollAt;
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            polling.poll(id);
            return !Objects.equals(feed(id).lastPollAt, before);
        });
        return feed(id);
    }

    private Feed feed(long id) {
        return QuarkusTransaction.requiringNew().call(() -> entityManager.find(Feed.class, id));
    }

    private void aDayLater(long id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update feed set last_body_at = last_body_at - interval '25 hours' where id = " + id)
                        .executeUpdate());
    }

    private static String rss(String... names) {
        return rss(List.of(names).stream()
                .map(name -> "<item><title>%s</title><link>http://127.0.0.2:9/%s</link></item>".formatted(name, name))
                .toList());
    }

    private static String rss(List<String> items) {
        return "<rss version='2.0'><channel><title>T</title>" + String.join("", items) + "</channel></rss>";
    }

    /** Ten entries a day for a month. */
    private static List<String> busyMonth() {
        List<String> items = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = 1; i < 270; i++) {
            items.add("<item><link>http://127.0.0.2:9/%d</link><pubDate>%s</pubDate></item>"
                    .formatted(
                            i,
                            java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    now.minus(Duration.ofMinutes(144L * i)).atOffset(java.time.ZoneOffset.UTC))));
        }
        return items;
    }
}
