package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.ingest.feed.Skips;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RefreshPolicyTest {
    /** A Monday. */
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RefreshPolicy policy = new RefreshPolicy(new Random(7));

    @Nested
    class A_feed_that_yields {
        @Test
        void once_an_hour_is_asked_every_half_hour() {
            NextPoll next = policy.onNewEntries(asked(every(Duration.ofHours(1)), Wish.NONE), 2);
            assertThat(pause(next)).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(33));
            assertThat(next.reason()).matches("2 new entries; usually 2\\d entries a day; asked again after \\d+ min");
            assertThat(next.state()).isEqualTo(FeedState.ACTIVE);
        }

        @Test
        void four_times_as_often_is_asked_twice_as_often() {
            NextPoll next = policy.onNewEntries(asked(every(Duration.ofMinutes(15)), Wish.NONE), 1);
            assertThat(pause(next)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(16));
        }

        @Test
        void is_never_asked_more_often_than_every_five_minutes() {
            NextPoll next = policy.onNewEntries(asked(every(Duration.ofSeconds(20)), Wish.NONE), 9);
            assertThat(pause(next)).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void is_left_alone_as_long_as_it_asks() {
            Wish wish = new Wish(Duration.ofHours(2), Skips.NONE);
            NextPoll next = policy.onNewEntries(asked(every(Duration.ofMinutes(10)), wish), 1);
            assertThat(pause(next)).isEqualTo(Duration.ofHours(2));
            assertThat(next.reason()).endsWith("the feed asks to be left alone for 2 h");
        }

        @Test
        void is_not_asked_in_the_hours_and_days_that_it_skips() {
            Wish wish = new Wish(Duration.ZERO, new Skips(Set.of(12, 13), Set.of(DayOfWeek.TUESDAY)));
            NextPoll next = policy.onNewEntries(asked(every(Duration.ofHours(1)), wish), 1);
            assertThat(next.at()).isEqualTo("2026-03-02T14:00:00Z");
            assertThat(next.reason()).endsWith("the feed asks not to be asked before");
            Wish never = new Wish(Duration.ZERO, new Skips(Set.of(), Set.of(DayOfWeek.values())));
            assertThat(pause(policy.onNothingNew(asked(every(Duration.ofHours(1)), never))))
                    .isLessThan(Duration.ofHours(1));
        }
    }

    @Nested
    class A_feed_with_office_hours {
        private final Rhythm office = IntStream.range(1, 43)
                .boxed()
                .flatMap(day -> IntStream.range(8, 17)
                        .mapToObj(hour -> midnight()
                                .minus(Duration.ofDays(day))
                                .plus(Duration.ofHours(hour))
                                .plusSeconds(1800)))
                .filter(time -> Rhythm.hourOfWeek(time) < 5 * 24)
                .sorted()
                .collect(
                        () -> new Rhythm[] {Rhythm.unknown(midnight().minus(Duration.ofDays(42)))},
                        (rhythm, time) -> rhythm[0] = rhythm[0].with(List.of(time), time),
                        (one, other) -> {})[0];

        @Test
        void is_asked_often_by_day() {
            var asked = new RefreshPolicy.Asked(NOON, NOON, office.with(List.of(), NOON), Wish.NONE);
            assertThat(pause(policy.onNewEntries(asked, 1))).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(45));
        }

        @Test
        void is_left_alone_at_night_and_asked_in_the_morning() {
            Instant evening = NOON.plus(Duration.ofHours(8));
            var asked = new RefreshPolicy.Asked(evening, evening, office.with(List.of(), evening), Wish.NONE);
            NextPoll next = policy.onNothingNew(asked);
            assertThat(Duration.between(evening, next.at())).isGreaterThan(Duration.ofHours(2));
            assertThat(next.reason()).contains("few at this hour");
        }

        @Test
        void owes_little_on_a_weekend() {
            Instant friday = midnight().minus(Duration.ofDays(3)).plus(Duration.ofHours(18));
            assertThat(office.expected(friday, midnight())).isLessThan(4);
            assertThat(office.expected(midnight(), midnight().plus(Duration.ofDays(1))))
                    .isBetween(7.0, 11.0);
        }

        private static Instant midnight() {
            return Instant.parse("2026-03-02T00:00:00Z");
        }
    }

    @Nested
    class A_feed_with_nothing_new {
        @Test
        void is_asked_less_and_less_often_up_to_a_day() {
            Rhythm rhythm = every(Duration.ofHours(1));
            Duration before = Duration.ZERO;
            for (int days = 1; days <= 365; days *= 3) {
                Instant now = NOON.plus(Duration.ofDays(days));
                var asked = new RefreshPolicy.Asked(now, NOON, rhythm.with(List.of(), now), Wish.NONE);
                Duration pause =
                        Duration.between(now, policy.onNothingNew(asked).at());
                assertThat(pause).isGreaterThanOrEqualTo(before);
                before = pause;
            }
            assertThat(before).isEqualTo(Duration.ofHours(24));
        }

        @Test
        void obeys_no_wish_beyond_a_day() {
            Wish wish = new Wish(Duration.ofDays(365), Skips.NONE);
            assertThat(pause(policy.onNotModified(asked(Rhythm.unknown(NOON), wish))))
                    .isEqualTo(Duration.ofDays(1));
        }

        @Test
        void is_asked_rarely_while_its_hub_tells_of_changes() {
            NextPoll next = policy.onSubscribed(asked(every(Duration.ofMinutes(10)), Wish.NONE));
            assertThat(pause(next)).isEqualTo(RefreshPolicy.SUBSCRIBED);
        }
    }

    @Nested
    class A_feed_that_fails {
        @Test
        void is_tried_again_after_doubling_pauses() {
            Duration before = Duration.ZERO;
            for (int failures = 1; failures <= 8; failures++) {
                Duration paused = pause(policy.onFailure(asked(), failures));
                Duration least = Duration.ofMinutes(5).multipliedBy(1L << (failures - 1));
                assertThat(paused)
                        .isBetween(least, least.multipliedBy(6).dividedBy(5))
                        .isGreaterThan(before);
                before = paused;
            }
            assertThat(pause(policy.onFailure(asked(), 1_000))).isBetween(Duration.ofHours(24), Duration.ofHours(29));
        }

        @Test
        void comes_back_when_the_host_says_and_not_all_at_once() {
            Instant said = NOON.plus(Duration.ofMinutes(47));
            List<Instant> back = Stream.generate(() -> policy.onTooManyRequests(asked(), Optional.of(said), 1)
                            .at())
                    .limit(20)
                    .toList();
            assertThat(back).allSatisfy(at -> assertThat(at).isBetween(said, said.plusSeconds(60)));
            assertThat(back.stream().distinct().count()).isGreaterThan(15);
        }

        @Test
        void backs_off_from_a_host_that_does_not_say() {
            NextPoll next = policy.onTooManyRequests(asked(), Optional.empty(), 3);
            assertThat(pause(next)).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(24));
            assertThat(next.state()).isEqualTo(FeedState.FAILING);
        }

        @Test
        void retires_when_it_is_gone() {
            assertThat(policy.onGone(asked()).state()).isEqualTo(FeedState.RETIRED);
        }
    }

    private static RefreshPolicy.Asked asked() {
        return asked(Rhythm.unknown(NOON), Wish.NONE);
    }

    private static RefreshPolicy.Asked asked(Rhythm rhythm, Wish wish) {
        return new RefreshPolicy.Asked(NOON, NOON, rhythm, wish);
    }

    private static Duration pause(NextPoll next) {
        return Duration.between(NOON, next.at());
    }

    /** Four weeks of entries at even gaps. */
    private static Rhythm every(Duration gap) {
        Instant start = NOON.minus(Duration.ofDays(28));
        List<Instant> times = Stream.iterate(start.plus(gap), time -> time.isBefore(NOON), time -> time.plus(gap))
                .toList();
        Rhythm rhythm = Rhythm.unknown(start);
        for (int i = 0; i < times.size(); i += 40) {
            List<Instant> part = times.subList(i, Math.min(i + 40, times.size()));
            rhythm = rhythm.with(part, part.getLast());
        }
        return rhythm.with(List.of(), NOON);
    }
}
