package org.claimwatch.web.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.common.task.PostWebhook;
import org.claimwatch.web.alert.AlertNotice.State;
import org.claimwatch.web.alert.WebhookClient.Reply;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.work.Work;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Posts notices to webhooks: under the notice's lock, signed, again with growing waits until it is taken or given up. */
@ApplicationScoped
class Webhooks implements Work {
    private static final int GONE = 410;

    private final WebhookClient client;
    private final Notifying notices;
    private final AlertMails mails;
    private final TeamRows teams;
    private final Session session;
    private final ObjectMapper json;
    private final AlertConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Webhooks(
            WebhookClient client,
            Notifying notices,
            AlertMails mails,
            TeamRows teams,
            Session session,
            ObjectMapper json,
            AlertConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.client = client;
        this.notices = notices;
        this.mails = mails;
        this.teams = teams;
        this.session = session;
        this.json = json;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** The other side did not take it now. */
    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet(String answer) {
            super(answer);
        }
    }

    @Override
    public List<Task<?>> tasks() {
        FailureHandler<PostWebhook> retry = FailureHandler.<PostWebhook>maxRetries(config.attempts())
                .withBackoff(config.retryAfter())
                .thenRemove(failure -> note(failure, true));
        return List.of(Tasks.oneTime(PostWebhook.TASK)
                .onFailure((failure, operations) -> {
                    note(failure, false);
                    retry.onFailure(failure, operations);
                })
                .execute((instance, context) -> post(instance.getData().alertNoticeId())));
    }

    private Duration longest() {
        return config.patience().multipliedBy(3).plusSeconds(30);
    }

    void post(long id) {
        teams.teamOf("alert_notice", id).ifPresent(team -> teams.of(team, longest(), () -> postLocked(id)));
    }

    private void postLocked(long id) {
        AlertNotice notice = session.find(AlertNotice.class, id, LockMode.PESSIMISTIC_WRITE);
        if (notice == null || notice.state != State.PENDING) {
            return;
        }
        if (notice.channel.stoppedAt != null) {
            notice.settle(State.FAILED, "the channel is switched off", config.failures(), clock.instant());
            return;
        }
        Reply reply = client.post(
                notice.channel.address, Objects.requireNonNull(notice.channel.secret), notice.token, body(notice));
        notice.attempts++;
        if (reply.taken()) {
            settle(notice, State.SENT, null, "sent");
        } else if (reply.status() == GONE) {
            settle(notice, State.FAILED, reply.words(), "refused");
            notice.channel.stoppedAt = clock.instant();
            notice.channel.stoppedWhy = "the receiver says that it is gone (410)";
        } else {
            throw new NotYet(reply.words());
        }
    }

    private String body(AlertNotice notice) {
        AlertRule rule = notice.channel.rule;
        var told = new LinkedHashMap<String, Object>();
        told.put("notice", notice.token);
        told.put("team", rule.monitor.team.slug);
        told.put("monitor", rule.monitor.name);
        told.put(
                "alerts",
                notices.alertsOf(notice).stream()
                        .map(alert -> Map.of(
                                "id", Objects.requireNonNull(alert.id),
                                "kind", alert.kind.name(),
                                "headline", alert.headline,
                                "language", Objects.requireNonNullElse(alert.language, ""),
                                "why", alert.why,
                                "url", mails.href(alert),
                                "raisedAt", alert.raisedAt.toString()))
                        .toList());
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are JSON", e);
        }
    }

    private void note(ExecutionComplete failure, boolean givenUp) {
        long id = ((PostWebhook) failure.getExecution().taskInstance.getData()).alertNoticeId();
        String answer = failure.getCause()
                .map(cause -> cause instanceof NotYet ? String.valueOf(cause.getMessage()) : cause.toString())
                .orElse("unknown");
        teams.teamOf("alert_notice", id)
                .ifPresent(team -> teams.of(team, () -> {
                    AlertNotice notice = session.find(AlertNotice.class, id, LockMode.PESSIMISTIC_WRITE);
                    if (notice == null || notice.state != State.PENDING) {
                        return;
                    }
                    if (givenUp) {
                        settle(
                                notice,
                                State.FAILED,
                                "given up after %d attempts: %s".formatted(notice.attempts, answer),
                                "failed");
                    } else {
                        notice.attempts++;
                        notice.answer = answer;
                        count("retried");
                    }
                }));
    }

    private void settle(AlertNotice notice, State state, @Nullable String answer, String outcome) {
        // Another notice to the same channel may settle now: its failures are counted one by one.
        session.refresh(notice.channel, LockMode.PESSIMISTIC_WRITE);
        notice.settle(state, answer, config.failures(), clock.instant());
        count(outcome);
    }

    private void count(String outcome) {
        meters.counter("claimwatch.web.alerts.notices", "channel", "webhook", "outcome", outcome)
                .increment();
    }
}
