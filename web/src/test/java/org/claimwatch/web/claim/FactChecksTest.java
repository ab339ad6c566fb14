package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.AsVera;
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
    EntityManager entities;

    private long claim;
    private String page;
    private long link;

    @BeforeEach
    void a_fact_check_of_a_claim() {
        claim = press.claim(press.gold().claims().getFirst().id());
        page = "/claims/" + claim;
        link = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("delete from fact_check").executeUpdate();
            return stored();
        });
    }

    private long stored() {
        Long check = (Long) entities.createNativeQuery("""
                        insert into fact_check (article_version_id, position, claim, claimant, rating)
                        select max(id), 0, :claim, 'A. Claimant', 'Half true' from article_version
                        where article_id = :article returning id""", Long.class)
                .setParameter("claim", CHECKED)
                .setParameter("article", press.article("cth-0911-half-point"))
                .getSingleResult();
        return (Long) entities.createNativeQuery("""
                        insert into fact_check_link (fact_check_id, claim_id, opposite, confidence)
                        values (:check, :claim, false, 0.93) returning id""", Long.class)
                .setParameter("check", check)
                .setParameter("claim", claim)
                .getSingleResult();
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
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from fact_check").executeUpdate();
            link = stored();
        });
        assertThat(given().get(page).asString()).as("found again by its words").contains("link confirmed by your team");
        assertThat(decide("REJECTED")).isEqualTo(page);
        assertThat(given().get(page).asString()).contains("link rejected by your team");
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

    private String decide(String verdict) {
        return Forms.postAndFollow(
                "/teams/river-desk/fact-checks", Map.of("link", link, "verdict", verdict, "back", page));
    }
}
