package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
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
    void is_no_page_for_a_claim_that_never_was() {
        assertThat(given().get("/claims/999999999").statusCode()).isEqualTo(404);
    }
}
