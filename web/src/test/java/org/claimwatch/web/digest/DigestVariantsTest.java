package org.claimwatch.web.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.web.digest.DigestIssue.State;
import org.claimwatch.web.monitor.Monitor;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.MailServer;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digests as people set them up by form: their own, by the hour, on weekdays, on quiet days too; from the form to the mail. */
@QuarkusTest
class DigestVariantsTest {
    private static final String TEAM = "river-desk";
    private static final String DIGESTS = "/teams/river-desk/digests";

    /** A Wednesday. */
    private static final Instant SET_UP = Instant.parse("2018-05-02T08:20:00Z");

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @Inject
    SettableClock clock;

    @Inject
    DigestLedger ledger;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> rows = new ArrayList<>();

    @BeforeEach
    void begin() {
        press.gold();
        clock.set(SET_UP);
        MailServer.forget();
    }

    @AfterEach
    void end() {
        rows.forEach(stranger::remove);
        desk.in(
                TEAM,
                () -> entities.createQuery("delete from Monitor where name like 'Variant %'")
                        .executeUpdate());
        clock.reset();
    }

    @Test
    @AsVera
    void a_viewers_own_by_the_hour_goes_to_the_viewer_alone_and_ends_with_the_membership() throws Exception {
        long monitor = monitor("Variant hourly", "hourliness");
        String page = Forms.postAndFollow(
                DIGESTS + "/mine",
                Map.of("monitor", monitor, "rhythm", "HOURLY", "sendAt", "00:15", "zone", "UTC", "active", "on"));
        assertThat(given().get(page).asString()).contains("every hour at :15", "vera@example.org", "To you alone");
        long digest = id(page);

        say("hourliness begins", SET_UP.plus(Duration.ofMinutes(30)));
        close("2018-05-02T09:15:30Z");
        DigestIssue first = settled(digest, 1);
        assertThat(first.state).isEqualTo(State.SENT);
        assertThat(first.periodStart).isEqualTo("2018-05-02T08:15:00Z");
        assertThat(first.periodEnd).isEqualTo("2018-05-02T09:15:00Z");
        assertThat(mails("vera@example.org")).hasSize(1);
        assertThat(text(mails("vera@example.org").getFirst()))
                .contains(
                        "1 new claim: Variant hourly",
                        "hourliness begins",
                        "You get this because you asked for this digest");

        close("2018-05-02T10:15:30Z");
        assertThat(settled(digest, 2).state).as("nothing is told twice").isEqualTo(State.QUIET);

        desk.in(
                TEAM,
                () -> entities.createNativeQuery(
                                "delete from membership where account_id = (select id from account where email = 'vera@example.org')")
                        .executeUpdate());
        say("hourliness goes on", Instant.parse("2018-05-02T10:40:00Z"));
        close("2018-05-02T11:15:30Z");
        DigestIssue last = settled(digest, 3);
        assertThat(last.state).isEqualTo(State.QUIET);
        assertThat(last.subject).contains("1 new claim");
        assertThat(last.error).isEqualTo("nobody is left who wants it and can be reached");
        assertThat(mails("vera@example.org"))
                .as("who left the team gets nothing of it")
                .hasSize(1);
    }

    @Test
    @AsAda
    void on_weekdays_at_two_times_monday_tells_of_the_weekend() throws Exception {
        long monitor = monitor("Variant weekdays", "weekdayness");
        var fields = form(monitor, "07:00, 12:30", "Europe/Berlin", "weekdays@example.org");
        fields.put("days", List.of(1, 2, 3, 4, 5));
        String page = Forms.postAndFollow(DIGESTS, fields);
        assertThat(given().get(page).asString())
                .contains("Mondays", "Fridays", "at 07:00, 12:30")
                .doesNotContain("Saturdays", "Sundays");
        long digest = id(page);
        close("2018-05-02T10:30:30Z");
        assertThat(settled(digest, 1).periodStart).isEqualTo("2018-05-02T05:00:00Z");
        assertThat(settled(digest, 1).periodEnd).isEqualTo("2018-05-02T10:30:00Z");
        close("2018-05-04T10:30:30Z");
        assertThat(settled(digest, 2).periodEnd).as("Friday noon").isEqualTo("2018-05-04T10:30:00Z");

        say("weekdayness on a Saturday", Instant.parse("2018-05-05T12:00:00Z"));
        for (String weekend : List.of("2018-05-05T05:00:30Z", "2018-05-05T10:30:30Z", "2018-05-06T10:30:30Z")) {
            close(weekend);
        }
        assertThat(issues(digest)).as("none on a weekend").hasSize(2);
        close("2018-05-07T05:00:30Z");
        DigestIssue monday = settled(digest, 3);
        assertThat(monday.state).isEqualTo(State.SENT);
        assertThat(monday.periodStart).isEqualTo("2018-05-04T10:30:00Z");
        assertThat(monday.periodEnd).isEqualTo("2018-05-07T05:00:00Z");
        assertThat(text(mails("weekdays@example.org").getFirst()))
                .contains(
                        "1 new claim: Variant weekdays", "weekdayness on a Saturday", "the team River desk sends you");
    }

