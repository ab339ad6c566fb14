package org.claimwatch.web.digest;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimwatch.web.digest.Schedule.Span;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Schedule atSeven = Schedule.daily(LocalTime.of(7, 0), BERLIN);

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
    class After_days_without_a_service {
        @Test
        void the_first_edition_tells_all_since_the_digest_was_set_up() {
            assertThat(atSeven.due(null, at("2026-07-01T06:00:00Z"), at("2026-07-04T09:00:00Z")))
                    .contains(new Span(at("2026-07-01T05:00:00Z"), at("2026-07-04T05:00:00Z")));
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
            var atHalfPastTwo = Schedule.daily(LocalTime.of(2, 30), BERLIN);
            assertThat(atHalfPastTwo.lastEnd(at("2026-03-29T12:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        }

        @Test
        void an_hour_that_comes_twice_ends_it_once() {
            var atHalfPastTwo = Schedule.daily(LocalTime.of(2, 30), BERLIN);
            Instant first = at("2026-10-25T00:30:00Z");
            assertThat(atHalfPastTwo.lastEnd(at("2026-10-25T00:45:00Z"))).isEqualTo(first);
            assertThat(atHalfPastTwo.due(first, Instant.EPOCH, at("2026-10-25T01:45:00Z")))
                    .isEmpty();
        }
    }

    @Nested
    class In_other_rhythms {
        @Test
        void weekdays_leave_the_weekend_to_monday() {
            var weekdays = new Schedule(false, List.of(LocalTime.of(7, 0)), EnumSet.range(MONDAY, FRIDAY), BERLIN);
            Instant friday = at("2026-07-03T05:00:00Z");
            assertThat(weekdays.nextEnd(friday)).isEqualTo("2026-07-06T05:00:00Z");
            assertThat(weekdays.due(friday, Instant.EPOCH, at("2026-07-06T05:00:00Z")))
                    .contains(new Span(friday, at("2026-07-06T05:00:00Z")));
            assertThat(weekdays.inWords()).isEqualTo("Mondays, Tuesdays, Wednesdays, Thursdays, Fridays at 07:00");
        }

        @Test
        void several_times_a_day_are_told_at_each() {
            var thrice = new Schedule(
                    false,
                    List.of(LocalTime.of(18, 0), LocalTime.of(7, 0), LocalTime.of(12, 30)),
                    EnumSet.allOf(DayOfWeek.class),
                    BERLIN);
            assertThat(thrice.nextEnd(at("2026-07-03T05:00:00Z"))).isEqualTo("2026-07-03T10:30:00Z");
            assertThat(thrice.nextEnd(at("2026-07-03T10:30:00Z"))).isEqualTo("2026-07-03T16:00:00Z");
            assertThat(thrice.inWords()).isEqualTo("daily at 07:00, 12:30, 18:00");
        }

        @Test
        void a_week_ends_on_its_day() {
            var weekly = new Schedule(false, List.of(LocalTime.of(9, 0)), Set.of(FRIDAY), BERLIN);
            assertThat(weekly.due(null, at("2026-06-30T00:00:00Z"), at("2026-07-03T08:00:00Z")))
                    .contains(new Span(at("2026-06-26T07:00:00Z"), at("2026-07-03T07:00:00Z")));
        }

        @Test
        void every_hour_counts_an_hour_that_comes_twice_twice() {
            var hourly = Schedule.hourly(15, BERLIN);
            assertThat(hourly.nextEnd(at("2026-10-25T00:15:00Z"))).isEqualTo("2026-10-25T01:15:00Z");
            assertThat(hourly.nextEnd(at("2026-03-29T00:15:00Z"))).isEqualTo("2026-03-29T01:15:00Z");
            assertThat(hourly.inWords()).isEqualTo("every hour at :15");
        }
    }

    /** Every zone that Java knows, with each change of its clocks from 2011 (Samoa left a day out) to 2028. */
    @Nested
    class In_every_zone {
        private static final Instant BEGIN = Instant.parse("2011-01-01T00:00:00Z");
        private static final Instant END = Instant.parse("2028-01-01T00:00:00Z");

        @Test
        void periods_tile_time_round_every_change_of_the_clocks() {
            var random = new Random(7);
            int zones = 0;
            long changes = 0;
            for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
                ZoneId zone = ZoneId.of(id);
                zones++;
                tile(any(random, zone), instant(random));
                ZoneOffsetTransition change = zone.getRules().nextTransition(BEGIN);
                while (change != null && change.getInstant().isBefore(END)) {
                    tile(any(random, zone), change.getInstant());
                    changes++;
                    change = zone.getRules().nextTransition(change.getInstant());
                }
            }
            assertThat(zones).isGreaterThan(500);
            assertThat(changes).isGreaterThan(5_000);
        }

        @Test
        void a_time_that_exists_once_is_the_local_time_of_the_end() {
            var random = new Random(11);
            for (String id : ZoneId.getAvailableZoneIds()) {
                ZoneId zone = ZoneId.of(id);
                var at = LocalTime.of(random.nextInt(24), random.nextInt(60));
                Instant end = Schedule.daily(at, zone).nextEnd(instant(random));
                LocalDateTime local = LocalDateTime.ofInstant(end, zone);
                if (zone.getRules()
                                .getValidOffsets(local.toLocalDate().atTime(at))
                                .size()
                        == 1) {
                    assertThat(local.toLocalTime()).as("%s at %s", id, at).isEqualTo(at);
                }
            }
        }

        /** From some time before to some time after, each end follows the one before it, whoever asks when. */
        private void tile(Schedule schedule, Instant around) {
            long hours = schedule.hourly() ? 5 : 72;
            Instant stop = around.plus(hours, ChronoUnit.HOURS);
            Instant end = schedule.lastEnd(around.minus(hours, ChronoUnit.HOURS));
            while (end.isBefore(stop)) {
                Instant next = schedule.nextEnd(end);
                String what = "%s %s after %s".formatted(schedule.zone(), schedule.inWords(), end);
                assertThat(next).as(what).isAfter(end);
                assertThat(schedule.lastEnd(next)).as(what).isEqualTo(next);
                assertThat(schedule.lastEnd(next.minusNanos(1))).as(what).isEqualTo(end);
                assertThat(schedule.nextEnd(next.minusNanos(1))).as(what).isEqualTo(next);
                Instant between = end.plus(Duration.between(end, next).dividedBy(3));
                assertThat(schedule.nextEnd(between)).as(what).isEqualTo(next);
                assertThat(schedule.due(end, Instant.EPOCH, next)).as(what).contains(new Span(end, next));
                end = next;
            }
        }

        private Schedule any(Random random, ZoneId zone) {
            LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(60));
            return switch (random.nextInt(5)) {
                case 0 -> Schedule.hourly(at.getMinute(), zone);
                // Most clocks change between midnight and three.
                case 1 -> Schedule.daily(LocalTime.of(random.nextInt(4), at.getMinute()), zone);
                case 2 -> new Schedule(false, List.of(at), Set.of(DayOfWeek.of(1 + random.nextInt(7))), zone);
                case 3 -> new Schedule(false, List.of(at), EnumSet.range(MONDAY, FRIDAY), zone);
                default ->
                    new Schedule(
                            false,
                            List.of(at, LocalTime.of(2, 30), LocalTime.of(3, 30), LocalTime.MIDNIGHT),
                            EnumSet.allOf(DayOfWeek.class),
                            zone);
            };
        }

        private Instant instant(Random random) {
            return BEGIN.plusSeconds(
                    (long) (random.nextDouble() * Duration.between(BEGIN, END).toSeconds()));
        }
    }
}
