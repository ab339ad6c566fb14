package org.claimwatch.web.verdict;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages tell of verdicts, their history and where outsiders read them, programs are told too. */
@QuarkusTest
@AsAda
class VerdictApiTest {
    private static final String VERDICTS = "/teams/river-desk/verdicts";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    private long claim;
    private long other;

    @BeforeEach
    void choose() {
        claim = press.claim("cf-obs-dalmara-only");
        other = press.claim("cf-obs-both");
    }

    @AfterEach
    void tidy() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update claim_identity set undone_at = now(), undone_by = decided_by where undone_at is null")
                        .executeUpdate());
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from claim_verdict where claim_id = :claim")
                        .setParameter("claim", claim)
                        .executeUpdate());
    }

    private void give(String rating, int value) {
        Forms.postAndFollow(
                VERDICTS,
                Map.of(
                        "claim", claim,
                        "rating", rating,
                        "value", value,
                        "best", 5,
                        "explanation", "",
                        "url", "https://check.example/dalmara",
                        "organisation", "Tarn Facts",
                        "organisationUrl", "https://check.example/",
                        "claimant", "The ministry",
                        "claimantKind", "organisation"));
    }

    private static JsonPath history(long claim, String more) {
        return given().get("/api/v1%s?claim=%d%s".formatted(VERDICTS, claim, more))
                .jsonPath();
    }

    @Test
    void a_claims_history_has_what_came_before_and_what_was_taken_back() {
        give("Half true", 3);
        give("False", 1);
        give("Withdrawn", 2);
        long newest = history(claim, "").getLong("items[0].id");
        Forms.postAndFollow("%s/%d/undo".formatted(VERDICTS, newest), Map.of());
        JsonPath told = history(claim, "");
        assertThat(told.getInt("total")).isEqualTo(3);
        assertThat(told.getList("items.rating")).containsExactly("Withdrawn", "False", "Half true");
        assertThat(told.getList("items.counts")).containsExactly(false, true, false);
        assertThat(told.getList("items.undoneBy")).containsExactly(told.getString("items[0].by"), null, null);
        assertThat(told.getString("items[0].undone")).isNotNull();
        assertThat(told.getString("items[1].undone")).isNull();
        String page = given().get("/claims/" + claim).asString();
        assertThat(page.split("taken back by", -1)).hasSize(2);
        assertThat(page).contains("verdict: <bdi>False</bdi>", ">%s</bdi>".formatted(told.getString("items[0].by")));
        JsonPath part = history(claim, "&limit=2");
        assertThat(part.getList("items")).hasSize(2);
        assertThat(given().get(part.getString("links.next")).jsonPath().getList("items.rating"))
                .containsExactly("Half true");
        assertThat(history(999_999_999, "").getInt("total")).isZero();
    }

    @Test
    void a_verdict_tells_what_its_claim_review_tells() {
        give("False", 1);
        JsonPath told = given().get("/api/v1" + VERDICTS).jsonPath();
        Map<String, Object> verdict =
                Objects.requireNonNull(told.getMap("items.find { it.claim == %d }".formatted(claim)));
        assertThat(verdict)
                .containsEntry("organisationUrl", "https://check.example/")
                .containsEntry("claimant", "The ministry")
                .containsEntry("claimantPerson", false)
                .containsEntry("counts", true)
                .containsEntry("opposite", false);
        JsonPath review = given().get(VERDICTS + "/claim-reviews.jsonld").jsonPath();
        String reviewed = "dataFeedElement.item.find { it.url == 'https://check.example/dalmara' }.itemReviewed";
        List<Map<String, Object>> appearances =
                told.getList("items.find { it.claim == %d }.appearances".formatted(claim));
        assertThat(appearances).isNotEmpty();
        assertThat(appearances)
                .extracting(appearance -> appearance.get("url"))
                .isEqualTo(review.getList(reviewed + ".appearance.url"));
        assertThat(appearances)
                .extracting(appearance -> appearance.get("outlet"))
                .isEqualTo(review.getList(reviewed + ".appearance.publisher.name"));
        assertThat(review.getString(reviewed + ".author.'@type'")).isEqualTo("Organization");
    }

    @Test
    void whoever_asks_for_a_merged_claim_is_led_to_the_one_that_stays_and_told_of_opposites() {
        give("False", 1);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into claim_identity (from_claim_id, to_claim_id, split, turned, decided_by, decided_at)
                        select :from, :to, false, true, min(id), now() from account""")
                        .setParameter("from", claim)
                        .setParameter("to", other)
                        .executeUpdate());
        for (long asked : new long[] {claim, other}) {
            JsonPath told = history(asked, "");
            String ours = "items.find { it.url == 'https://check.example/dalmara' }";
            assertThat(told.getLong(ours + ".claim")).isEqualTo(other);
            assertThat(told.getBoolean(ours + ".opposite")).isTrue();
            assertThat(told.getBoolean(ours + ".counts")).isFalse();
        }
        assertThat(given().get("/claims/" + other).asString()).contains("of the opposite:");
    }

    @Test
    void the_address_for_outsiders_is_told_while_it_is_open() {
        publish("no");
        assertThat(published().getBoolean("open")).isFalse();
        assertThat(published().getString("href")).isNull();
        publish("yes");
        assertThat(published().getBoolean("open")).isTrue();
        assertThat(published().getString("href")).isEqualTo(shown());
        assertThat(given().get(published().getString("feed")).statusCode()).isEqualTo(200);
        publish("no");
        assertThat(published().getString("feed")).isNull();
    }

    /** Every member sees it on the page. */
    @Test
    @AsVera
    void a_viewer_is_told_as_much_as_the_page_shows_a_viewer() {
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("""
                        insert into claim_review_feed (team_id, open, account_id, changed_at)
                        select :team, true, min(id), now() from account on conflict (team_id) do update set open = true""")
                        .setParameter("team", desk.teamId("river-desk"))
                        .executeUpdate());
        assertThat(published().getString("href")).isEqualTo(shown());
    }

    private static void publish(String open) {
        Forms.postAndFollow(VERDICTS + "/publish", Map.of("open", open));
    }

    private static JsonPath published() {
        return given().get("/api/v1/teams/river-desk/claim-reviews").jsonPath();
    }

    private static String shown() {
        var link = Pattern.compile("href=\"https?://[^/]+(/claim-reviews/[A-Za-z0-9_.-]+)\"")
                .matcher(given().get(VERDICTS).asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
