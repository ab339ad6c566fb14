package org.claimwatch.web.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks after the instance sees all its feeds, and those in trouble apart. */
@QuarkusTest
class FeedListTest {
    @Inject
    Press press;

    @BeforeEach
    void put() {
        press.gold();
    }

    @Test
    @AsAda
    void all_feeds_are_listed_with_what_can_be_done_about_them() {
        JsonPath api = given().get("/api/v1/feeds?limit=100").jsonPath();
        String page = given().get("/feeds").asString();
        assertThat(api.getInt("total")).isPositive();
        assertThat(page).contains(api.getInt("total") + " feed");
        assertThat(page.split("<div class=\"feed ", -1)).hasSize(Math.min(25, api.getInt("total")) + 1);
        assertThat(page).contains("action=\"/feeds/%d/poll\"".formatted(api.getInt("items[0].id")));
        int trouble = api.getList("items.findAll { it.state == 'failing' || it.state == 'retired' }")
                .size();
        assertThat(given().get("/feeds?show=trouble").asString().split("<div class=\"feed ", -1))
                .hasSize(trouble + 1);
        assertThat(page).contains("href=\"/feeds\" aria-current=\"page\"");
    }

    @Test
    @AsBen
    void nobody_else_sees_them_here() {
        assertThat(given().get("/feeds").statusCode()).isEqualTo(403);
        assertThat(given().get("/").asString()).doesNotContain("href=\"/feeds\"");
    }
}
