package org.claimwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.claimwatch.common.outlet.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a feed is asked next: in the rhythm in which it yields, never more often than it asks for, less and
 * less often while nothing comes or nothing answers.
 */
final class RefreshPolicy {
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(24);

    /** A feed whose hub tells us of changes is asked only to see whether the hub forgets any. */
    static final Duration SUBSCRIBED = Duration.ofHours(12);

    /** What one poll is worth in root hours: a feed with one entry an hour is asked every half hour. */
    static final double PATIENCE = 0.5;

    /** So many entries missing in a row mean that the feed has become slower than it used to be. */
    private static final double MISSED = 3;

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
     * @param lastNewEntry when it last announced something new, null if never
     * @param rhythm of its entries, with those of this poll
     * @param wish how the feed asks to be treated
     */
    record Asked(Instant now, @Nullable Instant lastNewEntry, Rhythm rhythm, Wish wish) {}

    NextPoll onNewEntries(Asked asked, int count) {
        return active(asked, count + (count == 1 ? " new entry" : " new entries"));
    }

    NextPoll onNothingNew(Asked asked) {
        return active(asked, "nothing new");
    }

    NextPoll onNotModified(Asked asked) {
        return active(asked, "not modified");
    }

    /** While its hub tells us of every change. */
    NextPoll onSubscribed(Asked asked) {
        return new NextPoll(
                asked.now().plus(max(SUBSCRIBED, min(asked.wish().pause(), LONGEST))),
                "its hub tells us at once when it changes; asked only now and then to be sure",
                FeedState.ACTIVE);
    }

    NextPoll onTooManyRequests(Asked asked, Optional<Instant> retryAfter, int failures) {
        if (retryAfter.isPresent()) {
            Instant at = earliest(
                    latest(retryAfter.get(), asked.now().plus(SHORTEST)),
                    asked.now().plus(LONGEST.multipliedBy(7)));
            // Those who were told the same time should not all come at that second.
            Duration spread = Duration.ofMillis((long) (SHORTEST.toMillis() * 0.2 * random.nextDouble()));
            return new NextPoll(at.plus(spread), "the host asked to be left alone until then", FeedState.FAILING);
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

    private NextPoll active(Asked asked, String what) {
        double missing = asked.lastNewEntry() == null ? 0 : asked.rhythm().expected(asked.lastNewEntry(), asked.now());
        double scale = missing > MISSED ? MISSED / missing : 1;
        Duration own = max(asked.rhythm().pause(asked.now(), PATIENCE, scale, LONGEST), SHORTEST);
        String why = what + "; usually " + usual(asked.rhythm(), asked.now())
                + (scale < 0.5 ? ", but it has been quiet for long" : "");
        Duration wished = min(asked.wish().pause(), LONGEST);
        Instant at = asked.now().plus(max(own, wished));
        Instant open = asked.wish().skips().afterThem(at);
        if (open.isAfter(at)) {
            return new NextPoll(open, why + "; the feed asks not to be asked before", FeedState.ACTIVE);
        }
        return wished.compareTo(own) > 0
                ? new NextPoll(at, why + "; the feed asks to be left alone for " + inWords(wished), FeedState.ACTIVE)
                : new NextPoll(at, why + "; asked again after " + inWords(own), FeedState.ACTIVE);
    }

    private NextPoll failing(Asked asked, int failures, String why) {
        int doublings = Math.min(Math.max(failures - 1, 0), FAILURES_TO_LONGEST);
        Duration pause = min(SHORTEST.multipliedBy(1L << doublings), LONGEST);
        // Feeds that failed together should not come back together.
        Duration spread = pause.plusMillis((long) (pause.toMillis() * 0.2 * random.nextDouble()));
        Duration wished = max(spread, min(asked.wish().pause(), LONGEST));
        return new NextPoll(asked.now().plus(wished), why + "; next try after " + inWords(wished), FeedState.FAILING);
    }

    /** "14 entries a day, few at this hour": what the rhythm says, for a person to read. */
    private static String usual(Rhythm rhythm, Instant now) {
        double week = rhythm.perWeek();
        String often = week >= 14
                ? rounded(week / 7) + " entries a day"
                : week >= 1.5 ? rounded(week) + " entries a week" : "less than two entries a week";
        double share = rhythm.rate(now) * Rhythm.HOURS / week;
        return often + (share < 0.4 ? ", few at this hour" : share > 2 ? ", most about this hour" : "");
    }

    private static String rounded(double count) {
        return String.format(Locale.ENGLISH, "%.0f", count);
    }

    static String inWords(Duration duration) {
        long minutes = Math.max(1, Math.round(duration.toSeconds() / 60.0));
        if (minutes < 100) {
            return minutes + " min";
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 48 ? hours + " h" : Math.round(hours / 24.0) + " days";
    }

    static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
