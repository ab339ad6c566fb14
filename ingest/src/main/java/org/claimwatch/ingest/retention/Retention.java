package org.claimwatch.ingest.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.Session;

/** Gives texts up when an outlet's time for them is over, once a day and in small bites. */
@ApplicationScoped
public class Retention {
    private static final LocalTime NIGHT = LocalTime.of(3, 30);
    private static final int BITE = 100;
    private static final Duration UNFINISHED = Duration.ofDays(1);

    private final Session session;
    private final Traces traces;
    private final MeterRegistry metrics;
    private final Clock clock;

    Retention(Session session, Traces traces, MeterRegistry metrics, Clock clock) {
        this.session = session;
        this.traces = traces;
        this.metrics = metrics;
        this.clock = clock;
    }

    public RecurringTask<Void> task() {
        return Tasks.recurring("expire-texts", new Daily(ZoneOffset.UTC, NIGHT))
                .execute((instance, context) -> expire());
    }

    /** Returns how many versions went. */
    @ActivateRequestContext
    int expire() {
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(this::bite);
            all += some;
        } while (some > 0);
        do {
            some = QuarkusTransaction.requiringNew().call(this::forgetAnnouncements);
        } while (some > 0);
        QuarkusTransaction.requiringNew().run(this::forgetUnfinished);
        metrics.counter("claimwatch.ingest.erased", "because", "retention").increment(all);
        return all;
    }

    /** The oldest first; counted from when a text was fetched, so that an old article read today is not gone tomorrow. */
    private int bite() {
        List<Object[]> due = session.createNativeQuery("""
                        select v.id, a.id from article_version v join article a on a.id = v.article_id
                        join outlet o on o.id = a.outlet_id
                        where v.fetched_at < cast(:now as timestamptz) - o.retention_days * interval '1 day'
                        order by v.fetched_at, v.id limit :bite for update of a skip locked""", Object[].class)
                .setParameter("now", clock.instant())
                .setParameter("bite", BITE)
                .getResultList();
        traces.remove(due.stream().map(row -> ((Number) row[0]).longValue()).toList());
        for (Object[] row : due) {
            // The row stays as a tombstone: an address that is known is not fetched again.
            session.createNativeMutationQuery("""
                            update article a set expired_at = :now, announced_title = null, fetch_error = null,
                              next_fetch_at = null where a.id = :id
                            and not exists (select from article_version v where v.article_id = a.id)""")
                    .setParameter("now", clock.instant())
                    .setParameter("id", row[1])
                    .executeUpdate();
        }
        return due.size();
    }

    /** Pages of an article whose reading was given up half-way. */
    private void forgetUnfinished() {
        session.createNativeMutationQuery("delete from page_under_way where fetched_at < :before")
                .setParameter("before", clock.instant().minus(UNFINISHED))
                .executeUpdate();
    }

    /** A title that a feed announced is text too, though no page came. */
    private int forgetAnnouncements() {
        return session.createNativeMutationQuery("""
                        update article set expired_at = :now, announced_title = null where id in (
                          select a.id from article a join outlet o on o.id = a.outlet_id
                          where a.announced_title is not null
                          and a.discovered_at < cast(:now as timestamptz) - o.retention_days * interval '1 day'
                          and not exists (select from article_version v where v.article_id = a.id)
                          limit :bite for update of a skip locked)""")
                .setParameter("now", clock.instant())
                .setParameter("bite", BITE)
                .executeUpdate();
    }
}
