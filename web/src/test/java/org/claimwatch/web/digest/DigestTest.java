package org.claimwatch.web.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.claimwatch.web.digest.DigestIssue.State;
import org.claimwatch.web.mail.MailText;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.MailServer;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an ended period to an e-mail at a real SMTP server, once. */
@QuarkusTest
class DigestTest {
    /** Set up at noon, so that the first period is the day that ends at seven the next morning in Berlin. */
    private static final Instant SET_UP = Instant.parse("2025-09-13T10:00:00Z");

    private static final Instant NEXT_MORNING = Instant.parse("2025-09-14T05:00:00Z");

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    SettableClock clock;

    @Inject
    DigestLedger ledger;

    @Inject
    ToldByDigest told;

    @Inject
    EntityManager entities;

    @BeforeEach
    void begin() {
        press.gold();
        clock.set(SET_UP);
        MailServer.forget();
    }

    @AfterEach
    void end() {
        desk.in(
                "river-desk",
                () -> entities.createQuery("update Digest set active = false").executeUpdate());
        clock.reset();
    }

    @Test
    void tells_the_new_claims_of_the_day_in_text_and_html() throws Exception {
        Made made = desk.make(
                "river-desk", "Ceasefire", "ceasefire OR letter", SET_UP, "ada@example.org", "ben@example.org");
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();

        DigestIssue issue = settled(made);
        assertThat(issue.state).isEqualTo(State.SENT);
        assertThat(issue.periodStart).isEqualTo("2025-09-13T05:00:00Z");
        assertThat(issue.periodEnd).isEqualTo(NEXT_MORNING);
        assertThat(MailServer.received()).as("one for each recipient").hasSize(2);
        MimeMessage mail = receivedBy("ada@example.org");
        assertThat(mail.getSubject()).isEqualTo(issue.subject);
        assertThat(issue.subject).isEqualTo("3 contradictions, 1 new claim: Ceasefire");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(withoutIds(withoutToken(part(mail, 0)))).isEqualToNormalizingNewlines(expected("ceasefire.txt"));
        assertThat(part(mail, 1))
                .contains("<html lang=\"en\">", "lang=\"en\"", "/claims/", "Stop it</a> with one click")
                .doesNotContain("<script", "<img", "http://www");
        assertThat(part(mail, 1).length()).isLessThan(100_000);
    }

    @Test
    @AsAda
    void the_preview_is_what_is_sent_byte_for_byte() throws Exception {
        Made made = desk.make("river-desk", "Previewed", "ceasefire OR letter", SET_UP, "preview@example.org");
        clock.set(NEXT_MORNING);
        String preview = "/teams/river-desk/digests/" + made.digest() + "/preview";
        String page = given().get(preview).asString();
        String html = given().get(preview + "/html").asString();
        String text = given().get(preview + "/text").asString();
        ledger.closeEndedPeriods();
        DigestIssue issue = settled(made);
        MimeMessage mail = MailServer.received().getFirst();
        assertThat(page).contains(issue.subject);
        assertThat(withoutToken(part(mail, 0)).replace("\r\n", "\n")).isEqualTo(text);
        assertThat(withoutToken(part(mail, 1)).replace("\r\n", "\n")).isEqualTo(html);
        assertThat(html).contains("/stop/" + MailText.STOP);
    }

