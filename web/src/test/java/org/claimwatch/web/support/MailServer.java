package org.claimwatch.web.support;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** A real SMTP server that keeps what it is sent. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {
    private static final String HOST = "127.0.0.1";

    /** A busy machine takes its time. */
    private static final long STARTUP_MILLIS = 30_000;

    private static GreenMail server;
    private static int port;

    @Override
    public Map<String, String> start() {
        begin(0);
        port = server.getSmtp().getPort();
        return Map.of("quarkus.mailer.host", HOST, "quarkus.mailer.port", Integer.toString(port));
    }

    /** As if the server's machine had gone. */
    public static void unplug() {
        server.stop();
    }

    public static void plugIn() {
        begin(port);
    }

    /** Where another server can stand in its place while it is unplugged. */
    public static int port() {
        return port;
    }

    public static List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    public static void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void begin(int onPort) {
        var setup = new ServerSetup(onPort, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        server = new GreenMail(setup);
        server.start();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
