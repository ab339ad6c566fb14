package org.claimwatch.web.today;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the machine doubts is shown pale where one looks for it, and makes no headline. */
@QuarkusTest
@AsBen
class DoubtTest {
    private static final String WORDS = "The moon over Kessa is made of cheese";

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    private final List<Stranger.Rows> held = new ArrayList<>();

    @AfterEach
    void remove() {
        held.forEach(stranger::remove);
    }

    private Stranger.Rows put(float confidence) {
        press.gold();
        held.add(stranger.put(WORDS, "http://moon.example/", confidence, Instant.parse("2025-09-17T16:00:00Z")));
        return held.getLast();
    }

    @Test
    void a_doubtful_claim_is_no_news() {
        var rows = put(0.6f);
        assertThat(newClaims()).doesNotContain(WORDS);
        assertThat(given().get("/claims/" + rows.claim()).asString())
                .contains("class=\"statement doubtful\"", ">doubtful<", "0.60 of 1");
    }

    @Test
    void a_likely_one_is() {
        var rows = put(0.7f);
        int total = total(newClaims());
        stranger.remove(rows);
        assertThat(total(newClaims())).isEqualTo(total - 1);
    }

    private static String newClaims() {
        String page = given().get("/").asString();
        return page.substring(page.indexOf("id=\"new-claims\""), page.indexOf("id=\"moving\""));
    }

    private static int total(String block) {
        return Integer.parseInt(block.replaceFirst("(?s).*?class=\"total\"[^>]*>(\\d+)<.*", "$1"));
    }
}
