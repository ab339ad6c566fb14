package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsMira;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Routes;
import org.claimwatch.web.support.Routes.Route;
import org.claimwatch.web.support.TwoTeams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody comes in by any route of the application, those to come included, who is not of the team. */
@QuarkusTest
class RoutesTest {
    private static final List<Route> ROUTES = Routes.read().all();

    @Inject
    TwoTeams teams;

    @Inject
    Desk desk;

    @Inject
    Router router;

    private Made river;
    private Made health;

    @BeforeEach
    void two_teams_with_rows_of_their_own() {
        river = teams.river();
        health = teams.health();
    }

    @Test
    void are_found() {
        assertThat(ROUTES).hasSizeGreaterThan(35);
        assertThat(ROUTES.stream().filter(Route::ofTeam)).hasSizeGreaterThan(18);
    }

    @Test
    void nobody_gets_in_without_signing_in() {
        var each = new SoftAssertions();
        for (Route route : ROUTES) {
            for (long id : ids(route, river.monitor(), river.digest())) {
                if (route.open()) {
                    each.assertThat(anonymous(route.verb(), route.path("river-desk", id))
                                    .statusCode())
                            .as(route.toString())
                            .isEqualTo(route.reads() ? 404 : 400);
                    continue;
                }
                Response response = anonymous(route.verb(), route.path("river-desk", id));
                if (route.ofApi()) {
                    each.assertThat(response.statusCode()).as(route.toString()).isEqualTo(401);
                    each.assertThat(response.header("WWW-Authenticate"))
                            .as(route.toString())
                            .startsWith("Bearer");
                    continue;
                }
                each.assertThat(response.statusCode()).as(route.toString()).isEqualTo(302);
                each.assertThat(response.header("Location"))
                        .as(route.toString())
                        .contains("/sign-in-here");
                each.assertThat(response.asString()).doesNotContain(TwoTeams.SECRET);
            }
        }
        each.assertThat(anonymous("GET", "/").header("Location"))
                .contains("code_challenge_method=S256", "client_id=claimwatch-web", "response_type=code");
        each.assertAll();
    }

