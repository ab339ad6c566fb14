package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim's counts are the same for all teams: whoever rejected a reading is told that they count it. */
@QuarkusTest
@AsBen
class RejectedOnClaimTest {
    private static final String COUNTED = "Your team rejected one of these readings";

    @Inject
    Stranger stranger;

    private Stranger.Rows said;

    @BeforeEach
    void somebody_says_it() {
        said = stranger.put("The mill was shut", "http://mill.example/", 0.9f, Instant.parse("2025-09-16T00:00:00Z"));
    }

    @AfterEach
    void remove() {
        stranger.remove(said);
    }

    @Test
    void says_how_many_of_its_readings_the_team_rejected() {
        assertThat(page()).doesNotContain(COUNTED);
        assertThat(rejected()).isEmpty();
        String statement = page().replaceFirst("(?s).*?name=\"tick\" value=\"(\\d+)\".*", "$1");
        Forms.post("/teams/river-desk/reviews", Map.of("statement", statement, "verdict", "REJECTED"));
        assertThat(page()).contains(COUNTED);
        assertThat(rejected()).containsExactly(Long.valueOf(statement));
        Forms.post("/teams/river-desk/reviews", Map.of("statement", statement, "verdict", "ACCEPTED"));
        assertThat(page()).doesNotContain(COUNTED);
    }

    private List<Long> rejected() {
        return given().get("/api/v1/teams/river-desk/claims/%d/rejected".formatted(said.claim()))
                .jsonPath()
                .getList("statements", Long.class);
    }

    private String page() {
        return given().get("/claims/" + said.claim()).asString();
    }
}
