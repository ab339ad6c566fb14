package org.claimwatch.web.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.Test;

/** How an edition’s copies fared is said alike on its digest’s page and to programs. */
@QuarkusTest
@AsVera
class EditionsTest {
    private static final String TEAM = "river-desk";

    /** One copy in each state: its mailbox, and what its row says. */
    private static final Map<String, String> COPIES = Map.of(
            "took", "'SENT', null, now(), null, null",
            "bounced", "'SENT', null, now(), now(), '550 no such user'",
            "retried", "'PENDING', '451 busy', null, null, null",
            "waits", "'PENDING', null, null, null, null",
            "refused", "'FAILED', '554 refused', now(), null, null",
            "stopped", "'WITHHELD', 'stopped by the reader', now(), null, null");

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @Test
    void each_copy_that_did_not_simply_arrive_is_told_with_its_answer() {
        press.gold();
        Made made = desk.make(TEAM, "Editions", "ceasefire", Instant.now(), "refused@editions.example");
        desk.in(
                TEAM,
                () -> entities.createQuery("update Digest set active = false where id = :id")
                        .setParameter("id", made.digest())
                        .executeUpdate());
        edition(made);
        JsonPath told = given().get(api(made)).jsonPath();
        assertThat(told.getList("issues")).hasSize(1);
        assertThat(told.getInt("issues[0].copies")).isEqualTo(COPIES.size());
        assertThat(told.getInt("issues[0].taken")).isEqualTo(2);
        assertThat(told.getBoolean("issues[0].again")).isTrue();
        assertThat(told.<Map<String, String>>getList("issues[0].troubled"))
                .containsExactlyInAnyOrder(
                        copy("bounced", "bounced", "550 no such user"),
                        copy("retried", "retried", "451 busy"),
                        copy("refused", "failed", "554 refused"),
                        copy("stopped", "withheld", "stopped by the reader"));
        String page = given().get("/teams/river-desk/digests/" + made.digest()).asString();
        assertThat(page).contains("sent to 2 of 6");
        assertThat(page.split("<br><span class=\"problem\">", -1)).hasSize(5);
        for (Map<String, String> copy : told.<Map<String, String>>getList("issues[0].troubled")) {
            assertThat(page).containsPattern("%s: [^<]+; %s</span>".formatted(copy.get("address"), copy.get("answer")));
        }
        recipient(made, "somebody.else@editions.example");
        assertThat(given().get(api(made)).jsonPath().getBoolean("issues[0].again"))
                .as("nobody who wants it lacks it")
                .isFalse();
    }

    private static String api(Made made) {
        return "/api/v1/teams/river-desk/digests/" + made.digest();
    }

    private static Map<String, String> copy(String box, String state, String answer) {
        return Map.of("address", box + "@editions.example", "state", state, "answer", answer);
    }

    private void recipient(Made made, String address) {
        desk.in(
                TEAM,
                () -> entities.createNativeQuery(
                                "update digest set recipients = array[cast(:address as text)] where id = :id")
                        .setParameter("address", address)
                        .setParameter("id", made.digest())
                        .executeUpdate());
    }

    private void edition(Made made) {
        desk.in(TEAM, () -> {
            entities.createNativeQuery("""
                            insert into digest_issue (team_id, digest_id, period_start, period_end, state, message_id, subject,
                              claim_count, sent_at)
                            values (:team, :digest, '2025-09-13T05:00:00Z', '2025-09-14T05:00:00Z', 'SENT', '<editions@x>',
                              'Two new claims', 2, now())""")
                    .setParameter("team", desk.teamId(TEAM))
                    .setParameter("digest", made.digest())
                    .executeUpdate();
            entities.createNativeQuery("""
                            insert into mail_letter (team_id, digest_issue_id, list, list_name, subject, text, html, created_at)
                            select team_id, id, 'digest-' || digest_id, 'A digest', subject, 'x', 'x', now() from digest_issue
                            where digest_id = :digest""")
                    .setParameter("digest", made.digest())
                    .executeUpdate();
            COPIES.forEach((box, values) -> entities.createNativeQuery("""
                            insert into mail_delivery (team_id, letter_id, address, message_id, state, answer, settled_at,
                              bounced_at, bounce_answer)
                            select l.team_id, l.id, :address, '<' || :address || '>', %s from mail_letter l
                            join digest_issue i on i.id = l.digest_issue_id where i.digest_id = :digest""".formatted(values))
                    .setParameter("address", box + "@editions.example")
                    .setParameter("digest", made.digest())
                    .executeUpdate());
            return true;
        });
    }
}
