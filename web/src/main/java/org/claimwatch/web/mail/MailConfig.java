package org.claimwatch.web.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an instance sets for all its mails. */
@ConfigMapping(prefix = "claimwatch.mail")
public interface MailConfig {
    /**
     * Where bounces come back to, such as {@code bounces@example.org}: each mail's is marked, {@code
     * bounces+12-…@example.org}. Without it the sender gets them and they are not counted.
     */
    Optional<String> bounceAddress();

    /** How long to wait for an answer of the mail server. */
    @WithDefault("30s")
    Duration patience();

    /** How long to wait after a first failed attempt; each further wait is one and a half times as long. */
    @WithDefault("1m")
    Duration retryAfter();

    /** The longest wait: so soon after it comes back, a mail server is asked again. */
    @WithDefault("1h")
    Duration retryAtLeastEvery();

    /** After so much waiting one recipient's copy is given up: RFC 5321 (4.5.4.1) asks for four to five days. */
    @WithDefault("5d")
    Duration giveUpAfter();

    /** After how many mails that came back for good an address gets no more. */
    @WithDefault("3")
    int hardBounces();

    Mailbox bounces();

    /** The mailbox that {@link #bounceAddress} leads to. */
    interface Mailbox {
        /** An IMAP server; without it no bounces are read. */
        Optional<String> host();

        @WithDefault("993")
        int port();

        @WithDefault("true")
        boolean tls();

        Optional<String> user();

        Optional<String> password();

        @WithDefault("INBOX")
        String folder();

        @WithDefault("2m")
        Duration lookEvery();
    }
}
