package org.claimwatch.ingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * How busy an outlet usually is, hour by hour of the week, and how improbable a silence of it is.
 *
 * <p>For each hour of the week (UTC) the chance that the outlet publishes anything in it is estimated from the past
 * weeks: its own hours, shrunk toward the same hour of the other working days or of the other weekend day. Whether
 * anything came is counted and not how much, so that a bulletin of thirty pieces is one event. The chance of a silence
 * is the product of its hours' chances of nothing, its logarithm divided by the overdispersion of the days in that
 * past: an outlet whose days differ more than chance allows must be silent for longer. Besides that a silence must
 * exceed, by the same measure, what the outlet has shown before (all but the one longest gap, which may have been an
 * outage).
 */
final class UsualVolume {
    static final Duration PAST = Duration.ofDays(56);
    static final Duration LEAST_PAST = Duration.ofDays(21);

    /** Less is no outlet that is usually busy. */
    static final double LEAST_PER_WEEK = 5;

    /** A silence less probable than this is an alarm. */
    static final double IMPROBABLE = 1e-5;

    /** And it must be so much longer, in its hours' weight, than the silences before. */
    private static final double LONGER_THAN_BEFORE = 1.25;

    private static final int HOURS = 168;
    private static final int SUNDAY = 6 * 24;
    private static final double PRIOR_WEEKS = 2;
    private static final double PRIOR_DAYS = 2;
    /** No hour is taken to be surer than this, however short its past. */
    private static final double MOST = 0.9;

    private static final long HOUR_S = 3600;
    private static final int MONDAY_OFFSET_HOURS = 72;

    private final double[] weight = new double[HOURS];
    private final double overdispersion;
    private final double longestBefore;
    private final double perWeek;
    private final boolean knownWell;

    private UsualVolume(boolean[] active, long firstHour, int articles) {
        double weeks = active.length / (double) HOURS;
        double[] chance = chances(active, firstHour, weeks);
        for (int hour = 0; hour < HOURS; hour++) {
            weight[hour] = -Math.log(1 - Math.min(chance[hour], MOST));
        }
        perWeek = weeks == 0 ? 0 : articles / weeks;
        knownWell = active.length >= LEAST_PAST.toHours() && perWeek >= LEAST_PER_WEEK;
        overdispersion = overdispersion(active, firstHour, chance);
        longestBefore = longestBefore(active, firstHour);
    }

    /**
     * Learns from the past before a silence.
     *
     * @param articles when the outlet's articles came, in any order
     * @param from start of the past that is known, not earlier than {@link #PAST} before its end
     * @param until its end: the newest article
     */
    static UsualVolume of(Collection<Instant> articles, Instant from, Instant until) {
        Instant earliest = until.minus(PAST);
        long first = hour(from.isBefore(earliest) ? earliest : from);
        int hours = (int) Math.max(0, hour(until) - first + 1);
        boolean[] active = new boolean[hours];
        int counted = 0;
        for (Instant article : articles) {
            long at = hour(article) - first;
            if (at >= 0 && at < hours) {
                active[(int) at] = true;
                counted++;
            }
        }
        return new UsualVolume(active, first, counted);
    }

    double perWeek() {
        return perWeek;
    }

    /**
     * How probable it is that nothing comes within a time; 1 where too little is known to tell.
     *
     * @param daysOff working days, counted from 1970, that were like Sundays
     */
    double chanceOfNothing(Instant since, Instant now, Set<Long> daysOff) {
        return knownWell ? Math.exp(-weightOf(since, now, daysOff) / overdispersion) : 1;
    }

    boolean isAlarming(Instant since, Instant now, Set<Long> daysOff) {
        return chanceOfNothing(since, now, daysOff) < IMPROBABLE
                && weightOf(since, now, daysOff) > LONGER_THAN_BEFORE * longestBefore;
    }

    boolean isAlarming(Instant since, Instant now) {
        return isAlarming(since, now, Set.of());
    }

    /** How many articles a time usually brings: the week's, in proportion to the hours' weight. */
    double usualWithin(Instant since, Instant now) {
        double whole = Arrays.stream(weight).sum();
        return whole == 0 ? 0 : perWeek * weightOf(since, now, Set.of()) / whole;
    }

    /** The whole hours between two times; those at the ends, begun before or not over yet, prove nothing. */
    private double weightOf(Instant since, Instant now, Set<Long> daysOff) {
        double sum = 0;
        for (long hour = hour(since) + 1; hour < hour(now); hour++) {
            double usual = weight[ofWeek(hour)];
            boolean off = daysOff.contains(Math.floorDiv(hour, 24L));
            sum += off ? Math.min(usual, weight[SUNDAY + ofWeek(hour) % 24]) : usual;
        }
        return sum;
    }

    private static double[] chances(boolean[] active, long firstHour, double weeks) {
        double[] own = new double[HOURS];
        double all = 0;
        for (int i = 0; i < active.length; i++) {
            own[ofWeek(firstHour + i)] += active[i] ? 1 : 0;
            all += active[i] ? 1 : 0;
        }
        double mean = active.length == 0 ? 0 : all / active.length;
        double[] chance = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            boolean weekend = hour >= 5 * 24;
            double sum = 0;
            for (int day = weekend ? 5 : 0; day < (weekend ? 7 : 5); day++) {
                sum += own[day * 24 + hour % 24];
            }
            double days = (weekend ? 2 : 5) * weeks;
            double daily = (sum + PRIOR_DAYS * mean) / (days + PRIOR_DAYS);
            chance[hour] = (own[hour] + PRIOR_WEEKS * daily) / (weeks + PRIOR_WEEKS);
        }
        return chance;
    }

    /** Variance of the days' active hours over what independent hours would show, at least 1. */
    private static double overdispersion(boolean[] active, long firstHour, double[] chance) {
        double squares = 0;
        double variance = 0;
        for (int start = 0; start + 24 <= active.length; start += 24) {
            double off = 0;
            for (int i = start; i < start + 24; i++) {
                double p = chance[ofWeek(firstHour + i)];
                off += (active[i] ? 1 : 0) - p;
                variance += p * (1 - p);
            }
            squares += off * off;
        }
        return variance == 0 ? 1 : Math.max(1, squares / variance);
    }

    /** The weight of the second longest gap of the past. */
    private double longestBefore(boolean[] active, long firstHour) {
        double longest = 0;
        double second = 0;
        double gap = 0;
        for (int i = 0; i < active.length; i++) {
            gap = active[i] ? 0 : gap + weight[ofWeek(firstHour + i)];
            boolean over = i + 1 == active.length || active[i + 1];
            if (over && gap > longest) {
                second = longest;
                longest = gap;
            } else if (over && gap > second) {
                second = gap;
            }
        }
        return second;
    }

    private static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), HOUR_S);
    }

    private static int ofWeek(long hour) {
        return (int) Math.floorMod(hour + MONDAY_OFFSET_HOURS, (long) HOURS);
    }
}
