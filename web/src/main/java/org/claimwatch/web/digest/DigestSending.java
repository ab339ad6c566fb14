package org.claimwatch.web.digest;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.claimwatch.common.task.SendDigestIssue;
import org.claimwatch.common.task.TaskTrace;
import org.claimwatch.web.digest.DigestIssue.State;
import org.claimwatch.web.digest.DigestMails.Edition;
import org.claimwatch.web.digest.Schedule.Span;
import org.claimwatch.web.mail.LetterSettled;
import org.claimwatch.web.mail.MailLetter;
import org.claimwatch.web.mail.MailList;
import org.claimwatch.web.mail.Outbox;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.words.DigestWords;
import org.claimwatch.web.work.Work;

/** Looks for periods that have ended, composes each edition once, under its row's lock, and leaves it in the outbox. */
@ApplicationScoped
class DigestSending implements Work {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final DigestLedger ledger;
    private final TeamRows teams;
    private final EntityManager entities;
    private final DigestMails mails;
    private final RecipientsOfDigest recipients;
    private final ToldByDigest told;
    private final Outbox outbox;
    private final DigestConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    DigestSending(
            DigestLedger ledger,
            TeamRows teams,
            EntityManager entities,
            DigestMails mails,
            RecipientsOfDigest recipients,
            ToldByDigest told,
            Outbox outbox,
            DigestConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.ledger = ledger;
        this.teams = teams;
        this.entities = entities;
        this.mails = mails;
        this.recipients = recipients;
        this.told = told;
        this.outbox = outbox;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public List<RecurringTask<?>> rounds() {
        return List.of(Tasks.recurring("close-digest-periods", FixedDelay.of(config.lookEvery()))
                .execute((instance, context) -> ledger.closeEndedPeriods()));
    }

    @Override
    public List<Task<?>> tasks() {
        FailureHandler<SendDigestIssue> retry = FailureHandler.<SendDigestIssue>maxRetries(config.attempts())
                .withBackoff(config.retryAfter())
                .thenRemove(failure -> note(failure, true));
        return List.of(Tasks.oneTime(SendDigestIssue.TASK)
                .onFailure((failure, operations) -> {
                    note(failure, false);
                    retry.onFailure(failure, operations);
                })
                .execute((instance, context) -> compose(instance.getData().digestIssueId())));
    }

    private void compose(long issueId) {
        teams.teamOf("digest_issue", issueId).ifPresent(team -> teams.of(team, LONGEST, () -> composeLocked(issueId)));
    }

    private void composeLocked(long issueId) {
        DigestIssue issue = entities.find(DigestIssue.class, issueId, LockModeType.PESSIMISTIC_WRITE);
        if (issue == null || issue.state != State.PENDING || issue.subject != null) {
            return;
        }
        Edition edition = mails.compose(issue.digest, new Span(issue.periodStart, issue.periodEnd));
        issue.subject = edition.words().subject();
        issue.claimCount = Math.toIntExact(edition.mail().total().values().stream()
                .mapToLong(Long::longValue)
                .sum());
        issue.error = null;
        told.tell(issue, edition.keys());
        told.traces(edition.claims()).forEach(TaskTrace::link);
        if (edition.mail().quiet() && issue.digest.onQuiet == Digest.OnQuiet.SKIP) {
            issue.state = State.QUIET;
            count("quiet");
            return;
        }
        var letter = new MailLetter(
                Objects.requireNonNull(issue.digest.team.id), list(issue.digest), edition.words(), clock.instant());
        letter.digestIssueId = issue.id;
        if (outbox.enter(letter, recipients.of(issue.digest)).isEmpty()) {
            issue.state = State.QUIET;
            issue.error = "nobody is left who wants it and can be reached";
            count("unwanted");
        }
    }

    private static MailList list(Digest digest) {
        return new MailList(digest.list(), DigestWords.SAY.list(digest.monitor.name, digest.team.name));
    }

    void settled(@Observes LetterSettled settled) {
        if (settled.letter().digestIssueId == null) {
            return;
        }
        DigestIssue issue = entities.find(DigestIssue.class, settled.letter().digestIssueId);
        if (issue == null || issue.state != State.PENDING) {
            return;
        }
        if (settled.sent() > 0) {
            issue.state = State.SENT;
            issue.sentAt = clock.instant();
            count("sent");
        } else {
            issue.state = settled.failed() > 0 ? State.FAILED : State.QUIET;
            issue.error = "it reached nobody; below is why";
            count("failed");
        }
    }

    /** Says on the page why an edition has not been composed; given up, it waits for nobody any more. */
    private void note(ExecutionComplete failure, boolean givenUp) {
        long issueId = ((SendDigestIssue) failure.getExecution().taskInstance.getData()).digestIssueId();
        teams.teamOf("digest_issue", issueId)
                .ifPresent(team -> teams.of(team, () -> {
                    DigestIssue issue = Objects.requireNonNull(entities.find(DigestIssue.class, issueId));
                    issue.error = failure.getCause()
                            .map(DigestSending::rootOf)
                            .map(Throwable::toString)
                            .orElse("unknown");
                    if (givenUp) {
                        issue.state = State.FAILED;
                    }
                }));
        count(givenUp ? "failed" : "retried");
    }

    private void count(String outcome) {
        meters.counter("claimwatch.web.digest", "outcome", outcome).increment();
    }

    private static Throwable rootOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
