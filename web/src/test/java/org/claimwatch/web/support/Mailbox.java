package org.claimwatch.web.support;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real IMAP server with the mailbox that bounces come to; it is looked into when a test says so. */
public final class Mailbox implements QuarkusTestResourceLifecycleManager {
    private static final String HOST = "127.0.0.1";
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP));

    @Override
    public Map<String, String> start() {
        SERVER.start();
        user();
        return Map.of(
                "claimwatch.mail.bounces.host", HOST,
                "claimwatch.mail.bounces.port",
                        Integer.toString(SERVER.getImap().getPort()),
                "claimwatch.mail.bounces.tls", "false",
                "claimwatch.mail.bounces.user", "bounces",
                "claimwatch.mail.bounces.password", "secret",
                "claimwatch.mail.bounces.look-every", "1H");
    }

    public static GreenMail server() {
        return SERVER;
    }

    public static GreenMailUser user() {
        return SERVER.setUser("bounces@claimwatch.example", "bounces", "secret");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }
}
