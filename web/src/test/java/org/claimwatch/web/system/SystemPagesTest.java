package org.claimwatch.web.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsVera;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SystemPagesTest {
    @Test
    @AsAda
    void an_administrator_sees_the_queues_and_the_newest_tables() {
        String page = given().get("/system").then().statusCode(200).extract().asString();
        assertThat(page)
                .contains(">ingest</code></th>", ">analysis</code></th>", ">web</code></th>")
                .containsPattern("tables of 2026\\d{8}");
        var state =
                given().get("/api/v1/system").then().statusCode(200).extract().jsonPath();
        assertThat(state.getList("queues.name")).containsExactly("ingest", "analysis", "web");
        assertThat(page).contains("tables of " + state.getString("tables.version"), state.getString("release"));
        assertThat(state.getLong("databaseBytes")).isPositive();
    }

    @Test
    @AsVera
    void nobody_else_does() {
        given().get("/system").then().statusCode(403);
        given().get("/api/v1/system").then().statusCode(403);
    }
}
