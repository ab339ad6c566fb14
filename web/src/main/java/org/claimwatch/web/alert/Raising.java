package org.claimwatch.web.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.work.Work;
import org.hibernate.LockMode;
import org.hibernate.Session;

/**
 * Raises alerts: each, its keys and what is to be delivered commit together, and the database refuses a second one with the
 * same key, whichever replica looks.
 */
@ApplicationScoped
class Raising implements Work {
    /** How far it looks back behind where it looked last, for what was being stored then; the keys keep it from repeating. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Finding finding;
    private final Notifying notifying;
    private final TeamRows teams;
    private final Session session;
    private final AlertConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Raising(
            Finding finding,
            Notifying notifying,
            TeamRows teams,
            Session session,
            AlertConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.finding = finding;
        this.notifying = notifying;
        this.teams = teams;
        this.session = session;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public List<RecurringTask<?>> rounds() {
        return List.of(Tasks.recurring("raise-alerts", FixedDelay.of(config.lookEvery()))
                .execute((instance, context) -> look()));
    }

    private record Watched(long teamId, long ruleId) {}

    /** One rule's trouble does not hold up the others. */
    void look() {
        List<Watched> all =
                teams.onRounds(() -> session.createQuery("from AlertRule where active order by id", AlertRule.class)
                        .getResultStream()
                        .map(rule -> new Watched(rule.teamId, Objects.requireNonNull(rule.id)))
                        .toList());
        for (Watched watched : all) {
            try {
                teams.of(watched.teamId(), LONGEST, () -> raise(watched.ruleId()));
            } catch (RuntimeException e) {
                meters.counter("claimwatch.web.alerts", "outcome", "failed").increment();
                Log.errorf(e, "Alert rule %d could not be looked at; it is tried again", watched.ruleId());
            }
        }
        notifying.notifyDue();
    }

    private void raise(long ruleId) {
        AlertRule rule = session.find(AlertRule.class, ruleId, LockMode.PESSIMISTIC_WRITE);
        if (rule == null || !rule.active) {
            return;
        }
        Instant now = clock.instant();
        Instant from = max(rule.createdAt, rule.lookedTo.minus(OVERLAP));
        for (Found found : finding.of(rule, from, now)) {
            raise(rule, found, now);
        }
        rule.lookedTo = now;
    }

    /** What is known already by one of its keys passes its other keys on to the alert that it had. */
    private void raise(AlertRule rule, Found found, Instant now) {
        Long known = session.createNativeQuery("""
                        select alert_id from alert_key where rule_id = :rule and kind = :kind and key in (:keys)
                        order by alert_id limit 1""", Long.class)
                .setParameter("rule", rule.id)
                .setParameter("kind", found.kind().name())
                .setParameter("keys", found.keys())
                .getSingleResultOrNull();
        if (known != null) {
            remember(rule, found, known);
            return;
        }
        var alert = new Alert(rule, found, now);
        session.persist(alert);
        session.flush();
        long id = Objects.requireNonNull(alert.id);
        remember(rule, found, id);
        List<AlertChannel> channels = session.createQuery(
                        "from AlertChannel where rule = :rule and stoppedAt is null", AlertChannel.class)
                .setParameter("rule", rule)
                .getResultList();
        for (AlertChannel channel : channels) {
            Instant due = channel.release(now);
            session.createNativeMutationQuery("""
                            insert into alert_delivery (team_id, alert_id, channel_id, due_at)
                            values (:team, :alert, :channel, :due)""")
                    .setParameter("team", rule.teamId)
                    .setParameter("alert", id)
                    .setParameter("channel", channel.id)
                    .setParameter("due", due, Instant.class)
                    .executeUpdate();
            meters.counter("claimwatch.web.alerts", "outcome", due.isAfter(now) ? "held" : "due")
                    .increment();
        }
        meters.counter("claimwatch.web.alerts", "outcome", "raised").increment();
    }

    private void remember(AlertRule rule, Found found, long alertId) {
        session.createNativeMutationQuery("""
                        insert into alert_key (team_id, rule_id, kind, key, alert_id)
                        select :team, :rule, :kind, unnest(cast(:keys as text[])), :alert on conflict do nothing""")
                .setParameter("team", rule.teamId)
                .setParameter("rule", rule.id)
                .setParameter("kind", found.kind().name())
                .setParameter("keys", found.keys().stream().distinct().toArray(String[]::new))
                .setParameter("alert", alertId)
                .executeUpdate();
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
