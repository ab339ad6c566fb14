package org.claimwatch.web.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AsAda
class RetentionTest {
    @Inject
    Press press;

    private String page;

    @BeforeEach
    void outlet() {
        press.gold();
        page = "/outlets/" + press.outlet("Sable Harbour Gazette") + "/retention";
    }

    @Test
    void an_administrator_says_how_long_and_takes_it_back() {
        assertThat(given().get(page).asString()).contains("<b>for ever</b>");
        String after =
                given().get(Forms.postAndFollow(page, Map.of("days", " 30 "))).asString();
        assertThat(after).contains("<b>for 30 days</b>").containsPattern("\\d+ are older and go in the next night");
        assertThat(given().get(Forms.postAndFollow(page, Map.of("days", ""))).asString())
                .contains("<b>for ever</b>");
    }

    @Test
    void what_is_no_number_of_days_is_refused_and_kept_in_the_field() {
        for (String days : new String[] {"0", "-3", "a year", "99999", "1.5"}) {
            var refused = Forms.post(page, Map.of("days", days));
            assertThat(refused.statusCode()).as(days).isEqualTo(422);
            assertThat(refused.asString()).contains("is not a number of days", "value=\"" + days + "\"");
        }
        assertThat(given().get(page).asString()).contains("<b>for ever</b>");
    }

    @Test
    @AsBen
    void others_read_it_only() {
        assertThat(given().get(page).asString()).contains("<b>for ever</b>").doesNotContain("name=\"days\"");
        assertThat(Forms.post(page, Map.of("days", "1")).statusCode()).isEqualTo(403);
    }
}
