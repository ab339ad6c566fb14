package org.claimwatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.ingest.support.PublicationHistory;
import org.junit.jupiter.api.Test;

/** Ten weeks of many feeds: how many polls does the policy save against a fixed interval that is as fast? */
class RhythmSimulationTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(70);
    private static final int FEEDS_OF_A_KIND = 6;

    /** What polling a feed cost, and how late each entry was seen. */
    private record Outcome(long polls, long entries, double lateHours) {
        Outcome plus(Outcome other) {
            return new Outcome(polls + other.polls, entries + other.entries, lateHours + other.lateHours);
        }

        double meanLatenessHours() {
            return entries == 0 ? 0 : lateHours / entries;
        }
    }

    @Test
    void fewer_polls_than_a_fixed_interval_of_the_same_latency() {
        Outcome all = new Outcome(0, 0, 0);
        double fixedOfEach = 0;
        double adaptiveOfEach = 0;
        for (PublicationHistory kind : PublicationHistory.values()) {
            Outcome ofKind = new Outcome(0, 0, 0);
            for (int feed = 0; feed < FEEDS_OF_A_KIND; feed++) {
                var entries =
                        kind.entries(START, LENGTH, new Random(31L * kind.name().hashCode() + feed));
                ofKind = ofKind.plus(adaptive(entries));
            }
            // The fixed interval that hindsight would choose for this kind alone: half of it is its mean lateness.
            double fixed = ofKind.entries == 0 ? ofKind.polls : pollsAt(2 * ofKind.meanLatenessHours());
            System.out.printf(
                    "%-28s %7d entries  %7d polls  %6.1f min late  fixed of its own %7.0f polls  saved %3.0f %%%n",
                    kind,
                    ofKind.entries,
                    ofKind.polls,
                    60 * ofKind.meanLatenessHours(),
                    fixed,
                    100 * (1 - ofKind.polls / fixed));
            fixedOfEach += fixed;
            adaptiveOfEach += ofKind.polls;
            all = all.plus(ofKind);
        }
        double oneForAll = pollsAt(2 * all.meanLatenessHours()) * PublicationHistory.values().length;
        double saved = 1 - all.polls / oneForAll;
        double savedOfEach = 1 - adaptiveOfEach / fixedOfEach;
        System.out.printf(
                "all: %d polls, %.1f min late; one fixed interval %.0f polls, saved %.0f %%; a fixed interval for each"
                        + " kind, chosen with hindsight, %.0f polls, saved %.0f %%%n",
                all.polls, 60 * all.meanLatenessHours(), oneForAll, 100 * saved, fixedOfEach, 100 * savedOfEach);
        assertThat(saved).as("against one fixed interval").isGreaterThanOrEqualTo(0.30);
        assertThat(savedOfEach)
                .as("against each kind's own best fixed interval")
                .isGreaterThanOrEqualTo(0.20);
    }

    /** Polls of all feeds of a kind at a fixed interval. */
    private static double pollsAt(double intervalHours) {
        return FEEDS_OF_A_KIND * LENGTH.toHours() / intervalHours;
    }

    private static Outcome adaptive(List<Instant> entries) {
        var policy = new RefreshPolicy(new Random(5));
        Rhythm rhythm = Rhythm.unknown(START);
        Instant lastNew = null;
        Instant now = START;
        int seen = 0;
        long polls = 0;
        double late = 0;
        while (now.isBefore(START.plus(LENGTH))) {
            polls++;
            List<Instant> fresh = new ArrayList<>();
            while (seen < entries.size() && !entries.get(seen).isAfter(now)) {
                fresh.add(entries.get(seen));
                late += Duration.between(entries.get(seen), now).toMillis() / 3_600_000.0;
                seen++;
            }
            rhythm = rhythm.with(fresh, now);
            lastNew = fresh.isEmpty() ? lastNew : now;
            var asked = new RefreshPolicy.Asked(now, lastNew, rhythm, Wish.NONE);
            NextPoll next = fresh.isEmpty() ? policy.onNothingNew(asked) : policy.onNewEntries(asked, fresh.size());
            assertThat(next.state()).isEqualTo(FeedState.ACTIVE);
            now = next.at();
        }
        return new Outcome(polls, seen, late);
    }
}
