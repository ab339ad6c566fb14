package org.claimwatch.ingest.silence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.Session;

/**
 * On which working days of a silence did nobody work? No calendar knows every country's holidays, but its outlets do.
 *
 * <p>A day counts as one off where the outlets of the country that keep office hours were as quiet as on a Sunday, or
 * where the outlet itself published nothing on the same date a year before. Takes part in the caller's transaction.
 */
@ApplicationScoped
class DaysOff {
    /** A longer row of holidays is none. */
    private static final int MOST_DAYS = 10;

    /** Other outlets that must be known to tell a holiday by; their share that must have been quiet. */
    private static final int LEAST_PEERS = 2;

    private static final double QUIET = 2 / 3.0;
    private static final int MOST_PEERS = 50;

    private final Session session;

    DaysOff(Session session) {
        this.session = session;
    }

    /** The days, in UTC, as counted by {@link LocalDate#toEpochDay}. */
    Set<Long> of(long outlet, Instant since, Instant now) {
        var off = new HashSet<Long>();
        LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(since, ZoneOffset.UTC);
        for (int i = 0; i <= MOST_DAYS && !day.isAfter(last); i++, day = day.plusDays(1)) {
            Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end = start.plus(Duration.ofDays(1)).isBefore(now) ? start.plus(Duration.ofDays(1)) : now;
            boolean working = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (working && (othersWereQuiet(outlet, day, start, end) || wasOffLastYear(outlet, day))) {
                off.add(day.toEpochDay());
            }
        }
        return off;
    }

    /** Compared with the same hours of the four weeks before, and of their Sundays, so that a day is judged while it lasts. */
    private boolean othersWereQuiet(long outlet, LocalDate day, Instant start, Instant end) {
        Object[] peers = session.createNativeQuery("""
                        with peer as (
                          select o.id from outlet o
                          where o.country = (select country from outlet where id = :outlet) and o.id <> :outlet
                            and exists (select from feed f where f.outlet_id = o.id and f.state = 'ACTIVE'
                                        and f.last_poll_at > cast(:end as timestamptz) - interval '3 hours')
                          order by o.id limit :most
                        ), published as (
                          select p.id,
                            (select count(*) from article a where a.outlet_id = p.id
                              and a.discovered_at >= :start and a.discovered_at < :end) as today,
                            (select count(*) from article a, generate_series(1, 4) week where a.outlet_id = p.id
                              and a.discovered_at >= cast(:start as timestamptz) - week * interval '7 days'
                              and a.discovered_at < cast(:end as timestamptz) - week * interval '7 days') / 4.0 as usual,
                            (select count(*) from article a, generate_series(0, 3) week where a.outlet_id = p.id
                              and a.discovered_at >= cast(:start as timestamptz) - :past * interval '1 day' - week * interval '7 days'
                              and a.discovered_at < cast(:end as timestamptz) - :past * interval '1 day' - week * interval '7 days')
                              / 4.0 as sundays
                          from peer p)
                        select count(*), count(*) filter (where today <= usual / 3) from published
                        where usual >= 3 and sundays <= usual / 3""", Object[].class)
                .setParameter("outlet", outlet)
                .setParameter("most", MOST_PEERS)
                .setParameter("start", start)
                .setParameter("end", end)
                .setParameter("past", day.getDayOfWeek().getValue())
                .getSingleResult();
        long known = ((Number) peers[0]).longValue();
        long quiet = ((Number) peers[1]).longValue();
        return known >= LEAST_PEERS && quiet >= QUIET * known;
    }

    /** Nothing on that date, though it was a working day and the week around it had articles on each side. */
    private boolean wasOffLastYear(long outlet, LocalDate day) {
        LocalDate then = day.minusYears(1);
        if (then.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            return false;
        }
        Object[] counts = session.createNativeQuery("""
                        select count(*) filter (where discovered_at < :start),
                               count(*) filter (where discovered_at >= :start and discovered_at < :end),
                               count(*) filter (where discovered_at >= :end)
                        from article where outlet_id = :outlet
                        and discovered_at >= cast(:start as timestamptz) - interval '7 days'
                        and discovered_at < cast(:end as timestamptz) + interval '7 days'""", Object[].class)
                .setParameter("outlet", outlet)
                .setParameter("start", then.atStartOfDay(ZoneOffset.UTC).toInstant())
                .setParameter(
                        "end", then.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .getSingleResult();
        double week = UsualVolume.LEAST_PER_WEEK;
        return number(counts[0]) >= week && number(counts[1]) == 0 && number(counts[2]) >= week;
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
