package org.claimwatch.web.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.claimwatch.web.mail.MailDelivery.State;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.MailServer;
import org.claimwatch.web.support.MoodySmtp;
import org.claimwatch.web.support.MoodySmtp.Mood;
import org.claimwatch.web.support.MoodySmtp.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox to a real mail server with moods, recipient by recipient, and what the recipients do then. */
@QuarkusTest
class OutboxTest {
    private static final String TEAM = "river-desk";

    @Inject
    Desk desk;

    @Inject
    Outbox outbox;

    @Inject
    MailSending sending;

    @Inject
    EntityManager entities;

    private MoodySmtp moody;

    @BeforeEach
    void another_mail_server() {
        MailServer.unplug();
        moody = new MoodySmtp(MailServer.port());
    }

    @AfterEach
    void the_usual_one() {
        moody.close();
        MailServer.plugIn();
    }

    @Test
    void one_bad_address_sends_nothing_again_to_the_others() {
        moody.mood("busy@example.org", Mood.NOT_NOW);
        moody.mood("gone@example.org", Mood.NEVER);
        moody.mood("dropped@example.org", Mood.HANG_UP);
        moody.mood("stalled@example.org", Mood.STALL);
        long letter = enter(
                "digest-9001",
                "fine@example.org",
                "busy@example.org",
                "gone@example.org",
                "dropped@example.org",
                "stalled@example.org",
                "FINE@example.org",
                "not an address");
        for (String unlucky : List.of("busy@example.org", "dropped@example.org", "stalled@example.org")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> copy(letter, unlucky).attempts >= 2);
            assertThat(copy(letter, unlucky).state).as(unlucky).isEqualTo(State.PENDING);
            assertThat(copy(letter, unlucky).answer).as(unlucky).isNotBlank();
            moody.mood(unlucky, Mood.TAKE);
        }
        for (String patient : List.of("busy@example.org", "dropped@example.org", "stalled@example.org")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> copy(letter, patient).state == State.SENT);
        }
        assertThat(copy(letter, "busy@example.org").answer).isNull();
        assertThat(copy(letter, "gone@example.org").state).isEqualTo(State.FAILED);
        assertThat(copy(letter, "gone@example.org").answer).contains("550", "nobody of that name");
        assertThat(moody.asked("gone@example.org")).as("a 5xx is final").isEqualTo(1);
        assertThat(copy(letter, "not an address").state).isEqualTo(State.FAILED);
        for (String each : List.of("fine", "busy", "dropped", "stalled")) {
            assertThat(moody.taken(each + "@example.org")).as(each).hasSize(1);
        }
        Taken fine = moody.taken("fine@example.org").getFirst();
        assertThat(fine.data())
                .contains("Message-ID: " + copy(letter, "fine@example.org").messageId)
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "List-Id: <digest-9001.claimwatch>");
        assertThat(fine.from()).matches("bounces\\+\\d+-[0-9a-f]{20}@claimwatch\\.example");
    }

    @Test
    void a_mail_whose_acknowledgement_is_lost_comes_again_under_the_same_message_id() {
        moody.mood("twice@example.org", Mood.TAKE_AND_HANG_UP);
        long letter = enter("digest-9002", "twice@example.org", "once@example.org");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !moody.taken("twice@example.org").isEmpty());
        moody.mood("twice@example.org", Mood.TAKE);
        await().atMost(Duration.ofSeconds(60)).until(() -> copy(letter, "twice@example.org").state == State.SENT);
        List<Taken> copies = moody.taken("twice@example.org");
        assertThat(copies).hasSizeGreaterThan(1);
        assertThat(copies.stream().map(mail -> header(mail, "Message-ID")).distinct())
                .hasSize(1);
        assertThat(moody.taken("once@example.org")).hasSize(1);
    }

    @Test
    void two_replicas_that_send_the_same_copy_send_it_once() throws Exception {
        long letter = enter("digest-9003", "race@example.org");
        long id = Objects.requireNonNull(copy(letter, "race@example.org").id);
        try (var replicas = Executors.newFixedThreadPool(6)) {
            List<Callable<Void>> sendings = IntStream.range(0, 12)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        sending.send(id);
                        return null;
                    })
                    .toList();
            for (var one : replicas.invokeAll(sendings)) {
                one.get();
            }
        }
        assertThat(copy(letter, "race@example.org").state).isEqualTo(State.SENT);
        assertThat(moody.taken("race@example.org")).hasSize(1);
    }

    @Test
    void one_click_stops_it_signed_out_and_looking_does_not() {
        String address = stopAddress(enter("digest-9004", "stop@example.org"), "stop@example.org");
        Response look = given().redirects().follow(false).get(address);
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.asString()).contains("Stop this mail?", "stop@example.org", "the digest of tests");
        assertThat(copy(enter("digest-9004", "stop@example.org"), "stop@example.org").state)
                .isNotEqualTo(State.WITHHELD);

        Response stopped = given().contentType("application/x-www-form-urlencoded")
                .formParam("List-Unsubscribe", "One-Click")
                .post(address);
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.asString()).contains("Stopped", "Send it to me again");
        assertThat(refused("digest-9004", "Stop@Example.org"))
                .as("nobody is left to send to")
                .isTrue();
        assertThat(refused("digest-9005", "stop@example.org"))
                .as("another list goes on")
                .isFalse();

        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .formParam("again", "yes")
                        .post(address)
                        .asString())
                .contains("Stop this mail?");
        assertThat(refused("digest-9004", "stop@example.org")).isFalse();
        assertThat(given().multiPart("List-Unsubscribe", "One-Click")
                        .post(address)
                        .asString())
                .contains("Stopped");
    }

    @Test
    void a_forged_or_changed_address_stops_nothing() {
        String address = stopAddress(enter("digest-9006", "forged@example.org"), "forged@example.org");
        String token = address.substring(address.lastIndexOf('/') + 1);
        String changed = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        for (String wrong : List.of(changed, token + "x", "nothing", "a.b", ".", "%00", "..%2f..")) {
            Response answer = given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post("/stop/" + wrong);
            assertThat(answer.statusCode()).as(wrong).isIn(400, 404, 302);
        }
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .body("x=y")
                        .post(address)
                        .statusCode())
                .isEqualTo(400);
        assertThat(refused("digest-9006", "forged@example.org")).isFalse();
    }

    private String stopAddress(long letter, String to) {
        await().atMost(Duration.ofSeconds(60)).until(() -> copy(letter, to).state == State.SENT);
        String header = header(moody.taken(to).getLast(), "List-Unsubscribe");
        return header.replaceAll("^<https?://[^/]+|>$", "");
    }

    private boolean refused(String list, String address) {
        return desk.in(TEAM, () -> outbox.enter(letter(list), List.of(address)).isEmpty());
    }

    private long enter(String list, String... addresses) {
        return desk.in(
                TEAM, () -> outbox.enter(letter(list), Arrays.asList(addresses)).orElseThrow().id);
    }

    private MailLetter letter(String list) {
        return new MailLetter(
                desk.teamId(TEAM),
                new MailList(list, "the digest of tests"),
                new MailText("Subject\r\nBcc: all@example.org", "text", "<p>html</p>"),
                Instant.now());
    }

    private MailDelivery copy(long letter, String address) {
        return desk.in(
                TEAM,
                () -> entities.createQuery(
                                "from MailDelivery where letter.id = :letter and address = :address",
                                MailDelivery.class)
                        .setParameter("letter", letter)
                        .setParameter("address", address)
                        .getSingleResult());
    }

    private static String header(Taken mail, String name) {
        String unfolded = mail.data().replaceAll("\n[ \t]+", " ");
        Matcher header = Pattern.compile("(?m)^" + name + ":\\s*(.*)$").matcher(unfolded);
        assertThat(header.find()).as(name).isTrue();
        return header.group(1).replace(" ", "");
    }
}
