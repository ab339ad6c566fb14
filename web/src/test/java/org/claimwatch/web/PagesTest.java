package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesTest {
    @Inject
    Press press;

    @Test
    @AsAda
    void all_answer() {
        press.gold();
        for (String path : java.util.List.of(
                "/",
                "/claims?period=all",
                "/claims/" + press.claim("cf-obs-both"),
                "/stories",
                "/stories/" + press.story("ceasefire-orrin"),
                "/articles/" + press.article("hal-0909-kessa-shelling"),
                "/actors",
                "/actors/" + press.actor("Magda Trense"),
                "/outlets",
                "/outlets/" + press.outlet("Halyard"),
                "/outlets/new",
                "/search?q=ceasefire&period=all",
                "/statements.csv?q=ceasefire",
                "/claims.csv",
                "/account",
                "/teams/river-desk",
                "/teams/river-desk/monitors",
                "/teams/river-desk/monitors/new?q=x",
                "/teams/river-desk/reviews",
                "/teams/river-desk/digests",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/webjars/picocss__pico/css/pico.min.css",
                "/style.css",
                "/q/health/ready",
                "/q/metrics")) {
            assertThat(given().redirects().follow(false).get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }
}
