package org.claimwatch.deploy.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;

/** Takes every e-mail that the stack sends and delivers none: a page lists and shows what it caught. */
public final class MailCatcher implements AutoCloseable {
    private final GreenMail server;
    private final MailPage page;

    public MailCatcher(Ports ports) {
        this.server = new GreenMail(new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        this.page = new MailPage(this::caught, ports.mailPage());
    }

    public void start() throws IOException {
        server.start();
        page.start();
    }

    /** Oldest first. */
    public List<MimeMessage> caught() {
        return List.of(server.getReceivedMessages());
    }

    /** Forgets what it caught so far. */
    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the caught e-mails could not be forgotten", e);
        }
    }

    @Override
    public void close() {
        page.close();
        server.stop();
    }
}
