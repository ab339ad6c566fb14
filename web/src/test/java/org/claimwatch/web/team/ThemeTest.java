package org.claimwatch.web.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Forms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages are light or dark as the person chose, else as the browser asks. */
@QuarkusTest
@AsVera
class ThemeTest {
    private static void choose(String theme) {
        assertThat(Forms.post("/account", Map.of("zone", "UTC", "keyboard", "on", "theme", theme))
                        .statusCode())
                .isEqualTo(303);
    }

    @AfterEach
    void as_the_browser_asks() {
        choose("");
    }

    @Test
    void is_the_persons_choice() {
        assertThat(given().get("/claims").asString()).doesNotContain("data-theme");
        choose("dark");
        assertThat(given().get("/claims").asString()).contains("<html lang=\"en\" dir=\"ltr\" data-theme=\"dark\">");
        assertThat(given().get("/account").asString()).contains("<option value=\"dark\" selected>dark");
        choose("light");
        assertThat(given().get("/claims").asString()).contains("data-theme=\"light\"");
        choose("purple");
        assertThat(given().get("/claims").asString()).doesNotContain("data-theme");
    }
}
