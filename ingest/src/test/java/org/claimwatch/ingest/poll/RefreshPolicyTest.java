package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.claimwatch.common.outlet.FeedState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefreshPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final RefreshPolicy policy = new RefreshPolicy(new Random(7));

    @Nested
    class A_feed_that_yields {
        @Test
        void is_asked_twice_in_its_own_rhythm() {
            NextPoll next = policy.onNewEntries(asked(Duration.ofHours(1)), 2, every(Duration.ofMinutes(40), 10));
            assertThat(pause(next)).isEqualTo(Duration.ofMinutes(20));
            assertThat(next.reason())
                    .isEqualTo("2 new entries; it announces one about every 40 min; asked again after 20 min");
            assertThat(next.state()).isEqualTo(FeedState.ACTIVE);
        }

        @Test
        void is_never_asked_more_often_than_every_five_minutes() {
            NextPoll next = policy.onNewEntries(asked(Duration.ofMinutes(5)), 9, every(Duration.ofSeconds(20), 20));
            assertThat(pause(next)).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void is_left_alone_as_long_as_it_asks() {
            var asked = new RefreshPolicy.Asked(NOW, NOW.minusSeconds(600), null, Duration.ofHours(2));
            NextPoll next = policy.onNewEntries(asked, 1, every(Duration.ofMinutes(10), 5));
            assertThat(pause(next)).isEqualTo(Duration.ofHours(2));
            assertThat(next.reason()).endsWith("the feed asks to be left alone for 2 h");
        }

        @Test
        void without_dates_is_asked_in_half_the_time() {
            NextPoll next = policy.onNewEntries(asked(Duration.ofHours(4)), 1, List.of());
            assertThat(pause(next)).isEqualTo(Duration.ofHours(2));
        }
    }

    @Nested
    class A_feed_with_nothing_new {
        @Test
        void is_asked_less_and_less_often_up_to_a_day() {
            assertThat(pause(policy.onNothingNew(asked(Duration.ofHours(2))))).isEqualTo(Duration.ofHours(3));
            assertThat(pause(policy.onNotModified(asked(Duration.ofHours(20))))).isEqualTo(Duration.ofHours(24));
        }

        @Test
        void that_was_busy_a_moment_ago_is_not_given_up() {
            var asked = new RefreshPolicy.Asked(
                    NOW, NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofHours(1)), Duration.ZERO);
            assertThat(pause(policy.onNothingNew(asked))).isEqualTo(Duration.ofMinutes(12));
        }

        @Test
        void obeys_no_wish_beyond_a_day() {
            var asked = new RefreshPolicy.Asked(NOW, NOW.minusSeconds(600), null, Duration.ofDays(365));
            assertThat(pause(policy.onNothingNew(asked))).isEqualTo(Duration.ofDays(1));
        }
    }

    @Nested
    class A_feed_that_fails {
        @Test
        void is_tried_again_after_doubling_pauses() {
            Duration before = Duration.ZERO;
            for (int failures = 1; failures <= 8; failures++) {
                Duration paused = pause(policy.onFailure(asked(Duration.ofMinutes(5)), failures));
                Duration least = Duration.ofMinutes(5).multipliedBy(1L << (failures - 1));
                assertThat(paused)
                        .isBetween(least, least.multipliedBy(6).dividedBy(5))
                        .isGreaterThan(before);
                before = paused;
            }
            assertThat(pause(policy.onFailure(asked(Duration.ofDays(1)), 1_000)))
                    .isBetween(Duration.ofHours(24), Duration.ofHours(29));
        }

        @Test
        void comes_back_when_the_host_says() {
            Instant said = NOW.plus(Duration.ofMinutes(47));
            NextPoll next = policy.onTooManyRequests(asked(Duration.ofMinutes(5)), Optional.of(said), 1);
            assertThat(next.at()).isEqualTo(said);
        }

        @Test
        void backs_off_from_a_host_that_does_not_say() {
            NextPoll next = policy.onTooManyRequests(asked(Duration.ofMinutes(5)), Optional.empty(), 3);
            assertThat(pause(next)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(24));
            assertThat(next.state()).isEqualTo(FeedState.FAILING);
        }

        @Test
        void retires_when_it_is_gone() {
            assertThat(policy.onGone(asked(Duration.ofMinutes(5))).state()).isEqualTo(FeedState.RETIRED);
        }
    }

    private static RefreshPolicy.Asked asked(Duration sinceLast) {
        return new RefreshPolicy.Asked(NOW, NOW.minus(sinceLast), null, Duration.ZERO);
    }

    private static Duration pause(NextPoll next) {
        return Duration.between(NOW, next.at());
    }

    private static List<Instant> every(Duration gap, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NOW.minus(gap.multipliedBy(i)))
                .toList();
    }
}
