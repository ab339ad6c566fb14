package org.claimwatch.web.verdict;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.web.security.TeamRows;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A team's word on a claim: given, changed, taken back, and read by others while its address is open. */
@QuarkusTest
class VerdictTest {
    private static final String WHY = "The minutes </script><b>say</b> otherwise.";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @Inject
    TeamRows teams;

    @Inject
    ObjectMapper json;

    private long claim;
    private String page;

    @BeforeEach
    void no_verdict() {
        claim = press.claim("cf-obs-both");
        page = "/claims/" + claim;
        for (String slug : new String[] {"river-desk", "health-desk"}) {
            desk.in(
                    slug,
                    () -> entities.createNativeQuery("delete from claim_verdict where team_id = " + desk.teamId(slug))
                            .executeUpdate());
            desk.in(
                    slug,
                    () -> entities.createNativeQuery("update claim_review_feed set open = false, number = number + 1")
                            .executeUpdate());
        }
    }

    private static Map<String, Object> form(long claim, String rating, int value) {
        var form = new HashMap<String, Object>();
        form.put("claim", claim);
        form.put("rating", rating);
        form.put("value", value);
        form.put("best", 5);
        form.put("explanation", WHY);
        form.put("url", "https://check.example/observers");
        form.put("organisation", "Tarn Facts");
        form.put("organisationUrl", "https://check.example/");
        form.put("claimant", "Nadia Ferrow");
        form.put("claimantKind", "person");
        return form;
    }

    private String give(String rating, int value) {
        return Forms.postAndFollow("/teams/river-desk/verdicts", form(claim, rating, value));
    }

    @Test
    @AsAda
    void is_given_changed_and_taken_back_step_by_step() {
        assertThat(given().get(page).asString()).contains("Your team has given no verdict", "give a verdict");
        assertThat(give("Half true", 3)).isEqualTo(page + "#verdict");
        assertThat(give("False", 1)).isEqualTo(page + "#verdict");
        String now = given().get(page).asString();
        assertThat(now)
                .contains(
                        "verdict: <bdi>False</bdi>",
                        "(1 of 5)",
                        "what was said before",
                        "“Half true” counts again",
                        "&lt;/script&gt;&lt;b&gt;say&lt;/b&gt;")
                .doesNotContain("<b>say</b>");
        assertThat(given().get("/teams/river-desk/verdicts").asString())
                .contains("<b>1</b> claim with a verdict", "False", "Tarn Facts");
        undo(now);
        assertThat(given().get(page).asString()).contains("(3 of 5)", "taken back by");
        undo(given().get(page).asString());
        assertThat(given().get(page).asString()).contains("Your team has given no verdict", "taken back by");
        assertThat(audited()).contains("rating", "Half true").doesNotContain("minutes", "Nadia Ferrow");
    }

    private static void undo(String page) {
        var undo = Pattern.compile("action=\"(/teams/river-desk/verdicts/\\d+/undo)\"")
                .matcher(page);
        assertThat(undo.find()).isTrue();
        assertThat(Forms.post(undo.group(1), Map.of()).statusCode()).isEqualTo(303);
    }

    private String audited() {
        return desk.in("river-desk", () -> (String) entities.createNativeQuery(
                        "select string_agg(cast(changes as text), ' ') from audit_entry where subject = 'claim_verdict'")
                .getSingleResult());
    }

