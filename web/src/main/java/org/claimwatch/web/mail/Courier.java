package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.claimwatch.web.mail.Smtp.Answer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands over a mail while its writer waits, for what the outbox may not keep: a mail with a secret in it stands in no table.
 * Each mail has a connection of its own; one kept open would be found dead only after a long silence.
 */
@ApplicationScoped
public class Courier {
    private final Smtp smtp;
    private final String from;
    private final Clock clock;

    Courier(Smtp smtp, @ConfigProperty(name = "quarkus.mailer.from") String from, Clock clock) {
        this.smtp = smtp;
        this.from = from;
        this.clock = clock;
    }

    /** What the mail server said against it; empty if it took the mail. */
    public Optional<String> deliver(String to, String subject, String text) {
        Answer answer = Smtp.nobody(to).orElseGet(() -> {
            String id = "<%s@mail.claimwatch>".formatted(UUID.randomUUID());
            var message = SignedMessage.plain(from, to, id, new MailText(subject, text, ""), clock.instant());
            return smtp.send(message.with("Auto-Submitted", "auto-generated"), null, to);
        });
        return answer.taken() ? Optional.empty() : Optional.of(answer.words());
    }
}
