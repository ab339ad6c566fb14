package org.claimwatch.ingest.silence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Compares each outlet's silence with its own past, and keeps those that are alarming until they end. */
@ApplicationScoped
public class SilenceWatch {
    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** No outlet is missed for less. */
    private static final Duration SHORTEST = Duration.ofHours(3);

    private final Silences silences;
    private final DaysOff daysOff;
    private final Clock clock;

    SilenceWatch(Silences silences, DaysOff daysOff, Clock clock) {
        this.silences = silences;
        this.daysOff = daysOff;
        this.clock = clock;
    }

    public RecurringTask<Void> task() {
        return Tasks.recurring("watch-silence", FixedDelay.of(EVERY)).execute((instance, context) -> watch());
    }

    @ActivateRequestContext
    void watch() {
        Instant now = clock.instant();
        List<Long> quiet = QuarkusTransaction.requiringNew().call(() -> silences.outletsToLookAt(now.minus(SHORTEST)));
        for (long outlet : quiet) {
            QuarkusTransaction.requiringNew().run(() -> look(outlet, now));
        }
    }

    private void look(long outlet, Instant now) {
        Silences.Past past = silences.past(outlet, now);
        Instant newest = past.newest();
        if (newest == null || past.askedUntil() == null) {
            silences.end(outlet, now);
            return;
        }
        UsualVolume usual = UsualVolume.of(past.articles(), past.from(), newest);
        Instant until = past.askedUntil().isBefore(now) ? past.askedUntil() : now;
        Set<Long> off = usual.isAlarming(newest, until) ? daysOff.of(outlet, newest, until) : Set.of();
        if (usual.isAlarming(newest, until, off)) {
            boolean isNew = silences.begin(
                    outlet,
                    newest,
                    now,
                    usual.perWeek(),
                    usual.usualWithin(newest, until),
                    usual.chanceOfNothing(newest, until, off));
            if (isNew) {
                LOG.warnf(
                        "Outlet %d has been silent since %s; usual are %.0f articles a week",
                        outlet, newest, usual.perWeek());
            }
        } else {
            silences.end(outlet, now);
        }
    }
}