    @Test
    @AsAda
    void says_what_is_missing_or_wrong() {
        for (String field : new String[] {"rating", "value", "best", "url", "organisation"}) {
            var form = form(claim, "False", 1);
            form.remove(field);
            assertThat(Forms.post("/teams/river-desk/verdicts", form).statusCode())
                    .as(field)
                    .isEqualTo(400);
        }
        for (String address :
                new String[] {"javascript:alert(1)", "//check.example/", "https:", "ftp://check.example/"}) {
            var form = form(claim, "False", 1);
            form.put("url", address);
            assertThat(Forms.post("/teams/river-desk/verdicts", form).asString())
                    .as(address)
                    .contains("begins with https:// or http://");
        }
        var beyond = form(claim, "False", 6);
        assertThat(Forms.post("/teams/river-desk/verdicts", beyond).asString()).contains("from 1 to 5");
        assertThat(Forms.post("/teams/river-desk/verdicts", form(999_999_999, "False", 1))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @AsAda
    void is_read_by_others_as_claim_review_while_its_address_is_open() throws Exception {
        give("False", 1);
        assertThat(given().get("/teams/river-desk/verdicts").asString()).contains("Nobody outside the team");
        Forms.post("/teams/river-desk/verdicts/publish", Map.of("open", "yes"));
        var link = Pattern.compile("href=\"https?://[^/]+(/claim-reviews/[A-Za-z0-9_.-]+)\"")
                .matcher(given().get("/teams/river-desk/verdicts").asString());
        assertThat(link.find()).isTrue();
        String open = given().get(link.group(1)).asString();
        assertThat(open)
                .contains("Fact-checks of River desk", "False", "Tarn Facts")
                .doesNotContain("<b>say</b>", "Ada");
        var embedded = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(open);
        assertThat(embedded.find()).isTrue();
        JsonNode review =
                json.readTree(embedded.group(1)).path("dataFeedElement").path(0).path("item");
        assertThat(review.path("@type").asText()).isEqualTo("ClaimReview");
        assertThat(review.path("reviewRating").path("ratingExplanation").asText())
                .isEqualTo(WHY);
        assertThat(review.path("itemReviewed").path("author").path("name").asText())
                .isEqualTo("Nadia Ferrow");
        assertThat(review.path("itemReviewed").path("appearance").size())
                .as("every asserting article of the gold, each reading of which is sure")
                .isEqualTo(Math.min(20, asserting()));
        assertThat(json.readTree(given().get(link.group(1) + "/feed.jsonld").asString())
                        .path("dataFeedElement"))
                .isEqualTo(json.readTree(embedded.group(1)).path("dataFeedElement"));
        assertThat(json.readTree(given().get("/teams/river-desk/verdicts/claim-reviews.jsonld")
                                .asString())
                        .path("dataFeedElement")
                        .path(0)
                        .path("item"))
                .isEqualTo(review);
        Forms.post("/teams/river-desk/verdicts/publish", Map.of("open", "no"));
        assertThat(given().get(link.group(1)).statusCode()).isEqualTo(404);
        Forms.post("/teams/river-desk/verdicts/publish", Map.of("open", "yes"));
        assertThat(given().get(link.group(1) + "/feed.jsonld").statusCode())
                .as("a closed address stays closed")
                .isEqualTo(404);
    }

    private int asserting() {
        return ((Number) entities.createNativeQuery("""
                        select count(*) from claim_statement cs join statement s on s.id = cs.statement_id
                        join article_version v on v.id = s.article_version_id
                        where cs.claim_id = :claim and cs.polarity = 'ASSERTS' and v.is_current""")
                        .setParameter("claim", claim)
                        .getSingleResult())
                .intValue();
    }

    @Test
    @AsAda
    void goes_along_when_its_claim_is_merged_and_is_none_on_the_opposite() {
        long other = press.claim("cf-obs-dalmara-only");
        give("False", 1);
        merge(claim, other, false);
        try {
            assertThat(given().get("/claims/" + other).asString()).contains("verdict: <bdi>False</bdi>");
            turn(true);
            assertThat(given().get("/claims/" + other).asString())
                    .contains("Your team has given no verdict", "of the opposite:");
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "update claim_identity set undone_at = now(), undone_by = decided_by")
                            .executeUpdate());
        }
    }

    private void merge(long from, long to, boolean turned) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into claim_identity (from_claim_id, to_claim_id, split, turned, decided_by, decided_at)
                        select :from, :to, false, :turned, min(id), now() from account""")
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("turned", turned)
                        .executeUpdate());
    }

    private void turn(boolean turned) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update claim_identity set turned = :turned where undone_at is null")
                        .setParameter("turned", turned)
                        .executeUpdate());
    }

    @Test
    @AsNoor
    void another_team_sees_none_of_it() {
        long team = desk.teamId("river-desk");
        teams.of(team, () -> {
            entities.createNativeQuery("""
                            insert into claim_verdict (team_id, claim_id, words, claimant_person, rating, rating_value, rating_best,
                              explanation, url, organisation, account_id, given_at)
                            select :team, :claim, 'x', true, 'Secretly false', 1, 5, '', 'https://a.example/', 'A', min(id), now()
                            from account""")
                    .setParameter("team", team)
                    .setParameter("claim", claim)
                    .executeUpdate();
        });
        assertThat(given().get(page).asString()).doesNotContain("Secretly false");
        assertThat(given().get("/teams/health-desk/verdicts/claim-reviews.jsonld")
                        .asString())
                .doesNotContain("Secretly false");
    }
}