    @Test
    @AsAda
    void a_quiet_edition_is_mailed_where_the_digest_says_so() throws Exception {
        var fields = form(monitor("Variant quiet", "quietlessness"), "11:00", "UTC", "quietly@example.org");
        fields.put("onQuiet", "SAY");
        String page = Forms.postAndFollow(DIGESTS, fields);
        assertThat(given().get(page).asString()).contains("a period without news is mailed, too");
        close("2018-05-02T11:00:30Z");
        DigestIssue issue = settled(id(page), 1);
        assertThat(issue.state).isEqualTo(State.SENT);
        assertThat(issue.claimCount).isZero();
        MimeMessage mail = mails("quietly@example.org").getFirst();
        assertThat(mail.getSubject()).isEqualTo("Nothing new: Variant quiet");
        assertThat(text(mail)).contains("Nothing that the monitors watch for was new.");
    }

    @Test
    @AsAda
    void what_does_not_fit_is_found_behind_a_link_to_the_days_of_the_edition() {
        var fields = form(monitor("Variant many", "manifoldness"), "11:00", "Asia/Tokyo", "many@example.org");
        String page = Forms.postAndFollow(DIGESTS, fields);
        for (int i = 0; i < 14; i++) {
            say("manifoldness number " + (char) ('a' + i), SET_UP.plusSeconds(60 + i));
        }
        clock.set(Instant.parse("2018-05-03T01:00:00Z"));
        String text = given().get(page + "/preview/text").asString();
        String more = text.replaceAll("(?s).*and 2 more: http://[^/]+(/\\S+).*", "$1");
        assertThat(more).endsWith("?as=claims&period=own&from=2018-05-02&to=2018-05-03");
        clock.set(Instant.parse("2018-05-20T01:00:00Z"));
        assertThat(given().get(more).asString()).contains("manifoldness number a", "<b>14</b>");
    }

    /** Whoever may not make one may have its digest. */
    private long monitor(String name, String query) {
        assertThat(given().get(DIGESTS).statusCode()).isEqualTo(200);
        return desk.in(TEAM, () -> {
            var monitor = new Monitor(
                    entities.getReference(Team.class, desk.teamId(TEAM)),
                    name,
                    query,
                    entities.createQuery("from Account order by id", Account.class)
                            .setMaxResults(1)
                            .getSingleResult(),
                    SET_UP);
            entities.persist(monitor);
            return Objects.requireNonNull(monitor.id);
        });
    }

    private static Map<String, Object> form(long monitor, String sendAt, String zone, String recipient) {
        return new HashMap<>(Map.of(
                "monitor",
                monitor,
                "sendAt",
                sendAt,
                "zone",
                zone,
                "recipients",
                recipient,
                "language",
                "en",
                "active",
                "on"));
    }

    private static long id(String page) {
        return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    private void say(String words, Instant at) {
        rows.add(stranger.put(words, "https://variants.example/" + rows.size(), 0.95f, at));
    }

    private void close(String now) {
        clock.set(Instant.parse(now));
        ledger.closeEndedPeriods();
    }

    /** The newest of so many editions, once nothing of it is under way. */
    private DigestIssue settled(long digest, int editions) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> issues(digest).size() == editions && issues(digest).getFirst().state != State.PENDING);
        return issues(digest).getFirst();
    }

    private List<DigestIssue> issues(long digest) {
        return desk.in(
                TEAM,
                () -> entities.createQuery(
                                "from DigestIssue where digest.id = :digest order by periodStart desc",
                                DigestIssue.class)
                        .setParameter("digest", digest)
                        .getResultList());
    }

    private static List<MimeMessage> mails(String address) throws Exception {
        var found = new ArrayList<MimeMessage>();
        for (MimeMessage mail : MailServer.received()) {
            if (Arrays.toString(mail.getRecipients(RecipientType.TO)).contains(address)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }
}
