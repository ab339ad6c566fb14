package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.security.Deed;
import org.claimwatch.web.security.Needs;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsEmil;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Routes;
import org.claimwatch.web.support.Routes.Route;
import org.claimwatch.web.support.TwoTeams;
import org.junit.jupiter.api.Test;

/** Each role may do at every route, those to come included, what it covers and no more, and in its own team alone. */
@QuarkusTest
class RolesTest {
    private static final List<Route> ROUTES = Routes.read().all();

    /** Places whose routes take the id of what belongs to the whole instance; what a team says of it has none there. */
    private static final Set<String> OF_ALL_TEAMS = Set.of("merges", "claims");

    @Inject
    TwoTeams teams;

    @Inject
    Desk desk;

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
            int status = Forms.ask(route, "river-desk", teams.ofRiver(route)).statusCode();
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

    /** Through one's own team's address the rows of another team are not there, whichever table they are in. */
    private void cannotReach(Role role) {
        var each = new SoftAssertions();
        Map<String, String> before = desk.digests("health-desk");
        for (Route route : ROUTES) {
            if (!route.ofTeam() || !route.template().contains("{id") || OF_ALL_TEAMS.contains(route.place())) {
                continue;
            }
            long id = teams.ofHealth(route);
            Needs needs = route.method().getAnnotation(Needs.class);
            each.assertThat(Forms.ask(route, "river-desk", id).statusCode())
                    .as("%s, %s of another team", route, id)
                    .isEqualTo(needs == null || role.covers(needs.value()) ? 404 : 403);
        }
        each.assertThat(desk.digests("health-desk"))
                .as("what the other team has")
                .isEqualTo(before);
        each.assertAll();
    }
}
