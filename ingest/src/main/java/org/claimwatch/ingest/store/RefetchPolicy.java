package org.claimwatch.ingest.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides when an article is looked at again: at the configured ages, sooner where it or its outlet keeps changing, more
 * rarely where nothing ever does, and never after the last age.
 */
final class RefetchPolicy {
    /** A look this close after another shows nothing new. */
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    /** A page that answered that it is not there is asked once more before that is believed. */
    private static final Duration ASSURANCE = Duration.ofHours(1);

    /** The clocks of two replicas may differ so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Looks at an outlet's articles before its habits are known. */
    private static final int ENOUGH_LOOKS = 50;

    private static final double RARE = 0.02;
    private static final double OFTEN = 0.2;
    private static final int VAIN_LOOKS = 2;

    private final RefetchConfig config;

    RefetchPolicy(RefetchConfig config) {
        this.config = config;
    }

    /** How often looks at an outlet's newest articles found a change. */
    record Habit(long looks, long changes) {
        static final Habit UNKNOWN = new Habit(0, 0);

        private boolean rare() {
            return looks >= ENOUGH_LOOKS && changes < RARE * looks;
        }

        private boolean often() {
            return looks >= ENOUGH_LOOKS && changes > OFTEN * looks;
        }
    }

    /**
     * After the text was stored for the first time.
     *
     * @param born when the article was published, as well as one can tell
     */
    Optional<Instant> onFirst(Instant born, Instant now, Habit habit) {
        boolean old = Duration.between(born, now).compareTo(config.oldAfter()) > 0;
        return old ? Optional.empty() : next(born, now, habit.rare() ? 1 : 0, habit.often());
    }

    /** After a look that made a version. */
    Optional<Instant> onChanged(Instant born, Instant now) {
        return next(born, now, 0, true);
    }

    /**
     * After a look that found nothing new, or none at all.
     *
     * @param vain such looks in a row, this one included
     */
    Optional<Instant> onUnchanged(Instant born, Instant now, int vain, Habit habit) {
        boolean seldom = vain >= VAIN_LOOKS || habit.rare();
        return next(born, now, seldom && !habit.often() ? 1 : 0, habit.often());
    }

    /** After the page was first answered to be missing. */
    Optional<Instant> onMissing(Instant now) {
        return config.enabled() ? Optional.of(now.plus(ASSURANCE)) : Optional.empty();
    }

    /** Whether a second answer that the page is missing came long enough after the first to be believed. */
    boolean isSure(Instant missingSince, Instant now) {
        return !now.isBefore(missingSince.plus(ASSURANCE).minus(CLOCKS_DIFFER));
    }

    private Optional<Instant> next(Instant born, Instant now, int skipped, boolean sooner) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        List<Instant> left = config.ages().stream()
                .sorted()
                .map(born::plus)
                .filter(at -> at.isAfter(now.plus(SHORTEST)))
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Instant at = left.get(Math.min(skipped, left.size() - 1));
        Duration half = Duration.between(now, at).dividedBy(2);
        Duration least = Duration.between(born, now).dividedBy(6);
        boolean worthwhile = half.compareTo(SHORTEST) > 0 && half.compareTo(least) > 0;
        return Optional.of(sooner && worthwhile ? now.plus(half) : at);
    }
}
