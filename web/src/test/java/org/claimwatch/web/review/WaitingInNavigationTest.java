package org.claimwatch.web.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page says how many readings wait for whoever looks at it. */
@QuarkusTest
class WaitingInNavigationTest {
    private static final String QUEUE = "/teams/river-desk/reviews/queue";
    private static final Pattern COUNT =
            Pattern.compile("<a class=\"waiting\" href=\"" + QUEUE + "\"><span aria-hidden=\"true\">\\((\\d+)\\)</span>"
                    + "<span class=\"hidden\">Reviews: (\\d+) readings wait</span></a>");

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @BeforeEach
    void fill() {
        press.gold();
    }

    @AfterEach
    void as_before() {
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review_skip").executeUpdate());
    }

    @Test
    @AsBen
    void it_is_the_number_that_the_queue_says_and_falls_with_each_verdict_and_skip() {
        long waiting = count("/claims");
        assertThat(waiting).isPositive();
        assertThat(given().get(QUEUE).asString()).contains(waiting + " readings wait");
        Forms.postAndFollow("/teams/river-desk/reviews/skip", Map.of("statement", shown()));
        assertThat(count("/claims")).as("after a skip").isEqualTo(waiting - 1);
        Forms.postAndFollow(
                "/teams/river-desk/reviews", Map.of("statement", shown(), "verdict", "ACCEPTED", "back", QUEUE));
        assertThat(count("/")).as("after a verdict").isEqualTo(waiting - 2);
        var undo = Pattern.compile("/reviews/(\\d+)/undo")
                .matcher(given().get(QUEUE).asString());
        assertThat(undo.find()).isTrue();
        Forms.postAndFollow("/teams/river-desk/reviews/" + undo.group(1) + "/undo", Map.of());
        assertThat(count("/")).as("after undo").isEqualTo(waiting - 1);
    }

    @Test
    @AsVera
    void whoever_may_not_review_sees_none() {
        assertThat(given().get("/claims").asString()).contains("/reviews\"").doesNotContain("class=\"waiting\"");
    }

    @Test
    @AsAda
    void an_error_page_has_the_navigation_too() {
        assertThat(given().get("/claims/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void many_are_said_up_to_a_limit() {
        assertThat(List.of(
                        Total.within(ReviewQueue.NEWEST, 2001).brief(),
                        Total.within(ReviewQueue.NEWEST, 2000).brief()))
                .containsExactly("2,000+", "2000");
    }

    private static long count(String page) {
        String html = given().get(page).asString();
        var count = COUNT.matcher(html);
        assertThat(count.find()).as(page).isTrue();
        assertThat(count.group(2)).isEqualTo(count.group(1));
        return Long.parseLong(count.group(1));
    }

    private static long shown() {
        var id = Pattern.compile("name=\"statement\" value=\"(\\d+)\"")
                .matcher(given().get(QUEUE).asString());
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }
}
