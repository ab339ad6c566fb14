package org.claimwatch.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.claimwatch.web.security.SignIn.Identity;
import org.claimwatch.web.support.Desk;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {
    @Inject
    SignIn signIn;

    @Inject
    Desk desk;

    private static Identity identity(String subject, String name, String... groups) {
        return new Identity(subject, name, subject + "@example.org", null, Groups.of(List.of(groups)));
    }

    @Test
    void makes_the_account_its_teams_and_memberships() {
        Viewer viewer = signIn.viewer(identity("s-1", "One", "/teams/first-desk/editor", "/instance-admins"));
        assertThat(viewer.teams())
                .extracting(Member::slug, Member::teamName, Member::role)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("first-desk", "First desk", Role.EDITOR));
        assertThat(viewer.instanceAdmin()).isTrue();
        assertThat(viewer.zone().getId()).isEqualTo("UTC");
    }

    @Test
    void a_person_stays_the_same_under_another_name() {
        Viewer before = signIn.viewer(identity("s-2", "Before", "/teams/x/viewer"));
        Viewer after = signIn.viewer(identity("s-2", "After", "/teams/x/viewer"));
        assertThat(after.accountId()).isEqualTo(before.accountId());
        assertThat(after.name()).isEqualTo("After");
    }

    @Test
    void a_lost_group_ends_the_membership_and_a_new_role_replaces_the_old() {
        signIn.viewer(identity("s-3", "Three", "/teams/a/viewer", "/teams/b/admin"));
        Viewer after = signIn.viewer(identity("s-3", "Three", "/teams/b/viewer", "/teams/c/analyst"));
        assertThat(after.teams()).extracting(Member::slug).containsExactly("b", "c");
        assertThat(after.in("b").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(signIn.viewer(identity("s-3", "Three")).teams()).isEmpty();
    }

    @Test
    void two_first_requests_at_once_make_one_account() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Long>> arrivals = IntStream.range(0, 8)
                    .<Callable<Long>>mapToObj(i -> () -> signIn.viewer(identity("s-4", "Four", "/teams/crowd/viewer"))
                            .accountId())
                    .toList();
            var ids = threads.invokeAll(arrivals).stream()
                    .map(arrival -> arrival.resultNow())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void many_groups_are_many_teams() {
        String[] groups = IntStream.range(0, 30)
                .mapToObj("/teams/desk-%02d/viewer"::formatted)
                .toArray(String[]::new);
        assertThat(signIn.viewer(identity("s-5", "Five", groups)).teams()).hasSize(30);
    }

    @Test
    void a_script_without_a_session_is_told_so_and_a_person_is_led_to_the_sign_in_page() {
        assertThat(given().redirects().follow(false).get("/claims?period=24h").statusCode())
                .isEqualTo(302);
        assertThat(given().redirects()
                        .follow(false)
                        .header("X-Requested-With", "JavaScript")
                        .get("/claims?period=24h")
                        .statusCode())
                .isEqualTo(499);
    }
}
