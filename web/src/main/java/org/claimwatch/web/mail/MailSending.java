package org.claimwatch.web.mail;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.claimwatch.common.task.SendMail;
import org.claimwatch.web.mail.MailDelivery.State;
import org.claimwatch.web.mail.Smtp.Answer;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.words.MailWords;
import org.claimwatch.web.work.Waits;
import org.claimwatch.web.work.Work;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends each copy once: its row is locked while it is sent and marked only after the mail server has taken it. Only a crash
 * of this process between the two sends it again, under the same Message-ID, and to this one recipient.
 */
@ApplicationScoped
class MailSending implements Work {
    /** A mail takes seven answers: greeting, EHLO, STARTTLS, sender, recipient, DATA, end. */
    private static final int ANSWERS = 8;

    private final TeamRows teams;
    private final EntityManager entities;
    private final Smtp smtp;
    private final Standing standing;
    private final List<StillWanted> wanted;
    private final Stop stop;
    private final Verp verp;
    private final Event<LetterSettled> settled;
    private final MailConfig config;
    private final String from;
    private final MeterRegistry meters;
    private final Clock clock;

    /** Taken by the mail server, and not written down yet: where the database goes away just then, it hears it later. */
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();

    MailSending(
            TeamRows teams,
            EntityManager entities,
            Smtp smtp,
            Standing standing,
            @All List<StillWanted> wanted,
            Stop stop,
            Verp verp,
            Event<LetterSettled> settled,
            MailConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            MeterRegistry meters,
            Clock clock) {
        this.teams = teams;
        this.entities = entities;
        this.smtp = smtp;
        this.standing = standing;
        this.wanted = wanted;
        this.stop = stop;
        this.verp = verp;
        this.settled = settled;
        this.config = config;
        this.from = from;
        this.meters = meters;
        this.clock = clock;
    }

    /** The mail server did not take it now. */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet(String answer) {
            super(answer);
        }
    }

    @Override
    public List<Task<?>> tasks() {
        var waits = new Waits(config.retryAfter(), config.retryAtLeastEvery(), config.giveUpAfter());
        return List.of(Tasks.oneTime(SendMail.TASK)
                .onFailure((failure, operations) -> {
                    Optional<Duration> wait = waits.after(failure.getExecution().consecutiveFailures + 1);
                    note(failure, wait.isEmpty());
                    wait.ifPresentOrElse(
                            duration -> operations.reschedule(
                                    failure, failure.getTimeDone().plus(duration)),
                            operations::remove);
                })
                .execute((instance, context) -> send(instance.getData().mailDeliveryId())));
    }

    void send(long id) {
        Duration longest = config.patience().multipliedBy(ANSWERS);
        teams.teamOf("mail_delivery", id).ifPresent(team -> teams.of(team, longest, () -> sendLocked(id)));
        taken.remove(id);
    }

    private void sendLocked(long id) {
        MailDelivery copy = entities.find(MailDelivery.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (copy == null || copy.state != State.PENDING) {
            return;
        }
        String unwanted = unwanted(copy);
        if (unwanted != null) {
            settle(copy, State.WITHHELD, unwanted, "withheld");
            return;
        }
        Answer answer =
                taken.contains(id) ? Answer.TAKEN : Smtp.nobody(copy.address).orElseGet(() -> post(copy));
        copy.attempts++;
        if (answer.taken()) {
            taken.add(id);
            settle(copy, State.SENT, null, "sent");
        } else if (answer.refusedForGood()) {
            standing.cameBack(copy.address, answer.words(), config.hardBounces());
            settle(copy, State.FAILED, answer.words(), "refused");
        } else {
            throw new NotYet(answer.words());
        }
    }

    private @Nullable String unwanted(MailDelivery copy) {
        Optional<String> withheld = standing.withheld(copy.letter.list, List.of(copy.address)).values().stream()
                .findFirst();
        if (withheld.isPresent()) {
            return withheld.get();
        }
        return wanted.stream().allMatch(asked -> asked.goesTo(copy.letter, copy.address))
                ? null
                : MailWords.SAY.noRecipient();
    }

    private Answer post(MailDelivery copy) {
        String envelopeFrom = verp.of(Objects.requireNonNull(copy.id));
        return Objects.requireNonNull(meters.timer("claimwatch.web.mail.smtp")
                .record(() -> smtp.send(message(copy), envelopeFrom, copy.address)));
    }

    private SignedMessage message(MailDelivery copy) {
        String token = stop.token(copy.teamId, copy.letter.list(), copy.address);
        return SignedMessage.of(
                        from, copy.address, copy.messageId, copy.letter.words().to(token), clock.instant())
                .with("List-Unsubscribe", "<%s>".formatted(stop.address(token)))
                // RFC 8058: a mail program may stop it with one POST and without asking.
                .with("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .with("List-Id", "<%s.claimwatch>".formatted(copy.letter.list))
                .with("Auto-Submitted", "auto-generated")
                .with(Verp.HEADER, verp.mark(Objects.requireNonNull(copy.id)));
    }

    private void note(ExecutionComplete failure, boolean givenUp) {
        long id = ((SendMail) failure.getExecution().taskInstance.getData()).mailDeliveryId();
        String answer = failure.getCause().map(MailSending::said).orElse("unknown");
        teams.teamOf("mail_delivery", id)
                .ifPresent(team -> teams.of(team, () -> {
                    MailDelivery copy = entities.find(MailDelivery.class, id, LockModeType.PESSIMISTIC_WRITE);
                    if (copy == null || copy.state != State.PENDING) {
                        return;
                    }
                    copy.attempts++;
                    if (givenUp) {
                        settle(
                                copy,
                                State.FAILED,
                                "given up after %d attempts: %s".formatted(copy.attempts, answer),
                                "failed");
                    } else {
                        copy.answer = answer;
                        count("retried");
                    }
                }));
    }

    private void settle(MailDelivery copy, State state, @Nullable String answer, String outcome) {
        copy.settle(state, answer, clock.instant());
        count(outcome);
        entities.flush();
        // Whoever settles another copy of it at the same moment waits here, so that one of us sees that all are.
        entities.lock(copy.letter, LockModeType.PESSIMISTIC_WRITE);
        Object[] counts = (Object[])
                entities.createQuery("""
                        select count(case when state = PENDING then 1 end), count(case when state = SENT then 1 end),
                               count(case when state = FAILED then 1 end)
                        from MailDelivery where letter = :letter""").setParameter("letter", copy.letter).getSingleResult();
        if ((long) counts[0] == 0) {
            settled.fire(new LetterSettled(copy.letter, (long) counts[1], (long) counts[2]));
        }
    }

    private void count(String outcome) {
        meters.counter("claimwatch.web.mail", "outcome", outcome).increment();
    }

    private static String said(Throwable cause) {
        return cause instanceof NotYet ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
