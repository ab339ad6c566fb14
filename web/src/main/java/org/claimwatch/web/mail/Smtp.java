package org.claimwatch.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands a mail to the instance's mail server (RFC 5321) and says what it answered. Every wait for an answer has an end, so
 * that a server that stalls holds up nothing but the mail in hand.
 */
@ApplicationScoped
class Smtp {
    /**
     * What the server said.
     *
     * @param code of its reply, 0 where there was none
     * @param words for a person to read
     */
    record Answer(int code, String words) {
        static final Answer TAKEN = new Answer(250, "taken");

        boolean taken() {
            return code / 100 == 2;
        }

        /** Trying again would change nothing (RFC 5321, 4.2.1). */
        boolean refusedForGood() {
            return code / 100 == 5;
        }
    }

    private final Session session;
    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;

    Smtp(
            @ConfigProperty(name = "quarkus.mailer.host") String host,
            @ConfigProperty(name = "quarkus.mailer.port") OptionalInt port,
            @ConfigProperty(name = "quarkus.mailer.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.mailer.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
            @ConfigProperty(name = "quarkus.mailer.start-tls", defaultValue = "OPTIONAL") String startTls,
            MailConfig config) {
        this.host = host;
        this.port = port.orElse(tls ? 465 : 25);
        this.user = user.orElse(null);
        this.password = password.orElse(null);
        String patience = Long.toString(config.patience().toMillis());
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", patience);
        settings.setProperty("mail.smtp.timeout", patience);
        settings.setProperty("mail.smtp.writetimeout", patience);
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(!startTls.equals("DISABLED")));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls.equals("REQUIRED")));
        this.session = Session.getInstance(settings);
    }

    /**
     * @param envelopeFrom where a bounce goes; null for the one whom the mail says it is from
     */
    Answer send(SignedMessage message, @Nullable String envelopeFrom, String to) {
        if (envelopeFrom != null) {
            message.setEnvelopeFrom(envelopeFrom);
        }
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(host, port, user, password);
            transport.sendMessage(message, new Address[] {new InternetAddress(to, true)});
            return Answer.TAKEN;
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("jakarta.mail without its SMTP provider", e);
        } catch (AuthenticationFailedException e) {
            // Not the recipient's fault: whoever runs the instance mends it, and then the mail goes out.
            return new Answer(0, "The mail server did not let us in: " + e.getMessage());
        } catch (MessagingException e) {
            return answer(e);
        }
    }

    /** An answer before anybody is asked, where nobody can be meant. */
    static Optional<Answer> nobody(String address) {
        try {
            new InternetAddress(address, true).validate();
            return Optional.empty();
        } catch (AddressException e) {
            return Optional.of(new Answer(553, "“%s” is not an address that mail can be sent to".formatted(address)));
        }
    }

    /** The library wraps the one reply that matters: the recipient's before the whole mail's. */
    private static Answer answer(MessagingException thrown) {
        Answer found = new Answer(0, said(thrown));
        for (Exception e = thrown; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            Answer reply = switch (e) {
                case SMTPAddressFailedException address -> new Answer(address.getReturnCode(), said(address));
                case SMTPSenderFailedException sender -> new Answer(sender.getReturnCode(), said(sender));
                case SMTPSendFailedException whole
                when whole.getReturnCode() > 0 -> new Answer(whole.getReturnCode(), said(whole));
                default -> null;
            };
            found = reply == null || reply.taken() ? found : reply;
        }
        return found;
    }

    private static String said(Exception e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = root == e || e.getMessage() == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + root.getMessage();
        return words.strip().replaceAll("\\s+", " ");
    }
}
