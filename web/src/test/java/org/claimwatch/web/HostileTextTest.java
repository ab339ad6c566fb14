package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles are written by strangers: none of their text is ever markup, none of their addresses a script. */
@QuarkusTest
@AsBen
class HostileTextTest {
    private static final String WORDS =
            "</title><script>alert('x')</script><img src=x onerror=\"alert(1)\">{inject:frame}";

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    private Stranger.Rows rows;

    @BeforeEach
    void put() {
        press.gold();
        rows = stranger.put(WORDS, "javascript:alert('x')", 0.95f, Instant.parse("2025-09-17T16:00:00Z"));
    }

    @AfterEach
    void remove() {
        stranger.remove(rows);
    }

    @Test
    void is_never_markup() {
        for (String path : List.of(
                "/",
                "/claims?order=recent",
                "/claims/" + rows.claim(),
                "/stories",
                "/stories/" + rows.story(),
                "/articles/" + rows.article(),
                "/actors?period=24h",
                "/actors/" + rows.actor(),
                "/outlets",
                "/outlets/" + rows.outlet(),
                "/search?q=lang%3Aen")) {
            String page = given().urlEncodingEnabled(false).get(path).asString();
            assertThat(page).as(path).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
            assertThat(page).as(path).doesNotContainPattern("href=\"\\s*javascript:");
        }
    }

    @Test
    void nor_is_what_a_person_types_into_an_address() {
        String page = given().queryParam("q", "\"><script>alert(1)</script> speaker:<b>")
                .get("/search")
                .asString();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert", "<b>\"");
    }
}
