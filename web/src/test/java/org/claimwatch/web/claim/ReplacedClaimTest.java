package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim that an outlet took out again: whoever cited it finds where it stood, and that it stands nowhere now. */
@QuarkusTest
@AsBen
class ReplacedClaimTest {
    private static final String WORDS = "The ferry ran on the day after";

    @Inject
    Stranger stranger;

    private Stranger.Rows taken;

    @BeforeEach
    void an_outlet_takes_it_out() {
        taken = stranger.put(WORDS, "http://hasty.example/", 0.9f, Instant.parse("2025-09-16T00:00:00Z"));
        stranger.takeOut(taken, WORDS, Instant.parse("2025-09-17T08:00:00Z"));
    }

    @AfterEach
    void remove() {
        stranger.remove(taken);
    }

    @Test
    void says_in_which_version_it_stood() {
        assertThat(given().get("/claims/" + taken.claim()).asString())
                .contains(
                        "No article says this in the version that stands now",
                        "/articles/%d?version=1#statement-".formatted(taken.article()),
                        "Article, version 1")
                .doesNotContain("id=\"timeline\"");
    }

    @Test
    void tells_programs_where_it_stood() {
        Response gone = given().get("/api/v1/claims/" + taken.claim());
        assertThat(gone.statusCode()).isEqualTo(410);
        String where = "/api/v1/claims/%d/replaced".formatted(taken.claim());
        assertThat(gone.jsonPath().getString("detail")).contains(where);
        assertThat(gone.jsonPath().getString("cause")).isEqualTo("taken out");
        assertThat(given().get("/api/v1/claims/%d/course".formatted(taken.claim()))
                        .statusCode())
                .isEqualTo(410);
        JsonPath replaced = given().get(where).jsonPath();
        assertThat(replaced.getString("text")).isEqualTo(WORDS);
        assertThat(replaced.getList("items")).hasSize(1);
        assertThat(replaced.getString("items[0].href"))
                .startsWith("/articles/%d?version=1#statement-".formatted(taken.article()));
    }

    @Test
    void is_no_page_for_a_claim_that_never_was() {
        assertThat(given().get("/claims/999999999").statusCode()).isEqualTo(404);
    }
}
