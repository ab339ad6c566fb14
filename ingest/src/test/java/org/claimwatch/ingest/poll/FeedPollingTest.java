package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.common.support.Database;
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
    PolledFeeds feeds;

    @Inject
    FeedPolling polling;

    @Inject
    Database database;

    private final LocalHost host = new LocalHost();

    @AfterEach
    void tidy() {
        host.close();
        feeds.clear();
    }

    @Test
    void a_wall_is_named_with_its_evidence_and_forgotten_when_it_is_gone() {
        host.on("/feed", 200, PolledFeeds.rss("one"));
        long id = add("/feed");
        assertThat(feeds.poll(id).trouble).isNull();
        host.on("/feed", 403, CHALLENGE);
        Feed blocked = feeds.poll(id);
        assertThat(blocked.trouble).isEqualTo(FeedTrouble.BLOCKED);
        assertThat(blocked.troubleStatus).isEqualTo(403);
        assertThat(blocked.troubleEvidence).contains("_cf_chl_opt", "Just a moment");
        assertThat(blocked.state).isEqualTo(FeedState.FAILING);
        assertThat(feeds.poll(id).troubleSince).as("when first seen").isEqualTo(blocked.troubleSince);
        host.on("/feed", 200, PolledFeeds.rss("one"));
        Feed well = feeds.poll(id);
        assertThat(well.trouble).isNull();
        assertThat(well.troubleSince).isNull();
        assertThat(well.state).isEqualTo(FeedState.ACTIVE);
    }

    @Test
    void a_feed_that_became_a_web_page_is_no_section_page() {
        host.on("/feed", 200, PolledFeeds.rss("one"));
        long id = add("/feed");
        feeds.poll(id);
        host.on("/feed", 200, "<!doctype html><html><h1>Welcome to our new site</h1></html>");
        Feed changed = feeds.poll(id);
        assertThat(changed.trouble).isEqualTo(FeedTrouble.WEB_PAGE);
        assertThat(changed.troubleEvidence).contains("Welcome to our new site");
    }

    @Test
    void a_section_page_without_links_has_changed() {
        host.on("/news", 200, """
                <html><a href="/2026/03/01/council-votes-for-the-bridge">Council votes for the cheaper bridge</a></html>""");
        long id = add("/news");
        assertThat(feeds.poll(id).trouble).isNull();
        host.on("/news", 200, "<html><p>Our pages are being rebuilt.</p></html>");
        assertThat(feeds.poll(id).trouble).isEqualTo(FeedTrouble.NO_LINKS);
    }

    @Test
    void a_feed_that_stops_yielding_still_answers_and_is_named_all_the_same() {
        host.on("/feed", 200, PolledFeeds.rss(busyMonth()));
        long id = add("/feed");
        feeds.poll(id);
        database.run("update feed set last_new_entry_at = now() - interval '6 days' where id = " + id);
        Feed silent = feeds.poll(id);
        assertThat(silent.trouble).isEqualTo(FeedTrouble.STOPPED_YIELDING);
        assertThat(silent.state).isEqualTo(FeedState.ACTIVE);
        assertThat(silent.troubleEvidence).contains("6 days ago");
    }

    @Test
    void a_permanent_redirect_moves_a_feed_but_not_to_a_home_page_nor_in_circles() {
        host.on("/old", 301, "", "Location", "/new").on("/new", 200, PolledFeeds.rss("one"));
        long moved = add("/old");
        assertThat(feeds.poll(moved).url).isEqualTo(host.base() + "/new");
        host.on("/dropped", 301, "", "Location", "/")
                .on("/", 200, "<html><a href='/2026/03/01/a-long-headline-of-news'>A long headline of news</a></html>");
        long dropped = add("/dropped");
        assertThat(feeds.poll(dropped).url).isEqualTo(host.base() + "/dropped");
        host.on("/round", 301, "", "Location", "/and-round").on("/and-round", 301, "", "Location", "/round");
        long circling = add("/round");
        Feed still = feeds.poll(circling);
        assertThat(still.url).isEqualTo(host.base() + "/round");
        assertThat(still.trouble).isEqualTo(FeedTrouble.REDIRECT_LOOP);
    }

    @Test
    void a_temporary_redirect_moves_nothing() {
        host.on("/here", 302, "", "Location", "/there").on("/there", 200, PolledFeeds.rss("one"));
        assertThat(feeds.poll(add("/here")).url).isEqualTo(host.base() + "/here");
    }

    @Test
    void what_is_gone_is_retired() {
        host.on("/feed", 410, "");
        Feed gone = feeds.poll(add("/feed"));
        assertThat(gone.state).isEqualTo(FeedState.RETIRED);
        assertThat(gone.trouble).isEqualTo(FeedTrouble.GONE);
    }

    @Test
    void the_hosts_wish_for_peace_holds_for_all_its_feeds() {
        host.on("/busy", 503, "<p>Back soon</p>", "Retry-After", "3600").on("/other", 200, PolledFeeds.rss("one"));
        long other = add("/other");
        Feed told = feeds.poll(add("/busy"));
        assertThat(told.nextPollAt).isAfter(Instant.now().plusSeconds(3_500));
        assertThat(told.nextPollReason).contains("asked to be left alone");
        polling.poll(other);
        assertThat(feeds.get(other).nextPollReason).startsWith("it waits for its turn");
        assertThat(host.requests()).doesNotContain("/other");
    }

    @Test
    void hosts_that_cannot_be_reached_are_told_apart() {
        Feed nowhere = feeds.poll(feeds.add("http://no-such-host.invalid/feed"));
        assertThat(nowhere.trouble).isIn(FeedTrouble.ROBOTS_UNREACHABLE, FeedTrouble.UNKNOWN_HOST);
        assertThat(nowhere.troubleEvidence).contains("no-such-host.invalid");
        host.on("/missing", 404, "<h1>Not here</h1>")
                .on("/broken", 500, "<h1>Stack trace</h1>")
                .on("/no", 401, "");
        assertThat(feeds.poll(add("/missing")).trouble).isEqualTo(FeedTrouble.NOT_FOUND);
        assertThat(feeds.poll(add("/broken")).trouble).isEqualTo(FeedTrouble.SERVER_ERROR);
        assertThat(feeds.poll(add("/no")).trouble).isEqualTo(FeedTrouble.FORBIDDEN);
    }

    private long add(String path) {
        return feeds.add(host.base() + path);
    }

    /** Ten entries a day for a month. */
    private static List<String> busyMonth() {
        List<String> items = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = 1; i < 270; i++) {
            items.add("<item><link>http://127.0.0.2:9/%d</link><pubDate>%s</pubDate></item>"
                    .formatted(
                            i,
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    now.minus(Duration.ofMinutes(144L * i)).atOffset(ZoneOffset.UTC))));
        }
        return items;
    }
}
