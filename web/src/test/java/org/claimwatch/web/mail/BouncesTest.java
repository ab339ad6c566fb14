package org.claimwatch.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Mailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a notification in a real mailbox, read over IMAP, to an address that gets no more. */
@QuarkusTest
class BouncesTest {
    private static final String TEAM = "river-desk";

    @Inject
    Desk desk;

    @Inject
    Outbox outbox;

    @Inject
    Bounces bounces;

    @Inject
    Verp verp;

    @Inject
    EntityManager entities;

    private GreenMailUser mailbox;

    @BeforeEach
    void a_mailbox() {
        mailbox = Mailbox.user();
    }

    @AfterEach
    void empty_it() throws Exception {
        Mailbox.server().purgeEmailFromAllMailboxes();
    }

    @Test
    void an_address_is_stopped_after_three_hard_bounces_of_three_mails() throws Exception {
        String address = "gone-away@example.org";
        for (int i = 1; i <= 3; i++) {
            long copy = sent("digest-9101", address);
            deliver(notification(Objects.requireNonNull(verp.of(copy)), "", "failed", "5.1.1"));
            deliver(notification(Objects.requireNonNull(verp.of(copy)), "", "failed", "5.1.1"));
            bounces.readMailbox();
            assertThat(copy(copy).bounceStatus).isEqualTo("5.1.1");
            assertThat(copy(copy).bounceAnswer).contains("550 no such user");
        }
        assertThat(wanted("digest-9101", address)).isFalse();
        assertThat(wanted("digest-9102", "GONE-away@example.org"))
                .as("whatever the list")
                .isFalse();
        assertThat(left()).as("what was understood is deleted").isZero();
    }

    @Test
    void soft_bounces_delays_and_successes_stop_nothing() throws Exception {
        String address = "full@example.org";
        for (int i = 1; i <= 4; i++) {
            deliver(notification(Objects.requireNonNull(verp.of(sent("digest-9103", address))), "", "failed", "4.2.2"));
            deliver(notification(
                    Objects.requireNonNull(verp.of(sent("digest-9103", address))), "", "delayed", "4.4.1"));
            deliver(notification(
                    Objects.requireNonNull(verp.of(sent("digest-9103", address))), "", "delivered", "2.0.0"));
        }
        bounces.readMailbox();
        assertThat(wanted("digest-9103", address)).isTrue();
    }

    @Test
    void the_mark_in_the_returned_headers_will_do() throws Exception {
        long copy = sent("digest-9104", "headers@example.org");
        deliver(notification(
                "bounces@claimwatch.example", Verp.HEADER + ": " + verp.mark(copy) + "\r\n", "failed", "5.7.1"));
        bounces.readMailbox();
        assertThat(copy(copy).bounceStatus).isEqualTo("5.7.1");
    }

    @Test
    void what_strangers_write_counts_for_nothing() throws Exception {
        long copy = sent("digest-9105", "target@example.org");
        String forged = "bounces+%d-%s@claimwatch.example".formatted(copy, "0".repeat(20));
        deliver(notification(forged, Verp.HEADER + ": " + copy + "-00000000000000000000\r\n", "failed", "5.1.1"));
        deliver("From: a@b.example\r\nTo: bounces@claimwatch.example\r\nSubject: hello\r\n\r\nbuy this");
        deliver("Content-Type: multipart/report; boundary=x\r\nTo: " + verp.of(copy)
                + "\r\n\r\n--x\r\n\r\nno report\r\n--x--");
        deliver("Content-Type: multipart/report\r\nTo: " + verp.of(copy) + "\r\n\r\nno boundary");
        deliver("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n"
                + "\u0000\ud83d\ude00: : :\r\n\r\nAction\r\nStatus: 5\r\n--x--");
        bounces.readMailbox();
        assertThat(copy(copy).bouncedAt).isNull();
        assertThat(left()).as("left for a person to see").isEqualTo(5);
    }

    private long sent(String list, String address) {
        long letter = desk.in(
                TEAM,
                () -> outbox.enter(
                                new MailLetter(
                                        desk.teamId(TEAM),
                                        new MailList(list, "tests"),
                                        new MailText("s", "t", "h"),
                                        Instant.now()),
                                List.of(address))
                        .orElseThrow()
                        .id);
        long id = desk.in(
                TEAM,
                () -> entities.createQuery("select id from MailDelivery where letter.id = :letter", Long.class)
                        .setParameter("letter", letter)
                        .getSingleResult());
        await().atMost(Duration.ofSeconds(60)).until(() -> copy(id).state == MailDelivery.State.SENT);
        return id;
    }

    private boolean wanted(String list, String address) {
        return desk.in(
                TEAM,
                () -> outbox.enter(
                                new MailLetter(
                                        desk.teamId(TEAM),
                                        new MailList(list, "tests"),
                                        new MailText("s", "t", "h"),
                                        Instant.now()),
                                List.of(address))
                        .isPresent());
    }

    private MailDelivery copy(long id) {
        return desk.in(TEAM, () -> entities.find(MailDelivery.class, id));
    }

    private void deliver(String mail) throws Exception {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private int left() throws Exception {
        return Mailbox.server()
                .getManagers()
                .getImapHostManager()
                .getInbox(mailbox)
                .getMessageCount();
    }

    private static String notification(String to, String returned, String action, String status) {
        return """
                From: MAILER-DAEMON@mx.example
                To: <%s>
                Subject: Delivery Status Notification
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Your mail could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; somebody@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 no such
                 user here

                --b
                Content-Type: text/rfc822-headers

                %sSubject: a digest

                --b--
                """.formatted(to, action, status, returned).replace("\n", "\r\n").replace("\r\r", "\r");
    }
}
