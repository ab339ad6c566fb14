package org.claimwatch.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.claimwatch.ingest.fetch.Fetcher;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.TestFetchConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoliteFetcherTest {
    private final LocalHost host = new LocalHost();
    private final OneReplica slots = new OneReplica();
    private final ClockAhead clock = new ClockAhead();
    private final PoliteFetcher polite =
            new PoliteFetcher(new Fetcher(TestFetchConfig.LOCAL), slots, TestFetchConfig.LOCAL, clock);

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
    void robots_txt_that_cannot_be_had_is_asked_for_again_soon_at_first_and_ever_less_often() {
        host.on("/robots.txt", 503, "").on("/a", 200, "a");
        List<Long> askedAt = new ArrayList<>();
        for (long second = 0; second < 7_200; second += 10) {
            clock.ahead = Duration.ofSeconds(second);
            int before = host.requests().size();
            assertThat(visit("/a")).isInstanceOf(Visit.Failed.class);
            if (host.requests().size() > before) {
                askedAt.add(second);
            }
        }
        assertThat(askedAt).startsWith(0L, 30L, 90L, 210L, 450L, 930L, 1_830L, 2_730L);
        host.on("/robots.txt", 200, "");
        clock.ahead = Duration.ofHours(3);
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/a")).isInstanceOf(Visit.Page.class);
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
    void a_host_that_asks_for_peace_has_it_from_all() {
        host.on("/a", 429, "").on("/b", 503, "", "Retry-After", "900").on("/c", 200, "c");
        visit("/c");
        visit("/a");
        assertThat(slots.lastGap).as("no time was said").isEqualTo(Duration.ofMinutes(2));
        visit("/b");
        assertThat(slots.lastGap).isBetween(Duration.ofSeconds(890), Duration.ofSeconds(900));
        visit("/c");
        assertThat(slots.lastGap).isEqualTo(Duration.ZERO);
    }

    @Test
    void robots_txt_may_move_and_each_step_waits_its_turn() {
        host.on("/robots.txt", 301, "", "Location", "/r1")
                .on("/r1", 302, "", "Location", "/r2")
                .on("/r2", 200, "User-agent: *\nDisallow: /private/")
                .on("/a", 200, "a");
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(host.requests()).containsExactly("/robots.txt", "/r1", "/r2");
        assertThat(visit("/private/a")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/a")).isInstanceOf(Visit.Page.class);
    }

    @Test
    void robots_txt_that_moves_in_circles_counts_as_not_there() {
        host.on("/robots.txt", 301, "", "Location", "/robots.txt").on("/a", 200, "a");
        visit("/a");
        assertThat(visit("/a")).isInstanceOf(Visit.Page.class);
    }

    /** The largest body of these tests is 100 KB; robots.txt is read beyond that, as the RFC asks. */
    @Test
    void of_a_long_robots_txt_the_first_500_KiB_count() {
        String longOne = "User-agent: *\nDisallow: /early\n" + "# nothing\n".repeat(40_000) + "Disallow: /middle\n"
                + "# nothing\n".repeat(20_000) + "Disallow: /late\n";
        host.on("/robots.txt", 200, longOne).on("/late", 200, "late");
        assertThat(visit("/late")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/early")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/middle")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/late")).isInstanceOf(Visit.Page.class);
    }

    @Test
    void a_long_robots_txt_may_be_packed() {
        String longOne = "User-agent: *\nDisallow: /early\n" + "# nothing\n".repeat(60_000) + "Disallow: /late\n";
        host.on("/robots.txt", exchange -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, 0);
                    try (var packed = new GZIPOutputStream(exchange.getResponseBody())) {
                        packed.write(longOne.getBytes(StandardCharsets.US_ASCII));
                    }
                })
                .on("/late", 200, "late");
        assertThat(visit("/late")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/early")).isInstanceOf(Visit.Disallowed.class);
        assertThat(visit("/late")).isInstanceOf(Visit.Page.class);
    }

    @Test
    void a_rule_that_is_cut_through_is_none() {
        String start = "User-agent: *\nDisallow: /early\n";
        byte[] cut = (start + "#".repeat(500 * 1024 - start.length() - 13) + "\nDisallow: /late/only\n")
                .getBytes(StandardCharsets.US_ASCII);
        RobotsRules rules = RobotsRules.of(new Reply(URI.create("https://a.example/robots.txt"), 200, Map.of(), cut));
        assertThat(rules.allow(URI.create("https://a.example/early"))).isFalse();
        assertThat(rules.allow(URI.create("https://a.example/any"))).isTrue();
    }

    @Test
    void what_robots_txt_said_last_counts_for_a_day_when_it_cannot_be_had() {
        host.on("/robots.txt", 200, "User-agent: *\nDisallow: /private/").on("/a", 200, "a");
        visit("/a");
        host.on("/robots.txt", 500, "");
        clock.ahead = Duration.ofHours(13);
        assertThat(visit("/a")).isInstanceOf(Visit.Later.class);
        assertThat(visit("/a")).isInstanceOf(Visit.Page.class);
        assertThat(visit("/private/a")).isInstanceOf(Visit.Disallowed.class);
        clock.ahead = Duration.ofHours(25);
        assertThat(visit("/a"))
                .isInstanceOfSatisfying(
                        Visit.Failed.class, failed -> assertThat(failed.why()).isEqualTo(Visit.Why.ROBOTS_UNREACHABLE));
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

    private static final class ClockAhead extends Clock {
        private final Instant start = Instant.now();
        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return start.plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
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
