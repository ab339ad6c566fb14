package org.claimwatch.web.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.digest.DigestIssue.State;
import org.claimwatch.web.mail.MailDelivery;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Axe;
import org.claimwatch.web.support.Browser;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.MailServer;
import org.claimwatch.web.support.MoodySmtp;
import org.claimwatch.web.support.MoodySmtp.Mood;
import org.claimwatch.web.support.Pictures;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be composed or delivered is told all the same: by the next edition, or when an editor sends it again. */
@QuarkusTest
@AsAda
class LostMailTest {
    private static final String TEAM = "river-desk";
    private static final Instant SET_UP = Instant.parse("2025-09-13T10:00:00Z");
    private static final Instant FIRST_START = Instant.parse("2025-09-13T05:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2025-09-14T05:00:00Z");
    private static final Instant MORNING_AFTER = Instant.parse("2025-09-15T05:00:00Z");
    private static final String NEWS_OF_FIRST_DAY = "3 contradictions, 1 new claim";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    SettableClock clock;

    @Inject
    DigestLedger ledger;

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    private MoodySmtp moody;

    @BeforeEach
    void begin() {
        press.gold();
        clock.set(SET_UP);
        MailServer.unplug();
        moody = new MoodySmtp(MailServer.port());
    }

    @AfterEach
    void end() {
        desk.in(
                TEAM,
                () -> entities.createQuery("update Digest set active = false").executeUpdate());
        moody.close();
        MailServer.plugIn();
        clock.reset();
    }

    @Test
    void a_period_whose_edition_could_not_be_composed_is_told_by_the_next() {
        Made made = desk.make(TEAM, "Untold", "ceasefire OR letter", SET_UP, "untold@example.org");
        recipients(made, "array[null]::text[]");
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        DigestIssue failed = settled(made);
        assertThat(failed.state).isEqualTo(State.FAILED);
        assertThat(failed.subject).isNull();
        recipients(made, "array['untold@example.org']");
        ledger.closeEndedPeriods();
        assertThat(settled(made).state)
                .as("it is not tried for ever, but with the next")
                .isEqualTo(State.FAILED);

        clock.set(MORNING_AFTER);
        assertThat(given().get("/teams/river-desk/digests/%d/preview".formatted(made.digest()))
                        .asString())
                .contains("Untold", "contradictions");
        ledger.closeEndedPeriods();
        await().atMost(Duration.ofSeconds(60)).until(() -> newest(made).state == State.SENT);
        DigestIssue told = newest(made);
        assertThat(issues(made)).hasSize(1);
        assertThat(told.messageId).isEqualTo(failed.messageId);
        assertThat(told.periodStart).isEqualTo(FIRST_START);
        assertThat(told.periodEnd).isEqualTo(MORNING_AFTER);
        assertThat(told.error).isNull();
        assertThat(moody.taken("untold@example.org")).hasSize(1);
        assertThat(told.subject).contains("contradictions");

        clock.set(MORNING_AFTER.plus(Duration.ofDays(1)));
        ledger.closeEndedPeriods();
        await().atMost(Duration.ofSeconds(60)).until(() -> issues(made).size() == 2);
        assertThat(newest(made).periodStart).isEqualTo(MORNING_AFTER);
    }

    @Test
    void an_edition_that_could_not_be_composed_is_composed_when_an_editor_says_so() {
        Made made = desk.make(TEAM, "Composed late", "ceasefire OR letter", SET_UP, "composed@example.org");
        recipients(made, "array[null]::text[]");
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        assertThat(settled(made).state).isEqualTo(State.FAILED);
        recipients(made, "array['composed@example.org']");
        sendAgain(made);
        await().atMost(Duration.ofSeconds(60)).until(() -> newest(made).state == State.SENT);
        assertThat(newest(made).periodEnd).isEqualTo(NEXT_MORNING);
        assertThat(newest(made).subject).isEqualTo(NEWS_OF_FIRST_DAY + ": Composed late");
        assertThat(moody.taken("composed@example.org")).hasSize(1);
    }

