package org.claimwatch.web.alert;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.common.task.PostWebhook;
import org.claimwatch.common.task.Queue;
import org.claimwatch.web.alert.AlertNotice.State;
import org.claimwatch.web.mail.LetterSettled;
import org.claimwatch.web.mail.MailLetter;
import org.claimwatch.web.mail.MailList;
import org.claimwatch.web.mail.Outbox;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.words.AlertWords;
import org.claimwatch.web.words.Language;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** Makes one notice for each channel of all that is due there, and hands it to the outbox or to the queue. */
@ApplicationScoped
class Notifying {
    private final AlertMails mails;
    private final Outbox outbox;
    private final TeamRows teams;
    private final Session session;
    private final Rows rows;
    private final SchedulerClient queue;
    private final AlertConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Notifying(
            AlertMails mails,
            Outbox outbox,
            TeamRows teams,
            Session session,
            Rows rows,
            AgroalDataSource dataSource,
            AlertConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.mails = mails;
        this.outbox = outbox;
        this.teams = teams;
        this.session = session;
        this.rows = rows;
        this.queue = Queue.WEB.client(dataSource);
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    private record Due(long teamId, long channelId) {}

    /** Channels with something due; what is held for quiet hours is due when they are over. */
    void notifyDue() {
        Instant now = clock.instant();
        List<Due> due = teams.onRounds(() -> rows.list(Due.class, """
                select distinct d.team_id, d.channel_id from alert_delivery d
                join alert_channel c on c.id = d.channel_id and c.stopped_at is null
                where d.notice_id is null and d.due_at <= :now order by 1, 2""", Map.of("now", now)));
        for (Due one : due) {
            try {
                teams.of(one.teamId(), () -> notice(one.channelId(), now));
            } catch (RuntimeException e) {
                Log.errorf(e, "The notice for alert channel %d could not be made; it is tried again", one.channelId());
            }
        }
    }

    private void notice(long channelId, Instant now) {
        AlertChannel channel = session.find(AlertChannel.class, channelId, LockMode.PESSIMISTIC_WRITE);
        if (channel == null || channel.stoppedAt != null) {
            return;
        }
        var notice = new AlertNotice(channel, now);
        session.persist(notice);
        session.flush();
        int taken = session.createNativeMutationQuery("""
                        update alert_delivery set notice_id = :notice
                        where channel_id = :channel and notice_id is null and due_at <= :now""")
                .setParameter("notice", notice.id)
                .setParameter("channel", channelId)
                .setParameter("now", now, Instant.class)
                .executeUpdate();
        if (taken == 0) {
            // Another replica was here between the look and the lock.
            session.remove(notice);
            return;
        }
        if (channel.kind == AlertChannel.Kind.EMAIL) {
            mail(notice, now);
        } else {
            long id = Objects.requireNonNull(notice.id);
            queue.scheduleIfNotExists(PostWebhook.TASK
                    .instance(Long.toString(id))
                    .data(new PostWebhook(id))
                    .scheduledTo(now));
        }
    }

    private void mail(AlertNotice notice, Instant now) {
        AlertRule rule = notice.channel.rule;
        Language language = language(notice.channel.address);
        var list = new MailList(
                "alerts-" + rule.id,
                language.speaking(() -> AlertWords.SAY.list(rule.monitor.name, rule.monitor.team.name)));
        var letter = new MailLetter(rule.teamId, list, mails.compose(rule, alertsOf(notice), language), now);
        letter.alertNoticeId = notice.id;
        if (outbox.enter(letter, List.of(notice.channel.address)).isEmpty()) {
            notice.settle(State.FAILED, "the recipient stopped it, or mail does not reach the address", 1, now);
            count("unwanted");
        }
    }

    /** Of whoever has an account with that address. */
    private Language language(String address) {
        return session.createQuery(
                        "select language from Account where lower(email) = :address and language is not null",
                        String.class)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(Language::of)
                .orElse(Language.ENGLISH);
    }

    List<Alert> alertsOf(AlertNotice notice) {
        return session.createNativeQuery("""
                        select a.* from alert a join alert_delivery d on d.alert_id = a.id
                        where d.notice_id = :notice order by a.raised_at, a.id""", Alert.class)
                .setParameter("notice", notice.id)
                .getResultList();
    }

    void settled(@Observes LetterSettled settled) {
        Long id = settled.letter().alertNoticeId;
        AlertNotice notice = id == null ? null : session.find(AlertNotice.class, id);
        if (notice != null && notice.state == State.PENDING) {
            boolean sent = settled.sent() > 0;
            String why = outbox.copies(List.of(Objects.requireNonNull(settled.letter().id))).stream()
                    .map(copy -> copy.answer)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("not sent");
            notice.settle(sent ? State.SENT : State.FAILED, sent ? null : why, config.failures(), clock.instant());
            count(sent ? "sent" : "failed");
        }
    }

    private void count(String outcome) {
        meters.counter("claimwatch.web.alerts.notices", "channel", "email", "outcome", outcome)
                .increment();
    }
}
