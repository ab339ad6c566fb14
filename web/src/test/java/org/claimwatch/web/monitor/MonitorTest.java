package org.claimwatch.web.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AsBen
class MonitorTest {
    @Inject
    Press press;

    @Test
    void a_search_becomes_a_monitor_that_finds_the_same() {
        press.gold();
        String search = given().urlEncodingEnabled(false)
                .get("/search?q=observers+lang%3Aen&period=all")
                .asString();
        assertThat(search).contains("/teams/river-desk/monitors/new?q=observers+lang%3Aen");
        assertThat(given().urlEncodingEnabled(false)
                        .get("/teams/river-desk/monitors/new?q=observers+lang%3Aen")
                        .asString())
                .contains("observers lang:en</textarea>");
        String monitor = Forms.postAndFollow(
                "/teams/river-desk/monitors", Map.of("name", "Observers", "query", "observers lang:en"));
        int found = total(search);
        assertThat(found).isPositive();
        assertThat(total(given().get(monitor + "?period=all").asString())).isEqualTo(found);
        assertThat(given().get(monitor + "/export/statements.csv?period=all")
                        .asString()
                        .split("\r\n"))
                .hasSize(found + 1);
        String claims = given().get(monitor + "?period=all&as=claims").asString();
        assertThat(claims.split("<li class=\"claim-line\"", -1).length - 1).isEqualTo(Math.min(25, total(claims)));
        assertThat(given().get("/teams/river-desk/monitors?period=all").asString())
                .contains("Observers", found + " statements");
    }

    @Test
    void forms_say_what_is_wrong_and_keep_what_was_entered() {
        Forms.postAndFollow("/teams/river-desk/monitors", Map.of("name", "Taken", "query", "dam"));
        var refused = Forms.post("/teams/river-desk/monitors", Map.of("name", "Taken", "query", "topi:x <b>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("named “Taken” already", "there is none named topi:", "topi:x &lt;b&gt;</textarea>");
    }

    @Test
    void is_changed_and_deleted() {
        String monitor = Forms.postAndFollow("/teams/river-desk/monitors", Map.of("name", "To change", "query", "dam"));
        Forms.postAndFollow(monitor, Map.of("name", "Changed", "query", "river"));
        assertThat(given().get(monitor).asString())
                .contains("<h1 dir=\"auto\">Changed</h1>", "<code dir=\"auto\">river</code>");
        Forms.postAndFollow(monitor + "/delete", Map.of());
        assertThat(given().get(monitor).statusCode()).isEqualTo(404);
    }

    private static int total(String page) {
        Matcher found = Pattern.compile("<p class=\"totals\"><b>(\\d+)</b>").matcher(page);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