    @Test
    void copies_that_were_refused_go_out_again_under_the_same_message_id_and_the_others_do_not() {
        Made made = desk.make(
                TEAM, "Refused", "ceasefire", SET_UP, "refused@example.org", "took@example.org", "left@example.org");
        moody.mood("refused@example.org", Mood.NEVER);
        moody.mood("left@example.org", Mood.NEVER);
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> moody.asked("left@example.org") == 1
                        && copy(made, "refused@example.org").state == MailDelivery.State.FAILED
                        && copy(made, "left@example.org").state == MailDelivery.State.FAILED);
        await().atMost(Duration.ofSeconds(60)).until(() -> newest(made).state == State.SENT);
        String messageId = copy(made, "refused@example.org").messageId;
        recipients(made, "array['refused@example.org', 'took@example.org']");
        moody.mood("refused@example.org", Mood.TAKE);
        moody.mood("left@example.org", Mood.TAKE);
        sendAgain(made);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> copy(made, "refused@example.org").state == MailDelivery.State.SENT);
        assertThat(copy(made, "refused@example.org").messageId).isEqualTo(messageId);
        assertThat(moody.taken("refused@example.org")).hasSize(1);
        assertThat(moody.taken("refused@example.org").getFirst().data()).contains(messageId);
        assertThat(moody.taken("took@example.org")).hasSize(1);
        assertThat(moody.taken("left@example.org"))
                .as("who is no recipient any more")
                .isEmpty();
        assertThat(page(made)).as("nobody who wants it lacks it").doesNotContain("/again\"");
        long issue = Objects.requireNonNull(newest(made).id);
        assertThat(Forms.post(address(made) + "/again", Map.of("issue", issue + 1))
                        .statusCode())
                .isEqualTo(404);
        Forms.postAndFollow(address(made) + "/again", Map.of("issue", issue));
        assertThat(copy(made, "took@example.org").state).isEqualTo(MailDelivery.State.SENT);
        assertThat(copy(made, "left@example.org").state).isEqualTo(MailDelivery.State.FAILED);
    }

    @Test
    void what_no_mail_server_took_for_all_the_time_it_is_tried_is_sent_again_as_the_same_mail() {
        Made made = desk.make(TEAM, "Given up", "ceasefire OR letter", SET_UP, "patient@example.org");
        moody.mood("patient@example.org", Mood.NOT_NOW);
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        await().atMost(Duration.ofSeconds(150)).until(() -> {
            // Every attempt is made, and none is waited for.
            database.run("update web_task set execution_time = now() where consecutive_failures > 0 and not picked");
            return newest(made).state == State.FAILED;
        });
        MailDelivery givenUp = copy(made, "patient@example.org");
        assertThat(givenUp.answer).matches("given up after \\d+ attempts: .*busy.*");
        assertThat(givenUp.attempts)
                .isEqualTo(moody.asked("patient@example.org"))
                .isGreaterThan(8);
        assertThat(page(made)).contains("given up", "Send again: the edition of");
        look(address(made));

        moody.mood("patient@example.org", Mood.TAKE);
        sendAgain(made);
        await().atMost(Duration.ofSeconds(60)).until(() -> newest(made).state == State.SENT);
        assertThat(moody.taken("patient@example.org")).hasSize(1);
        assertThat(moody.taken("patient@example.org").getFirst().data()).contains(givenUp.messageId);
        assertThat(newest(made).error).isNull();
        assertThat(issues(made)).hasSize(1);
    }

    @Test
    void who_is_no_recipient_any_more_gets_nothing_of_what_was_still_to_be_sent() {
        Made made = desk.make(TEAM, "Left", "ceasefire", SET_UP, "gone@example.org", "stays@example.org");
        moody.mood("gone@example.org", Mood.NOT_NOW);
        clock.set(NEXT_MORNING);
        ledger.closeEndedPeriods();
        await().atMost(Duration.ofSeconds(60)).until(() -> moody.asked("gone@example.org") > 0);
        recipients(made, "array['stays@example.org']");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> copy(made, "gone@example.org").state == MailDelivery.State.WITHHELD);
        assertThat(copy(made, "gone@example.org").answer).contains("no recipient any more");
        assertThat(moody.taken("gone@example.org")).isEmpty();
        assertThat(moody.taken("stays@example.org")).hasSize(1);
        assertThat(newest(made).state).isEqualTo(State.SENT);
    }

    /** Where no Chromium is, the browser tests in deploy fetch one and look at every page. */
    private static void look(String path) {
        var chromium = Browser.installed();
        if (chromium.isEmpty()) {
            return;
        }
        try (Browser browser = Browser.open(chromium.get())) {
            for (int width : new int[] {1440, 320}) {
                try (BrowserContext context =
                        browser.chromium().newContext(new NewContextOptions().setViewportSize(width, 900))) {
                    Page page = context.newPage();
                    page.navigate("http://localhost:" + RestAssured.port + path);
                    Pictures.take(page, "digest-given-up-" + width);
                    assertThat(Axe.violations(page)).isEmpty();
                }
            }
        }
    }

    private void sendAgain(Made made) {
        assertThat(page(made)).contains("action=\"" + address(made) + "/again\"");
        assertThat(Forms.postAndFollow(
                        address(made) + "/again", Map.of("issue", Objects.requireNonNull(newest(made).id))))
                .isEqualTo(address(made));
    }

    private static String address(Made made) {
        return "/teams/river-desk/digests/" + made.digest();
    }

    private static String page(Made made) {
        return given().get(address(made)).asString();
    }

    /** A null among them is a fault that composing trips over. */
    private void recipients(Made made, String array) {
        desk.in(
                TEAM,
                () -> entities.createNativeQuery(
                                "update digest set recipients = %s where id = %d".formatted(array, made.digest()))
                        .executeUpdate());
    }

    private DigestIssue settled(Made made) {
        await().atMost(Duration.ofSeconds(90)).until(() -> newest(made).state != State.PENDING);
        return newest(made);
    }

    private DigestIssue newest(Made made) {
        return issues(made).getFirst();
    }

    private List<DigestIssue> issues(Made made) {
        return desk.in(
                TEAM,
                () -> entities.createQuery(
                                "from DigestIssue where digest.id = :digest order by periodStart desc",
                                DigestIssue.class)
                        .setParameter("digest", made.digest())
                        .getResultList());
    }

    private MailDelivery copy(Made made, String address) {
        long issue = Objects.requireNonNull(newest(made).id);
        return desk.in(
                TEAM,
                () -> entities.createQuery(
                                "from MailDelivery where letter.digestIssueId = :issue and address = :address",
                                MailDelivery.class)
                        .setParameter("issue", issue)
                        .setParameter("address", address)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow());
    }
}
