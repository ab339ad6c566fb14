package org.claimwatch.web.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.claimwatch.web.digest.DailyPeriods.Span;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DailyPeriodsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final DailyPeriods atSeven = new DailyPeriods(LocalTime.of(7, 0), BERLIN);

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Nested
    class Before_the_first_edition {
        @Test
        void what_ended_before_the_digest_was_set_up_is_not_told() {
            assertThat(atSeven.due(null, at("2026-07-01T06:00:00Z"), at("2026-07-01T20:00:00Z")))
                    .isEmpty();
        }

        @Test
        void the_first_edition_tells_the_day_before_it() {
            assertThat(atSeven.due(null, at("2026-07-01T06:00:00Z"), at("2026-07-02T05:00:00Z")))
                    .contains(new Span(at("2026-07-01T05:00:00Z"), at("2026-07-02T05:00:00Z")));
        }
    }

    @Nested
    class After_an_edition {
        private final Instant reported = at("2026-07-02T05:00:00Z");

        @Test
        void nothing_is_due_until_the_next_end() {
            assertThat(atSeven.due(reported, Instant.EPOCH, at("2026-07-03T04:59:59Z")))
                    .isEmpty();
        }

        @Test
        void the_next_begins_where_the_last_one_stopped() {
            assertThat(atSeven.due(reported, Instant.EPOCH, at("2026-07-03T05:00:00Z")))
                    .contains(new Span(reported, at("2026-07-03T05:00:00Z")));
        }

        @Test
        void days_without_a_service_are_told_in_one() {
            assertThat(atSeven.due(reported, Instant.EPOCH, at("2026-07-06T12:00:00Z")))
                    .contains(new Span(reported, at("2026-07-06T05:00:00Z")));
        }

        @Test
        void after_a_send_now_the_rest_of_the_day_is_told_at_its_end() {
            Instant sentNow = at("2026-07-02T13:37:00Z");
            assertThat(atSeven.due(sentNow, Instant.EPOCH, at("2026-07-03T05:00:00Z")))
                    .contains(new Span(sentNow, at("2026-07-03T05:00:00Z")));
        }
    }

    @Nested
    class When_the_clocks_change {
        @Test
        void the_local_hour_stays() {
            assertThat(atSeven.lastEnd(at("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-28T06:00:00Z");
            assertThat(atSeven.lastEnd(at("2026-03-29T12:00:00Z"))).isEqualTo("2026-03-29T05:00:00Z");
        }

        @Test
        void an_hour_left_out_ends_the_period_an_hour_later() {
            var atHalfPastTwo = new DailyPeriods(LocalTime.of(2, 30), BERLIN);
            assertThat(atHalfPastTwo.lastEnd(at("2026-03-29T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        }

        @Test
        void an_hour_that_comes_twice_ends_it_once() {
            var atHalfPastTwo = new DailyPeriods(LocalTime.of(2, 30), BERLIN);
            Instant first = at("2026-10-25T00:30:00Z");
            assertThat(atHalfPastTwo.lastEnd(at("2026-10-25T00:45:00Z"))).isEqualTo(first);
            assertThat(atHalfPastTwo.due(first, Instant.EPOCH, at("2026-10-25T01:45:00Z")))
                    .isEmpty();
        }
    }
}
