package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactChecksTest {
    private static final String CHECKED = "Words that <b>nobody</b> else checked";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    private long claim;
    private String page;
    private long link;

    @BeforeEach
    void a_fact_check_of_a_claim() {
        claim = press.claim(press.gold().claims().getFirst().id());
        page = "/claims/" + claim;
        desk.forgetChecks();
        link = stored();
    }

    private long stored() {
        return desk.checkOf(claim, press.article("cth-0911-half-point"), CHECKED);
    }

    @Test
    @AsBen
    void is_unconfirmed_until_a_person_says_so_and_stays_so_in_a_new_analysis() {
        assertThat(given().get(page).asString())
                .contains(
                        "Words that &lt;b&gt;nobody&lt;/b&gt; else checked",
                        "A. Claimant",
                        "Half true",
                        "unconfirmed, sure",
                        "The machine&#39;s confidence is 0.93 of 1",
                        "It is about this claim");
        assertThat(decide("ACCEPTED")).isEqualTo(page);
        assertThat(given().get(page).asString())
                .contains("link confirmed by your team")
                .doesNotContain("unconfirmed, sure", "It is about this claim<");
        desk.forgetChecks();
        link = stored();
        assertThat(given().get(page).asString()).as("found again by its words").contains("link confirmed by your team");
        assertThat(decide("REJECTED")).isEqualTo(page);
        assertThat(given().get(page).asString()).contains("link rejected by your team");
    }

    @Test
    @AsBen
    void goes_along_when_its_claim_is_merged_and_turns_round_with_it() {
        long stays = press.claim(press.gold().claims().getLast().id());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into claim_identity (from_claim_id, to_claim_id, split, turned, decided_by, decided_at)
                        select :from, :to, false, true, min(id), now() from account""")
                        .setParameter("from", claim)
                        .setParameter("to", stays)
                        .executeUpdate());
        try {
            assertThat(given().get("/claims/" + stays).asString())
                    .contains("Half true", "the claim says the opposite of these words");
            decide("ACCEPTED");
            assertThat(given().get("/claims/" + stays).asString())
                    .contains("link confirmed by your team", "fact-checked: <bdi>Half true</bdi>");
        } finally {
            decide("REJECTED");
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "update claim_identity set undone_at = now(), undone_by = decided_by where undone_at is null")
                            .executeUpdate());
        }
    }

    @Test
    @AsBen
    void a_form_that_says_nothing_is_refused() {
        assertThat(Forms.post("/teams/river-desk/fact-checks", Map.of("link", link))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Forms.post("/teams/river-desk/fact-checks", Map.of("link", -1, "verdict", "ACCEPTED"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @AsVera
    void a_viewer_sees_it_and_is_offered_no_form() {
        assertThat(given().get(page).asString())
                .contains("Half true")
                .doesNotContain("It is about this claim")
                .contains("Fact-check by");
    }

    @Test
    @AsNoor
    void another_team_decides_for_itself() {
        assertThat(given().get(page).asString()).contains("unconfirmed, sure");
    }

    @Test
    @TestSecurity(user = "nobody")
    @OidcSecurity(
            claims = {
                @Claim(key = "sub", value = "subject-of-nobody"),
                @Claim(key = "name", value = "Nobody"),
                @Claim(key = "email", value = "nobody@example.org")
            })
    void whoever_is_in_no_team_sees_it_too_and_so_does_a_program() {
        var told = given().get("/api/v1/claims/%d/fact-checks".formatted(claim)).jsonPath();
        assertThat(told.getInt("total")).isOne();
        assertThat(told.getList("items.rating")).containsExactly("Half true");
        assertThat(told.<Object>get("items[0].verdict")).isNull();
        assertThat(given().get(page).asString())
                .contains(
                        "Half true",
                        "unconfirmed, sure",
                        "datetime=\"%s\"".formatted(told.getString("items[0].published")));
    }

    private String decide(String verdict) {
        return Forms.postAndFollow(
                "/teams/river-desk/fact-checks", Map.of("link", link, "verdict", verdict, "back", page));
    }
}
