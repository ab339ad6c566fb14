package org.claimwatch.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.claimwatch.ingest.fetch.Fetcher;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoliteFetcherTest {
    private final LocalHost host = new LocalHost();
    private final OneReplica slots = new OneReplica();
    private final PoliteFetcher polite =
            new PoliteFetcher(new Fetcher(TestFetchConfig.LOCAL), slots, TestFetchConfig.LOCAL, Clock.systemUTC());

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void robots_txt_is_asked_first_and_obeyed() {
        host.on("/robots.txt", 200, "User-agent: *\nDisallow: /private/\nAllow: /private/open")
                .on("/a", 200, "a");
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/a")).isInstanceOf(Visit.Page.class);
        assertThat(visit("/private/x")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/private/open")).isInstanceOf(Visit.Failed.class);
        assertThat(host.requests()).containsExactly("/robots.txt", "/a", "/private/open");
    }

    @Test
    void a_group_of_our_own_counts_more_than_the_one_for_all() {
        host.on("/robots.txt", 200, "User-agent: *\nAllow: /\n\nUser-agent: Claimwatch\nDisallow: /")
                .on("/a", 200, "a");
        visit("/a");
        assertThat(visit("/a")).isInstanceOf(Visit.Disallowed.class);
    }

    @Test
    void a_host_without_robots_txt_allows_everything() {
        host.on("/a", 200, "a");
        visit("/a");
        assertThat(visit("/a")).isInstanceOf(Visit.Page.class);
    }

    @Test
    void a_host_whose_robots_txt_cannot_be_had_is_left_alone_for_now() {
        host.on("/robots.txt", 503, "").on("/a", 200, "a");
        visit("/a");
        assertThat(visit("/a"))
                .isInstanceOfSatisfying(
                        Visit.Failed.class,
                        failed -> assertThat(failed.lasting()).isFalse());
        assertThat(host.requests()).containsExactly("/robots.txt");
    }

    @Test
    void a_longer_crawl_delay_than_ours_is_kept() {
        host.on("/robots.txt", 200, "User-agent: *\nCrawl-delay: 5").on("/a", 200, "a");
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(slots.lastGap).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void redirects_are_followed_within_reason() {
        host.on("/a", 301, "", "Location", "/b")
                .on("/b", 308, "", "Location", "/c")
                .on("/c", 200, "c");
        host.on("/loop", 302, "", "Location", "/loop");
        visit("/a");
        assertThat(visit("/a"))
                .isInstanceOfSatisfying(
                        Visit.Page.class, page -> assertThat(page.movedTo()).hasPath("/c"));
        assertThat(visit("/loop")).isInstanceOf(Visit.Failed.class);
    }

    @Test
    void a_redirect_leads_to_no_place_that_could_not_be_asked_directly() {
        host.on("/file", 302, "", "Location", "file:///etc/passwd");
        host.on(
                "/inside",
                302,
                "",
                "Location",
                "http://127.0.0.2:" + host.base().split(":", -1)[2] + "/x");
        host.on("/secret", 302, "", "Location", host.base().replace("//", "//user:pass@") + "/x");
        visit("/file");
        assertThat(visit("/file")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/inside")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/secret")).isInstanceOf(Visit.Disallowed.class);
    }

    @Test
    void the_host_can_ask_for_peace() {
        host.on("/a", 429, "", "Retry-After", "120").on("/b", 410, "");
        visit("/a");
        assertThat(visit("/a"))
                .isInstanceOfSatisfying(
                        Visit.TooManyRequests.class,
                        wait -> assertThat(wait.retryAfter())
                                .hasValueSatisfying(at ->
                                        assertThat(at).isAfter(Instant.now().plusSeconds(60))));
        assertThat(visit("/b")).isInstanceOf(Visit.Gone.class);
    }

    @Test
    void nobody_is_asked_out_of_turn() {
        host.on("/a", 200, "a");
        visit("/a");
        slots.busy = true;
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(host.requests()).containsExactly("/robots.txt");
    }

    private Visit visit(String path) {
        return polite.visit(host.base() + path, Validators.NONE);
    }

    /** The slots of a lone replica, which are free whenever no request is under way. */
    private static final class OneReplica implements HostSlots {
        private final Map<String, Integer> taken = new HashMap<>();
        private boolean busy;
        private Duration lastGap = Duration.ZERO;

        @Override
        public @Nullable Instant take(String host, Duration gap) {
            assertThat(taken.merge(host, 1, Integer::sum))
                    .as("one request at a time")
                    .isEqualTo(1);
            if (busy) {
                taken.merge(host, -1, Integer::sum);
                return Instant.now().plusSeconds(1);
            }
            return null;
        }

        @Override
        public void release(String host, Duration gap) {
            taken.merge(host, -1, Integer::sum);
            lastGap = gap;
        }
    }
}
