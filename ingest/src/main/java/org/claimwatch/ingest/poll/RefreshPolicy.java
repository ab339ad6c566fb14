package org.claimwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.claimwatch.common.outlet.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a feed is asked next: as often as it yields, never more often than it asks for, less and less often
 * while nothing comes or nothing answers.
 */
final class RefreshPolicy {
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(24);

    /** From here on a feed that never answers is asked once a day, and a person should look at it. */
    private static final int FAILURES_TO_LONGEST = 9;

    private final RandomGenerator random;

    RefreshPolicy(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What is known when a feed has been asked.
     *
     * @param now when it was asked
     * @param lastPoll when it was asked before, null if never
     * @param lastNewEntry when it last announced something new, null if never
     * @param wish how long the feed asks to be left alone, by {@code ttl}, {@code sy:updatePeriod} or
     *     {@code Cache-Control}; zero where it does not
     */
    record Asked(
            Instant now,
            @Nullable Instant lastPoll,
            @Nullable Instant lastNewEntry,
            Duration wish) {
        Duration interval() {
            return lastPoll == null ? SHORTEST : Duration.between(lastPoll, now);
        }
    }

    /** @param announced when the entries in the feed were published, as far as known */
    NextPoll onNewEntries(Asked asked, int count, List<Instant> announced) {
        Optional<Duration> rhythm = rhythm(announced, asked.now());
        Duration interval =
                rhythm.map(gap -> gap.dividedBy(2)).orElse(asked.interval().dividedBy(2));
        String why = count
                + (count == 1 ? " new entry" : " new entries")
                + rhythm.map(gap -> "; it announces one about every " + inWords(gap))
                        .orElse("");
        return active(asked, interval, why);
    }

    NextPoll onNothingNew(Asked asked) {
        return active(asked, quiet(asked), "nothing new");
    }

    NextPoll onNotModified(Asked asked) {
        return active(asked, quiet(asked), "not modified");
    }

    NextPoll onTooManyRequests(Asked asked, Optional<Instant> retryAfter, int failures) {
        if (retryAfter.isPresent()) {
            Instant at = earliest(
                    latest(retryAfter.get(), asked.now().plus(SHORTEST)),
                    asked.now().plus(LONGEST.multipliedBy(7)));
            return new NextPoll(at, "the host asked to be left alone until then", FeedState.FAILING);
        }
        return failing(asked, failures, "the host says it is asked too often");
    }

    /** @param failures how many polls have failed in a row, this one included */
    NextPoll onFailure(Asked asked, int failures) {
        return failing(asked, failures, failures == 1 ? "the poll failed" : "the last " + failures + " polls failed");
    }

    NextPoll onDisallowed(Asked asked) {
        return new NextPoll(
                asked.now().plus(LONGEST), "it may not be fetched; looking again in a day", FeedState.FAILING);
    }

    NextPoll onGone(Asked asked) {
        return new NextPoll(asked.now().plus(LONGEST), "gone for good: not asked any more", FeedState.RETIRED);
    }

    /** A longer pause each time, and never longer than a fifth of the silence so far. */
    private static Duration quiet(Asked asked) {
        Duration longer = asked.interval().multipliedBy(3).dividedBy(2);
        if (asked.lastNewEntry() == null) {
            return longer;
        }
        Duration silence = Duration.between(asked.lastNewEntry(), asked.now());
        return min(longer, max(silence.dividedBy(5), SHORTEST));
    }

    private NextPoll active(Asked asked, Duration interval, String why) {
        Duration bounded = min(max(interval, SHORTEST), LONGEST);
        Duration wish = min(asked.wish(), LONGEST);
        if (wish.compareTo(bounded) > 0) {
            return new NextPoll(
                    asked.now().plus(wish),
                    why + "; the feed asks to be left alone for " + inWords(wish),
                    FeedState.ACTIVE);
        }
        return new NextPoll(
                asked.now().plus(bounded), why + "; asked again after " + inWords(bounded), FeedState.ACTIVE);
    }

    private NextPoll failing(Asked asked, int failures, String why) {
        int doublings = Math.min(Math.max(failures - 1, 0), FAILURES_TO_LONGEST);
        Duration pause = min(SHORTEST.multipliedBy(1L << doublings), LONGEST);
        // Feeds that failed together should not come back together.
        Duration spread = pause.plusMillis((long) (pause.toMillis() * 0.2 * random.nextDouble()));
        Duration wished = max(spread, min(asked.wish(), LONGEST));
        return new NextPoll(asked.now().plus(wished), why + "; next try after " + inWords(pause), FeedState.FAILING);
    }

    /** The middle one of the gaps between entries, and at least a third of the time since the newest. */
    private static Optional<Duration> rhythm(List<Instant> announced, Instant now) {
        List<Instant> times = announced.stream()
                .filter(time -> !time.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(20)
                .toList();
        if (times.size() < 3) {
            return Optional.empty();
        }
        List<Duration> gaps = IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i), times.get(i - 1)))
                .sorted()
                .toList();
        Duration sinceNewest = Duration.between(times.getFirst(), now);
        return Optional.of(max(gaps.get(gaps.size() / 2), sinceNewest.dividedBy(3)));
    }

    static String inWords(Duration duration) {
        long minutes = Math.max(1, Math.round(duration.toSeconds() / 60.0));
        if (minutes < 100) {
            return minutes + " min";
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 48 ? hours + " h" : Math.round(hours / 24.0) + " days";
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
