package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.security.Deed;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsEmil;
import org.claimwatch.web.support.AsMira;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Routes;
import org.claimwatch.web.support.Routes.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may go where: every route of the application, those to come included. */
@QuarkusTest
class RoutesTest {
    private static final List<Route> ROUTES = Routes.read().all();
    private static final String SECRET = "Secret of the river desk";
    private static Made river;
    private static Made health;
    private static Map<String, Long> ofHealth;
    private static long tag;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @BeforeEach
    void two_teams_with_rows_of_their_own() {
        press.gold();
        if (river == null) {
            river = desk.make("river-desk", SECRET, "ceasefire", Instant.now(), "secret@river.example");
            health = desk.make("health-desk", "Vaccines", "vaccine", Instant.now(), "noor@health.example");
            tag = desk.oneOfEach("river-desk", river).get("tags");
            ofHealth = desk.oneOfEach("health-desk", health);
        }
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
                each.assertThat(response.asString()).doesNotContain(SECRET);
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
                    each.assertThat(ask(route, "river-desk", id).statusCode())
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
                each.assertThat(ask(route, "health-desk", id).statusCode())
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
                    String page = ask(route, "health-desk", id).asString();
                    each.assertThat(page).as(route.toString()).doesNotContain(SECRET, "secret@river.example");
                }
            }
        }
        each.assertAll();
    }

    @Test
    @AsVera
    void a_viewer_reads_and_changes_nothing() {
        enforces(Role.VIEWER, false);
        cannotReach(Role.VIEWER);
    }

    @Test
    @AsBen
    void an_analyst_makes_monitors_and_reviews() {
        enforces(Role.ANALYST, false);
        cannotReach(Role.ANALYST);
    }

    @Test
    @AsEmil
    void an_editor_sends_digests() {
        enforces(Role.EDITOR, false);
        cannotReach(Role.EDITOR);
    }

    @Test
    void the_table_of_deeds_says_what_each_route_asks_for() {
        assertThat(ROUTES)
                .filteredOn(route -> route.ofTeam() && !route.reads())
                .allSatisfy(route -> assertThat(Deed.at(route.place()))
                        .as("a line of Deed for %s", route)
                        .hasValueSatisfying(deed -> assertThat(route.method()
                                        .getAnnotation(Needs.class)
                                        .value())
                                .as(route.toString())
                                .isEqualTo(deed.role())));
    }

    @Test
    @AsAda
    void an_admin_may_all() {
        enforces(Role.ADMIN, true);
        cannotReach(Role.ADMIN);
    }

    @Test
    void whatever_changes_a_teams_rows_asks_for_a_role() {
        assertThat(ROUTES)
                .filteredOn(route -> route.ofTeam() && !route.reads())
                .allSatisfy(route -> assertThat(route.method().getAnnotation(Needs.class))
                        .as("%s needs @Needs", route)
                        .isNotNull());
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

    @Test
    @AsAda
    void every_answer_forbids_scripts_of_others() {
        for (String path : List.of("/", "/nowhere", "/style.css", "/claims/999999999")) {
            assertThat(given().get(path).header("Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'none'; style-src 'self'; script-src 'self'; ");
        }
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

    /** Refused what the role does not cover, and not refused what it does; deleting routes are left for other tests. */
    private void enforces(Role role, boolean instanceAdmin) {
        var each = new SoftAssertions();
        for (Route route : ROUTES) {
            Needs needs = route.method().getAnnotation(Needs.class);
            boolean allowed = (needs == null || role.covers(needs.value()))
                    && (!route.method().isAnnotationPresent(RolesAllowed.class) || instanceAdmin);
            if (allowed
                    && (route.template().endsWith("/delete")
                            || route.template().endsWith("/send")
                            || route.template().endsWith("/erase"))) {
                continue;
            }
            long id = own(route);
            int status = ask(route, "river-desk", id).statusCode();
            if (allowed) {
                each.assertThat(status).as(route.toString()).isNotIn(302, 401, 403, 500);
                if (route.reads()
                        && route.ofTeam()
                        && !route.template().endsWith("/new")
                        && !route.template().contains("/coding/{id")) {
                    each.assertThat(status).as(route.toString()).isEqualTo(200);
                }
            } else {
                each.assertThat(status).as(route.toString()).isEqualTo(403);
            }
        }
        each.assertAll();
    }

    /** Something that is there, in the team or, of actors and claims, for all. */
    private long own(Route route) {
        if (route.template().contains("/merges/actors/{id")) {
            return press.actor("Nadia Ferrow");
        }
        if (route.template().contains("/merges/claims/{id")) {
            return press.claim(press.gold().claims().getFirst().id());
        }
        if (route.place().equals("tags")) {
            return tag;
        }
        return route.template().contains("digests") ? river.digest() : river.monitor();
    }

    /** Through one's own team's address the rows of another team are not there, whichever table they are in. */
    private void cannotReach(Role role) {
        var each = new SoftAssertions();
        Map<String, String> before = desk.digests("health-desk");
        for (Route route : ROUTES) {
            if (!route.ofTeam()
                    || !route.template().contains("{id")
                    || route.place().equals("merges")) {
                continue;
            }
            Long id = ofHealth.get(route.place());
            each.assertThat(id).as("a row for %s in Desk.oneOfEach", route).isNotNull();
            Needs needs = route.method().getAnnotation(Needs.class);
            if (id != null) {
                each.assertThat(ask(route, "river-desk", id).statusCode())
                        .as("%s, %s of another team", route, id)
                        .isEqualTo(needs == null || role.covers(needs.value()) ? 404 : 403);
            }
        }
        each.assertThat(desk.digests("health-desk"))
                .as("what the other team has")
                .isEqualTo(before);
        each.assertAll();
    }

    /** Those to ask a route with, which may take none. */
    private static List<Long> ids(Route route, Long... ids) {
        return route.template().contains("{id") ? List.of(ids) : List.of(ids).subList(0, 1);
    }

    private static Response ask(Route route, String slug, long id) {
        String path = route.path(slug, id);
        if (route.uploads()) {
            return Forms.upload(path, "list", "x.csv", new byte[0]);
        }
        return route.reads()
                ? given().redirects().follow(false).get(path)
                : Forms.post(path, Map.of("statement", 1, "name", "", "query", "", "of", 1));
    }

    private static Response anonymous(String verb, String path) {
        var request = given().redirects().follow(false);
        return verb.equals("GET")
                ? request.get(path)
                : request.contentType("application/x-www-form-urlencoded").post(path);
    }
}
