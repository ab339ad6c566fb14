package org.claimwatch.web.mail;

/**
 * What a mail says, twice: each of the two can be read alone. Where it says {@link #STOP}, each recipient's copy has its
 * own address.
 */
public record MailText(String subject, String text, String html) {
    /**
     * Stands for the last part of the address that stops a mail. An article that said so, too, would show a recipient the
     * own address once more, and nobody else's.
     */
    public static final String STOP = "your-own-address-to-stop-this";

    /** A subject is one line, whatever a name in it holds. */
    public MailText {
        subject = subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** How long it is on the wire, headers included. */
    public long bytes() {
        return SignedMessage.size(this);
    }

    MailText to(String token) {
        return new MailText(subject, text.replace(STOP, token), html.replace(STOP, token));
    }
}