    @Test
    void style_and_scripts_need_no_session() {
        for (String open : List.of(
                "/style.css",
                "/app.js",
                "/icon.svg",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/webjars/picocss__pico/css/pico.min.css")) {
            assertThat(anonymous("GET", open).statusCode()).as(open).isEqualTo(200);
        }
    }

    @Test
    @AsNoor
    void a_team_does_not_exist_for_others() {
        var each = new SoftAssertions();
        for (Route route : ROUTES) {
            for (long id : ids(route, river.monitor(), river.digest())) {
                if (route.ofTeam()) {
                    each.assertThat(Forms.ask(route, "river-desk", id).statusCode())
                            .as(route.toString())
                            .isEqualTo(404);
                }
            }
        }
        each.assertThat(desk.count("monitor")).isGreaterThanOrEqualTo(2);
        each.assertAll();
    }

    @Test
    @AsMira
    void rows_of_another_team_cannot_be_had_through_ones_own() {
        var each = new SoftAssertions();
        for (Route route : ROUTES) {
            if (route.ofTeam() && route.template().contains("{id")) {
                // The other tables are RowSecurityTest's; ids of different tables may be equal, so here one that none
                // has.
                long id = route.template().contains("monitors")
                        ? river.monitor()
                        : route.template().contains("digests") ? river.digest() : 999_999_999;
                each.assertThat(Forms.ask(route, "health-desk", id).statusCode())
                        .as(route.toString())
                        .isEqualTo(404);
            }
        }
        each.assertThat(Forms.post(
                                "/teams/health-desk/digests",
                                Map.of(
                                        "monitor",
                                        river.monitor(),
                                        "sendAt",
                                        "07:00",
                                        "zone",
                                        "UTC",
                                        "recipients",
                                        "a@b.c"))
                        .statusCode())
                .isEqualTo(404);
        each.assertThat(given().get("/teams/health-desk/digests/new?monitor=" + river.monitor())
                        .statusCode())
                .isEqualTo(404);
        each.assertAll();
    }

    @Test
    @AsNoor
    void no_page_shows_another_teams_monitors_digests_or_reviews() {
        var each = new SoftAssertions();
        for (Route route : ROUTES) {
            if (route.reads()) {
                for (long id : ids(route, river.monitor(), health.monitor(), health.digest(), 1L, 2L, 3L)) {
                    String page = Forms.ask(route, "health-desk", id).asString();
                    each.assertThat(page).as(route.toString()).doesNotContain(TwoTeams.SECRET, TwoTeams.SECRET_ADDRESS);
                }
            }
        }
        each.assertAll();
    }

    @Test
    @AsAda
    void a_form_without_its_token_is_refused() {
        for (Route route : ROUTES) {
            if (!route.reads()) {
                var request = given().redirects().follow(false);
                Response answer = route.uploads()
                        ? request.multiPart("list", "x.csv", new byte[] {1}).post(route.path("river-desk", 1))
                        : anonymous("POST", route.path("river-desk", 1));
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(400);
            }
        }
    }

    /** Of every route and of what is none; pages of strangers have a sandbox besides. */
    @Test
    @AsAda
    void every_answer_forbids_scripts_of_others() {
        var each = new SoftAssertions();
        List<String> paths = Stream.concat(
                        ROUTES.stream()
                                .filter(Route::reads)
                                .map(route -> route.path("river-desk", teams.ofRiver(route))),
                        Stream.of("/nowhere", "/style.css", "/claims/999999999", "/api/openapi.json"))
                .toList();
        for (String path : paths) {
            List<String> policies =
                    given().redirects().follow(false).get(path).headers().getValues("Content-Security-Policy");
            each.assertThat(policies).as(path).hasSize(1);
            each.assertThat(policies.getFirst())
                    .as(path)
                    .contains("default-src 'none'; ")
                    .doesNotContain("script-src 'unsafe", "script-src *", "'unsafe-eval'");
            each.assertThat(policies.getFirst())
                    .as(path)
                    .matches("(default-src 'none'; style-src 'self'; script-src 'self'; |sandbox).*");
        }
        each.assertAll();
    }

    /** Routes that JAX-RS does not know have tests of their own; one that comes in besides is to get some. */
    @Test
    void there_is_no_way_in_that_nobody_looks_at() {
        List<String> besides = List.of("/stop/", "/alert-feeds/", "/search-feeds/", "/sign-in-away");
        assertThat(router.getRoutes())
                .filteredOn(route -> route.getPath() != null && route.methods() != null)
                .extracting(io.vertx.ext.web.Route::getPath)
                .filteredOn(path -> !path.startsWith("/q/") && !path.startsWith("/webjars/"))
                .contains("/sign-in-away")
                .allMatch(path -> besides.stream().anyMatch(path::startsWith));
    }

    /** In whatever field of a form: another team's row is not there. */
    @Test
    @AsAda
    void ids_in_forms_lead_to_no_rows_of_another_team() {
        var each = new SoftAssertions();
        Map<String, String> before = desk.digests("health-desk");
        for (Route route : ROUTES) {
            // Statements, claims and actors are everybody's: one of such an id would be merged or corrected in earnest.
            if (!route.ofTeam()
                    || route.reads()
                    || route.uploads()
                    || route.template().endsWith("/send")
                    || Set.of("merges", "reviews").contains(route.place())) {
                continue;
            }
            List<String> fields = route.fields();
            for (long id : teams.allOfHealth()) {
                Response answer = Forms.post(
                        route.path("river-desk", teams.ofRiver(route)),
                        fields.stream().collect(Collectors.toMap(Function.identity(), field -> id)));
                each.assertThat(answer.statusCode()).as("%s with %s", route, id).isLessThan(500);
                each.assertThat(answer.asString())
                        .as("%s with %s", route, id)
                        .doesNotContain("Vaccines", "noor@health.example");
            }
        }
        each.assertThat(desk.digests("health-desk")).isEqualTo(before);
        each.assertAll();
    }

    @Test
    @AsBen
    void errors_say_what_to_do_next() {
        assertThat(given().get("/claims/999999999").asString())
                .contains("There is no such page", "start from Today", "Skip to the content");
        assertThat(given().get("/nowhere").asString()).contains("There is no such page");
        assertThat(given().get("/outlets/new").asString()).contains("Your role does not allow this");
        assertThat(given().get("/teams/river-desk/digests/new?monitor=1").asString())
                .contains("This needs the role Editor in River desk; yours is Analyst.");
    }

    /** Those to ask a route with, which may take none. */
    private static List<Long> ids(Route route, Long... ids) {
        return route.template().contains("{id") ? List.of(ids) : List.of(ids).subList(0, 1);
    }

    private static Response anonymous(String verb, String path) {
        var request = given().redirects().follow(false);
        return verb.equals("GET")
                ? request.get(path)
                : request.contentType("application/x-www-form-urlencoded").post(path);
    }
}
