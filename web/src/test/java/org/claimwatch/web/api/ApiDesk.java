package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Something for every route of the API to answer. */
abstract class ApiDesk {
    static Desk.@Nullable Made made;
    static long round;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void fill() {
        press.gold();
        if (made == null) {
            Desk.Made mine = desk.make("river-desk", "Contract", "ceasefire OR dam", Instant.now(), "c@river.example");
            made = mine;
            desk.verdict("river-desk", press.claim("cf-obs-both"));
            desk.annotated("river-desk", press.claim("cf-obs-both"));
            desk.checkOf(press.claim("cf-obs-both"), press.article("cth-0911-half-point"), "Words that were checked");
            Forms.post("/teams/river-desk/shares", Map.of("monitor", mine.monitor(), "days", 9));
            round = desk.coded("river-desk");
            Forms.post(
                    "/teams/river-desk/basket",
                    Map.of(
                            "tick",
                            given().get("/api/v1/statements?period=all&limit=5")
                                    .jsonPath()
                                    .getList("items.id")));
        }
    }
}
