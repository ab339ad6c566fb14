package org.claimwatch.web.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.work.Work;

/**
 * Reads the mailbox that bounces come back to (IMAP, RFC 9051), and stops an address after too many. What was understood is
 * deleted there; anything else is left as seen, for a person.
 */
@ApplicationScoped
class Bounces implements Work {
    private static final int AT_ONCE = 200;
    private static final int LONGEST = 5 * 1024 * 1024;

    private final MailConfig config;
    private final Verp verp;
    private final Standing standing;
    private final TeamRows teams;
    private final EntityManager entities;
    private final MeterRegistry meters;
    private final Clock clock;

    Bounces(
            MailConfig config,
            Verp verp,
            Standing standing,
            TeamRows teams,
            EntityManager entities,
            MeterRegistry meters,
            Clock clock) {
        this.config = config;
        this.verp = verp;
        this.standing = standing;
        this.teams = teams;
        this.entities = entities;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public List<RecurringTask<?>> rounds() {
        return List.of(
                Tasks.recurring("read-bounces", FixedDelay.of(config.bounces().lookEvery()))
                        .execute((instance, context) -> readMailbox()));
    }

    /** Nothing where the instance has no such mailbox. */
    void readMailbox() {
        Optional<String> host = config.bounces().host();
        if (host.isEmpty()) {
            return;
        }
        String protocol = config.bounces().tls() ? "imaps" : "imap";
        try (Store store = session(protocol).getStore(protocol)) {
            store.connect(
                    host.get(),
                    config.bounces().port(),
                    config.bounces().user().orElse(null),
                    config.bounces().password().orElse(null));
            try (Folder folder = store.getFolder(config.bounces().folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(unseen.length, AT_ONCE); i++) {
                    read(unseen[i]);
                }
            }
        } catch (MessagingException e) {
            count("unreadable");
            Log.warnf(
                    "The mailbox of bounces at %s could not be read, it is tried again: %s",
                    host.get(), e.getMessage());
        }
    }

    private Session session(String protocol) {
        String patience = Long.toString(config.patience().toMillis());
        var settings = new Properties();
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            settings.setProperty("mail.%s.%s".formatted(protocol, wait), patience);
        }
        settings.setProperty("mail.%s.ssl.checkserveridentity".formatted(protocol), "true");
        return Session.getInstance(settings);
    }

    /** Marked as seen before it is heeded: one that breaks us does so once. */
    private void read(Message message) throws MessagingException {
        message.setFlag(Flags.Flag.SEEN, true);
        try {
            Optional<Bounce> bounce = message.getSize() > LONGEST || !(message instanceof MimeMessage mime)
                    ? Optional.empty()
                    : Bounce.read(mime, verp);
            if (bounce.isPresent()) {
                heed(bounce.get());
                message.setFlag(Flags.Flag.DELETED, true);
            } else {
                count("not understood");
            }
        } catch (IOException | MessagingException | RuntimeException e) {
            count("not understood");
            Log.debugf(e, "A mail among the bounces cannot be read");
        }
    }

    /** Once for each copy, however many notifications come of it. */
    void heed(Bounce bounce) {
        teams.teamOf("mail_delivery", bounce.copyId())
                .ifPresent(team -> teams.of(team, () -> {
                    MailDelivery copy =
                            entities.find(MailDelivery.class, bounce.copyId(), LockModeType.PESSIMISTIC_WRITE);
                    if (copy == null || copy.state != MailDelivery.State.SENT || copy.bouncedAt != null) {
                        return;
                    }
                    copy.bouncedAt = clock.instant();
                    copy.bounceStatus = bounce.status();
                    copy.bounceAnswer = bounce.answer();
                    if (bounce.hard()) {
                        standing.cameBack(copy.address, bounce.answer(), config.hardBounces());
                    }
                    count(bounce.hard() ? "hard" : "soft");
                }));
    }

    private void count(String outcome) {
        meters.counter("claimwatch.web.mail.bounces", "outcome", outcome).increment();
    }
}
