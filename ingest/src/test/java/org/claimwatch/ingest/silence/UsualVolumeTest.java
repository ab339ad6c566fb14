package org.claimwatch.ingest.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimwatch.ingest.support.PublicationHistory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UsualVolumeTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final Duration YEAR = Duration.ofDays(364);

    /** Outlets busy enough to be missed. */
    private static final List<PublicationHistory> BUSY = List.of(
            PublicationHistory.AGENCY_ROUND_THE_CLOCK,
            PublicationHistory.BROADCASTER,
            PublicationHistory.NEWSPAPER_IN_OFFICE_HOURS,
            PublicationHistory.ACROSS_THE_DATE_LINE,
            PublicationHistory.BURSTS,
            PublicationHistory.MORNING_EDITION,
            PublicationHistory.WEEKLY);

    @Nested
    class An_outlet_that_carries_on {
        @Test
        void is_hardly_ever_reported_silent() {
            int alarms = 0;
            int outletYears = 0;
            for (PublicationHistory kind : BUSY) {
                int ofKind = 0;
                for (int seed = 0; seed < 12; seed++) {
                    ofKind += alarmsIn(kind.entries(
                            START, YEAR, new Random(97L * kind.name().hashCode() + seed)));
                }
                System.out.printf("%-28s %d false alarms in 12 outlet years%n", kind, ofKind);
                alarms += ofKind;
                outletYears += 12;
            }
            System.out.printf("all: %.2f false alarms in an outlet year%n", alarms / (double) outletYears);
            assertThat(alarms / (double) outletYears).isLessThanOrEqualTo(0.1);
        }

        @Test
        void may_have_a_quiet_weekend() {
            var articles =
                    PublicationHistory.NEWSPAPER_IN_OFFICE_HOURS.entries(START, Duration.ofDays(54), new Random(4));
            Instant friday = articles.getLast();
            var usual = UsualVolume.of(articles, START, friday);
            Instant monday = START.plus(Duration.ofDays(56));
            assertThat(usual.isAlarming(friday, monday)).isFalse();
            assertThat(usual.usualWithin(friday, monday)).isLessThan(3);
            assertThat(usual.isAlarming(friday, monday.plus(Duration.ofHours(17))))
                    .as("a whole Monday without a line")
                    .isTrue();
        }
    }

    @Nested
    class An_outlet_that_falls_silent {
        @Test
        void is_noticed_soon_by_its_own_measure() {
            for (PublicationHistory kind : BUSY) {
                List<Duration> delays = new ArrayList<>();
                for (int seed = 0; seed < 9; seed++) {
                    Instant end = START.plus(Duration.ofDays(70)).plus(Duration.ofHours(19L * seed));
                    var articles = kind.entries(START, Duration.between(START, end), new Random(11 + seed));
                    delays.add(delay(articles));
                }
                delays.sort(null);
                Duration median = delays.get(delays.size() / 2);
                System.out.printf("%-28s noticed after %d h (median)%n", kind, median.toHours());
                assertThat(median).as(kind.name()).isLessThan(longest(kind));
            }
        }

        private static Duration longest(PublicationHistory kind) {
            return switch (kind) {
                case AGENCY_ROUND_THE_CLOCK -> Duration.ofHours(12);
                case WEEKLY -> Duration.ofDays(40);
                case BURSTS -> Duration.ofDays(10);
                case MORNING_EDITION -> Duration.ofDays(14);
                default -> Duration.ofDays(3);
            };
        }
    }

    @Nested
    class An_outlet_that_is_hardly_known {
        @Test
        void is_not_missed() {
            var young = PublicationHistory.AGENCY_ROUND_THE_CLOCK.entries(START, Duration.ofDays(14), new Random(1));
            var usual = UsualVolume.of(young, START, young.getLast());
            assertThat(usual.isAlarming(young.getLast(), START.plus(Duration.ofDays(30))))
                    .isFalse();
            var rare = PublicationHistory.BLOG.entries(START, Duration.ofDays(60), new Random(1));
            assertThat(UsualVolume.of(rare, START, rare.getLast())
                            .isAlarming(rare.getLast(), START.plus(Duration.ofDays(200))))
                    .isFalse();
            assertThat(UsualVolume.of(List.of(), START, START).perWeek()).isZero();
        }
    }

    /** How long after the last article the alarm is raised. */
    private static Duration delay(List<Instant> articles) {
        Instant last = articles.getLast();
        var usual = UsualVolume.of(articles, START, last);
        for (int hours = 1; hours < 24 * 60; hours++) {
            if (usual.isAlarming(last, last.plus(Duration.ofHours(hours)))) {
                return Duration.ofHours(hours);
            }
        }
        return Duration.ofDays(60);
    }

    /** Each gap between two articles is one chance of a false alarm, greatest at its end. */
    private static int alarmsIn(List<Instant> articles) {
        int alarms = 0;
        int oldest = 0;
        for (int i = 1; i < articles.size(); i++) {
            Instant since = articles.get(i - 1);
            Instant next = articles.get(i);
            if (Duration.between(since, next).compareTo(Duration.ofHours(3)) < 0) {
                continue;
            }
            while (articles.get(oldest).isBefore(since.minus(UsualVolume.PAST))) {
                oldest++;
            }
            alarms += UsualVolume.of(articles.subList(oldest, i), START, since).isAlarming(since, next) ? 1 : 0;
        }
        return alarms;
    }
}
