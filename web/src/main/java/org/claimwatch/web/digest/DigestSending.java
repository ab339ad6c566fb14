package org.claimwatch.web.digest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.claimwatch.web.digest.DailyPeriods.Span;
import org.claimwatch.web.digest.DigestIssue.State;
import org.claimwatch.web.security.TeamRows;
import org.jspecify.annotations.Nullable;

/**
 * Mails an edition once: its row is locked while it is sent and marked only after the mail server has accepted it. Only a
 * crash between the two sends it again, under the same Message-ID.
 */
@ApplicationScoped
class DigestSending {
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(2);

    private final TeamRows teams;
    private final EntityManager entities;
    private final DigestMails mails;
    private final Mailer mailer;
    private final MeterRegistry meters;
    private final Clock clock;

    DigestSending(
            TeamRows teams,
            EntityManager entities,
            DigestMails mails,
            Mailer mailer,
            MeterRegistry meters,
            Clock clock) {
        this.teams = teams;
        this.entities = entities;
        this.mails = mails;
        this.mailer = mailer;
        this.meters = meters;
        this.clock = clock;
    }

    void send(long issueId) {
        teams.teamOf("digest_issue", issueId)
                .ifPresent(team -> teams.of(team, LONGEST_SENDING, () -> sendLocked(issueId)));
    }

    private void sendLocked(long issueId) {
        DigestIssue issue = entities.find(DigestIssue.class, issueId, LockModeType.PESSIMISTIC_WRITE);
        if (issue == null || issue.state != State.PENDING) {
            return;
        }
        DigestMail mail = mails.compose(issue.digest, new Span(issue.periodStart, issue.periodEnd));
        issue.subject = mail.subject();
        issue.claimCount = Math.toIntExact(mail.total());
        issue.error = null;
        if (mail.quiet()) {
            issue.state = State.QUIET;
            count("quiet");
            return;
        }
        meters.timer("claimwatch.web.digest.smtp").record(() -> mailer.send(message(issue, mail)));
        issue.state = State.SENT;
        issue.sentAt = clock.instant();
        count("sent");
    }

    private static Mail message(DigestIssue issue, DigestMail mail) {
        return new Mail()
                .setTo(List.of(issue.digest.recipients))
                .setSubject(mail.subject())
                .setText(DigestMails.Templates.mailText(mail).render())
                .setHtml(DigestMails.Templates.mailHtml(mail).render())
                .addHeader("Message-ID", issue.messageId)
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Id", "digest-%d.claimwatch".formatted(issue.digest.id));
    }

    /** Says on the page why an edition has not gone out; given up, it waits for nobody any more. */
    void failed(long issueId, @Nullable Throwable cause, boolean givenUp) {
        long team = teams.teamOf("digest_issue", issueId).orElseThrow();
        teams.of(team, () -> {
            DigestIssue issue = Objects.requireNonNull(entities.find(DigestIssue.class, issueId));
            issue.error = cause == null ? "unknown" : rootOf(cause).toString();
            if (givenUp) {
                issue.state = State.FAILED;
            }
        });
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
