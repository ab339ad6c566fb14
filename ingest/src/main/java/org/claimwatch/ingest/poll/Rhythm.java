package org.claimwatch.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * When a feed's entries come: how many in each hour of the week, learnt from what it announced, old weeks fading.
 *
 * <p>The rate is that of an inhomogeneous Poisson process with one rate for each hour of the week in UTC. Each hour's
 * own count is smoothed over its neighbours and shrunk toward the same hour of the other working days or of the other
 * weekend day, and that toward the feed's mean; so a feed with few entries is taken to be even, and one with many
 * shows its office hours.
 */
final class Rhythm {
    static final int HOURS = 168;

    /** What was seen counts half after so long: long enough to know weekends, short enough to follow a change. */
    private static final double HALF_LIFE_HOURS = 24.0 * 21;

    /** Before anything was seen a feed is taken to announce one entry in eight hours. */
    private static final double PRIOR_ENTRIES = 0.5;

    private static final double PRIOR_HOURS = 4;

    /**
     * Entries that an hour must have seen to weigh as much as what it is shrunk toward, and the number of days (or
     * weeks) after which it does so however few there were.
     */
    private static final double ENTRIES_TO_BELIEVE = 1.5;

    private static final double DAYS_TO_BELIEVE = 8;
    private static final double WEEKS_TO_BELIEVE = 3;

    /** No hour is taken to be quieter than this share of the mean: a feed may change its habits. */
    private static final double LEAST_SHARE = 0.02;

    private static final double HOUR_MS = 3_600_000.0;
    private static final int MONDAY_OFFSET_HOURS = 3 * 24;

    private final float[] entries;
    private final double hoursSeen;
    private final Instant updatedAt;

    Rhythm(float[] entries, double hoursSeen, Instant updatedAt) {
        this.entries = entries.clone();
        this.hoursSeen = hoursSeen;
        this.updatedAt = updatedAt;
    }

    static Rhythm unknown(Instant now) {
        return new Rhythm(new float[HOURS], 0, now);
    }

    float[] entries() {
        return entries.clone();
    }

    double hoursSeen() {
        return hoursSeen;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /**
     * The rhythm as of a later time, with what came since the last one.
     *
     * @param times of the new entries; those outside the time between count where that begins or ends
     */
    Rhythm with(Collection<Instant> times, Instant now) {
        double passed = Math.max(0, hours(updatedAt, now));
        double kept = Math.pow(2, -passed / HALF_LIFE_HOURS);
        float[] counts = new float[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            counts[hour] = (float) (entries[hour] * kept);
        }
        for (Instant time : times) {
            Instant within = time.isAfter(now) ? now : time.isBefore(updatedAt) ? updatedAt : time;
            counts[hourOfWeek(within)] += 1;
        }
        double mean = HALF_LIFE_HOURS / Math.log(2);
        return new Rhythm(counts, hoursSeen * kept + mean * (1 - kept), now.isAfter(updatedAt) ? now : updatedAt);
    }

    /** Mean number of entries in a week. */
    double perWeek() {
        return mean() * HOURS;
    }

    /** How many entries an hour are usual at a time. */
    double rate(Instant time) {
        return rates()[hourOfWeek(time)];
    }

    /** How many entries are usual within a time. */
    double expected(Instant from, Instant to) {
        double[] rates = rates();
        double total = 0;
        double whole = 0;
        for (double rate : rates) {
            whole += rate;
        }
        double hours = Math.max(0, hours(from, to));
        total += Math.floor(hours / HOURS) * whole;
        double left = hours % HOURS;
        Instant at = from;
        while (left > 0) {
            double step = Math.min(left, untilNextHour(at));
            total += rates[hourOfWeek(at)] * step;
            at = at.plusMillis(Math.max(1, Math.round(step * HOUR_MS)));
            left -= step;
        }
        return total;
    }

    /**
     * How long after a time to look again, so that looks are spread where they find most.
     *
     * <p>For entries at rate r and looks at rate p the mean delay is the mean of r/2p; of all ways to spend the same
     * number of looks the least delay has p in proportion to the square root of r. So the next look is where the
     * integral of that root has grown by one look's worth.
     *
     * @param patience what one look is worth, in root hours: the pause between looks at a feed of one entry an hour
     * @param scale what the usual rates are multiplied by, where the feed is seen to be slower or busier than usual
     */
    Duration pause(Instant from, double patience, double scale, Duration longest) {
        double[] rates = rates();
        double wanted = patience;
        double limit = longest.toMillis() / HOUR_MS;
        double passed = 0;
        Instant at = from;
        while (passed < limit) {
            double root = Math.sqrt(Math.max(rates[hourOfWeek(at)] * scale, 1e-9));
            double step = Math.min(untilNextHour(at), limit - passed);
            if (root * step >= wanted) {
                passed += wanted / root;
                break;
            }
            wanted -= root * step;
            passed += step;
            at = at.plusMillis(Math.max(1, Math.round(step * HOUR_MS)));
        }
        return Duration.ofMillis(Math.round(Math.min(passed, limit) * HOUR_MS));
    }

    private double mean() {
        double total = 0;
        for (float count : entries) {
            total += count;
        }
        return (total + PRIOR_ENTRIES) / (hoursSeen + PRIOR_HOURS);
    }

    private double[] rates() {
        double mean = mean();
        double weeks = hoursSeen / HOURS;
        double[] smooth = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            smooth[hour] =
                    entries[hour] / 2.0 + entries[(hour + 1) % HOURS] / 4.0 + entries[(hour + HOURS - 1) % HOURS] / 4.0;
        }
        double[] rates = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            boolean weekend = hour >= 5 * 24;
            double sum = 0;
            for (int day = weekend ? 5 : 0; day < (weekend ? 7 : 5); day++) {
                sum += smooth[day * 24 + hour % 24];
            }
            double days = weekend ? 2 * weeks : 5 * weeks;
            double doubtOfDay = Math.min(ENTRIES_TO_BELIEVE / mean, DAYS_TO_BELIEVE);
            double daily = (sum + doubtOfDay * mean) / (days + doubtOfDay);
            double doubtOfWeek = Math.min(ENTRIES_TO_BELIEVE / daily, WEEKS_TO_BELIEVE);
            double own = (smooth[hour] + doubtOfWeek * daily) / (weeks + doubtOfWeek);
            rates[hour] = Math.max(own, LEAST_SHARE * mean);
        }
        return rates;
    }

    /** 0 is Monday's first hour in UTC. */
    static int hourOfWeek(Instant time) {
        long hours = Math.floorDiv(time.getEpochSecond(), 3600L) + MONDAY_OFFSET_HOURS;
        return (int) Math.floorMod(hours, (long) HOURS);
    }

    private static double untilNextHour(Instant time) {
        return 1 - Math.floorMod(time.toEpochMilli(), (long) HOUR_MS) / HOUR_MS;
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / HOUR_MS;
    }
}
