package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.claimwatch.common.outlet.FeedKind;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Searching;
import org.claimwatch.web.support.Shelf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Something for every route of the API to answer. */
abstract class ApiDesk {
    static Desk.@Nullable Made made;
    static long round;
    static long search;
    static long handedIn;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Searching searching;

    @Inject
    Shelf shelf;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void fill() {
        press.gold();
        if (made == null) {
            Desk.Made mine = desk.make("river-desk", "Contract", "ceasefire OR dam", Instant.now(), "c@river.example");
            made = mine;
            shelf.put(press.article("hal-0909-kessa-shelling"), "<p>The page.</p>");
            desk.verdict("river-desk", press.claim("cf-obs-both"));
            desk.annotated("river-desk", press.claim("cf-obs-both"));
            desk.checkOf(press.claim("cf-obs-both"), press.article("cth-0911-half-point"), "Words that were checked");
            Forms.post("/teams/river-desk/shares", Map.of("monitor", mine.monitor(), "days", 9));
            round = desk.coded("river-desk");
            search = searching.start("https://contract.searched.example/");
            searching.found(search, "https://contract.searched.example/rss", FeedKind.RSS, "All news", true);
            searching.refused(search, "https://contract.searched.example/about", "a page, and no feed");
            handedIn = id(Forms.upload("/outlets/import", "list", "outlets.csv", """
                    name,home page,feeds
                    Contract Post,https://post.searched.example/,https://post.searched.example/rss
                    ,https://nameless.searched.example/,
                    """.getBytes(StandardCharsets.UTF_8)));
            Forms.post(
                    "/teams/river-desk/basket",
                    Map.of(
                            "tick",
                            given().get("/api/v1/statements?period=all&limit=5")
                                    .jsonPath()
                                    .getList("items.id")));
        }
    }

    /** Of what a form made: where it leads to. */
    private static long id(Response made) {
        return Long.parseLong(made.header("Location").replaceFirst(".*/", ""));
    }
}
