package org.claimwatch.web.digest;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.claimwatch.common.task.Queue;
import org.claimwatch.common.task.SendDigestIssue;
import org.claimwatch.web.digest.DigestIssue.State;
import org.claimwatch.web.digest.Schedule.Span;
import org.claimwatch.web.mail.MailDelivery;
import org.claimwatch.web.mail.Outbox;
import org.claimwatch.web.security.TeamRows;
import org.hibernate.Session;

/**
 * Closes periods: an edition is entered and its sending enqueued in one transaction, and the database refuses a second
 * edition for the same period, whichever replica asks. What is given up can be sent again, and is told by the next at the latest.
 */
@ApplicationScoped
class DigestLedger {
    private final DigestsOfTeam digests;
    private final IssuesOfDigest issues;
    private final RecipientsOfDigest recipients;
    private final Outbox outbox;
    private final TeamRows teams;
    private final Session session;
    private final SchedulerClient queue;
    private final Clock clock;

    DigestLedger(
            DigestsOfTeam digests,
            IssuesOfDigest issues,
            RecipientsOfDigest recipients,
            Outbox outbox,
            TeamRows teams,
            Session session,
            AgroalDataSource dataSource,
            Clock clock) {
        this.digests = digests;
        this.issues = issues;
        this.recipients = recipients;
        this.outbox = outbox;
        this.teams = teams;
        this.session = session;
        this.queue = Queue.WEB.client(dataSource);
        this.clock = clock;
    }

    /** Closes every period that has ended; one digest's trouble does not hold up the others. */
    void closeEndedPeriods() {
        for (Due due : teams.onRounds(this::active)) {
            try {
                teams.of(due.teamId(), () -> closeEnded(digests.findById(due.digestId())));
            } catch (RuntimeException e) {
                Log.errorf(e, "The period of digest %d could not be closed; it is tried again", due.digestId());
            }
        }
    }

    /** Ends the running period now and sends it. */
    Optional<DigestIssue> closeNow(Digest digest) {
        Instant now = clock.instant();
        return close(
                digest,
                issues.withUntold(
                        digest,
                        digest.schedule().current(issues.reportedTo(digest).orElse(null), now)));
    }

    private record Due(long teamId, long digestId) {}

    private List<Due> active() {
        return digests.active().stream()
                .map(digest -> new Due(Objects.requireNonNull(digest.team.id), id(digest)))
                .toList();
    }

    private void closeEnded(Digest digest) {
        digest.schedule()
                .due(issues.reportedTo(digest).orElse(null), digest.createdAt, clock.instant())
                .ifPresent(span -> close(digest, issues.withUntold(digest, span)));
    }

    /**
     * What was given up is tried once more: copies that reached nobody, under their own Message-IDs, or composing, if it never
     * came to that. Whoever is no recipient any more gets nothing.
     */
    void sendAgain(DigestIssue issue, Collection<MailDelivery> copies) {
        session.refresh(issue, LockModeType.PESSIMISTIC_WRITE);
        boolean underWay = issue.untold() ? enqueue(issue) : outbox.sendAgain(copies, recipients.of(issue.digest)) > 0;
        if (underWay && issue.state == State.FAILED) {
            issue.state = State.PENDING;
            issue.error = null;
        }
    }

    /** An edition that was given up before it was composed goes on as this one, with its period before the new one's. */
    private Optional<DigestIssue> close(Digest digest, Span span) {
        String messageId = "<%s@digests.claimwatch>".formatted(UUID.randomUUID());
        int entered = session.createNativeMutationQuery("""
                        insert into digest_issue (team_id, digest_id, period_start, period_end, message_id)
                        values (:team, :digest, :start, :end, :message) on conflict (digest_id, period_start) do update
                        set period_end = excluded.period_end, state = 'PENDING', error = null
                        where digest_issue.state = 'FAILED' and digest_issue.subject is null
                          and digest_issue.period_end < excluded.period_end
                        """)
                .setParameter("team", digest.team.id)
                .setParameter("digest", id(digest))
                .setParameter("start", span.start(), Instant.class)
                .setParameter("end", span.end(), Instant.class)
                .setParameter("message", messageId)
                .executeUpdate();
        if (entered == 0) {
            return Optional.empty();
        }
        DigestIssue issue = issues.find("digest = ?1 and periodStart = ?2", digest, span.start())
                .singleResult();
        session.refresh(issue);
        if (!enqueue(issue)) {
            throw new IllegalStateException("The last attempt at edition %d has not quite ended".formatted(issue.id));
        }
        return Optional.of(issue);
    }

    private boolean enqueue(DigestIssue issue) {
        long issueId = Objects.requireNonNull(issue.id);
        return queue.scheduleIfNotExists(SendDigestIssue.TASK
                .instance(Long.toString(issueId))
                .data(new SendDigestIssue(issueId))
                .scheduledTo(clock.instant()));
    }

    private static long id(Digest digest) {
        return Objects.requireNonNull(digest.id);
    }
}
