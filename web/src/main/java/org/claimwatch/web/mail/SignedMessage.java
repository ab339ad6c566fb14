package org.claimwatch.web.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail in its form for the wire, with a Message-ID that nobody changes. */
final class SignedMessage extends SMTPMessage {
    private final String messageId;

    private SignedMessage(String messageId) {
        super(Session.getInstance(new Properties()));
        this.messageId = messageId;
    }

    /** Text and HTML side by side. */
    static SignedMessage of(String from, String to, String messageId, MailText words, Instant now) {
        SignedMessage message = addressed(from, to, messageId, words.subject(), now);
        try {
            var text = new MimeBodyPart();
            text.setText(words.text(), "UTF-8");
            var html = new MimeBodyPart();
            html.setText(words.html(), "UTF-8", "html");
            message.setContent(new MimeMultipart("alternative", text, html));
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("cannot be written as a mail: " + to, e);
        }
    }

    /** Its text alone. */
    static SignedMessage plain(String from, String to, String messageId, MailText words, Instant now) {
        SignedMessage message = addressed(from, to, messageId, words.subject(), now);
        try {
            message.setText(words.text(), "UTF-8");
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("cannot be written as a mail: " + to, e);
        }
    }

    private static SignedMessage addressed(String from, String to, String messageId, String subject, Instant now) {
        var message = new SignedMessage(messageId);
        try {
            message.setFrom(new InternetAddress(from));
            message.setRecipients(Message.RecipientType.TO, new InternetAddress[] {new InternetAddress(to)});
            message.setSubject(subject, "UTF-8");
            message.setSentDate(Date.from(now));
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("cannot be written as a mail: " + to, e);
        }
    }

    /** How long it is on the wire, in bytes, headers included. */
    static long size(MailText words) {
        var counter = new OutputStream() {
            private long bytes;

            @Override
            public void write(int b) {
                bytes++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes += len;
            }
        };
        try {
            SignedMessage message = of("from@example.org", "to@example.org", "<id@example.org>", words, Instant.EPOCH);
            message.saveChanges();
            message.writeTo(counter);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(
                    "a mail of %d characters cannot be written"
                            .formatted(words.html().length()),
                    e);
        }
        return counter.bytes;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    SignedMessage with(String header, String value) {
        try {
            setHeader(header, value);
            return this;
        } catch (MessagingException e) {
            throw new IllegalStateException("a message of our own can be changed", e);
        }
    }
}
