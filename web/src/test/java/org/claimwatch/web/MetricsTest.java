package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.claimwatch.web.support.AsVera;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AsVera
class MetricsTest {
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(value = "/q", management = true)
    URI management;

    @Test
    void every_page_is_timed_by_its_name_and_the_queue_has_a_depth() {
        given().get("/stories");
        given().get("/stories/999999999");
        assertThat(given().get(management.resolve("/q/metrics")).asString())
                .containsPattern("claimwatch_web_page_seconds_count\\{[^}]*outcome=\"2xx\",page=\"StoryPages.stories\"")
                .containsPattern("claimwatch_web_page_seconds_count\\{[^}]*outcome=\"4xx\",page=\"StoryPages.story\"")
                .contains("claimwatch_queue_depth{queue=\"web\"}");
    }

    @Test
    void liveness_asks_nothing_of_the_database() {
        assertThat(given().get(management.resolve("/q/health/live")).jsonPath().getList("checks"))
                .isEmpty();
        assertThat(given().get("/q/health/live").statusCode())
                .as("visitors reach no probe")
                .isNotEqualTo(200);
        assertThat(given().get(management.resolve("/q/health/ready")).asString())
                .contains("Database connections health check");
    }
}