    @Test
    void goes_out_once_however_often_and_from_wherever_one_looks() throws Exception {
        Made made = desk.make("river-desk", "Once", "ceasefire", SET_UP, "once@example.org");
        clock.set(NEXT_MORNING);
        try (var replicas = Executors.newFixedThreadPool(6)) {
            List<Callable<Void>> looks = IntStream.range(0, 12)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        ledger.closeEndedPeriods();
                        return null;
                    })
                    .toList();
            for (var look : replicas.invokeAll(looks)) {
                look.get();
            }
        }
        assertThat(settled(made).state).isEqualTo(State.SENT);
        ledger.closeEndedPeriods();
        assertThat(issues(made)).hasSize(1);
        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    void a_quiet_day_sends_nothing_and_says_so() {
        Made made = desk.make("river-desk", "Quiet", "nothingofthesort", SET_UP, "quiet@example.org");
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        assertThat(settled(made).state).isEqualTo(State.QUIET);
        assertThat(MailServer.received()).isEmpty();
    }

    @Test
    void after_a_quiet_edition_the_next_looks_back_for_what_was_being_read_in_when_it_closed() {
        Made made = desk.make("river-desk", "Quiet so far", "nothingofthesort", SET_UP, "so-far@example.org");
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        DigestIssue first = settled(made);
        assertThat(first.state).isEqualTo(State.QUIET);
        desk.in("river-desk", () -> {
            Digest digest = entities.find(Digest.class, made.digest());
            assertThat(told.sinceFirstEdition(digest, first.periodEnd, Duration.ofHours(1)))
                    .isEqualTo(first.periodEnd.minus(Duration.ofHours(1)));
            assertThat(told.sinceFirstEdition(digest, first.periodStart, Duration.ofHours(1)))
                    .isEqualTo(first.periodStart);
            return null;
        });
    }

    @Test
    void an_unreachable_mail_server_delays_and_loses_nothing() throws Exception {
        Made made = desk.make("river-desk", "Delayed", "ceasefire", SET_UP, "late@example.org");
        MailServer.unplug();
        try {
            clock.set(NEXT_MORNING);
            ledger.closeEndedPeriods();
            await().atMost(Duration.ofSeconds(60)).until(() -> retried(made) > 0);
            assertThat(issues(made).getFirst().state).isEqualTo(State.PENDING);
        } finally {
            MailServer.plugIn();
        }
        DigestIssue issue = settled(made);
        assertThat(issue.state).isEqualTo(State.SENT);
        assertThat(issue.error).isNull();
        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    @AsAda
    void send_now_closes_the_running_period_and_the_next_begins_there() {
        Made made = desk.make("river-desk", "Right now", "ceasefire", SET_UP, "now@example.org");
        Instant now = Instant.parse("2025-09-13T21:00:00Z");
        clock.set(now);
        String digest = "/teams/river-desk/digests/" + made.digest();
        assertThat(given().get(digest + "/preview").asString()).contains("new claim", "Right now");
        assertThat(Forms.postAndFollow(digest + "/send", Map.of())).isEqualTo(digest);
        assertThat(settled(made).periodEnd).isEqualTo(now);
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        await().atMost(Duration.ofSeconds(60)).until(() -> issues(made).size() == 2);
        assertThat(issues(made).getFirst().periodStart).isEqualTo(now);
        assertThat(given().get(digest).asString()).contains("Editions <span class=\"total\">2</span>");
    }

    private DigestIssue settled(Made made) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> issues(made).stream().anyMatch(issue -> issue.state != State.PENDING));
        return issues(made).getFirst();
    }

    private List<DigestIssue> issues(Made made) {
        return desk.in(
                "river-desk",
                () -> entities.createQuery(
                                "from DigestIssue where digest.id = :digest order by periodStart desc",
                                DigestIssue.class)
                        .setParameter("digest", made.digest())
                        .getResultList());
    }

    private long retried(Made made) {
        return desk.in(
                "river-desk",
                () -> ((Number) entities.createNativeQuery("""
                                select coalesce(max(d.attempts), 0) from mail_delivery d
                                join mail_letter l on l.id = d.letter_id
                                join digest_issue i on i.id = l.digest_issue_id where i.digest_id = :digest""")
                                .setParameter("digest", made.digest())
                                .getSingleResult())
                        .longValue());
    }

    /** Each recipient's own address is the one thing in which copies and previews differ. */
    private static String withoutToken(String text) {
        return text.replaceAll("/stop/[\\w.-]+", "/stop/" + MailText.STOP);
    }

    private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }

    /** The ids that the database gave stand in the addresses; everything else is to the letter. */
    private static String withoutIds(String text) {
        return text.replaceAll("(articles/|claims/|digests/|monitors/|stories/|statement-)[0-9]+", "$1N")
                .strip();
    }

    private static String expected(String file) throws IOException {
        try (var in = DigestTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** Copies are sent side by side: which comes first is chance. */
    private static MimeMessage receivedBy(String address) throws Exception {
        for (MimeMessage mail : MailServer.received()) {
            if (Arrays.toString(mail.getRecipients(RecipientType.TO)).contains(address)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + address);
    }
}
