package org.claimwatch.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void say_team_and_role() {
        assertThat(Groups.of(List.of("/teams/river-desk/analyst", "/teams/x/viewer")))
                .isEqualTo(new Groups(Map.of("river-desk", Role.ANALYST, "x", Role.VIEWER), false));
    }

    @Test
    void of_several_roles_the_strongest_counts() {
        assertThat(Groups.of(List.of("/teams/x/admin", "/teams/x/viewer")).roleByTeam())
                .isEqualTo(Map.of("x", Role.ADMIN));
    }

    @Test
    void what_means_nothing_here_is_left_aside() {
        assertThat(Groups.of(List.of(
                        "/teams",
                        "/teams/x",
                        "/teams/x/owner",
                        "/teams/X/viewer",
                        "/teams/../viewer",
                        "offline_access",
                        "")))
                .isEqualTo(new Groups(Map.of(), false));
    }

    @Test
    void instance_admins_are_no_team() {
        assertThat(Groups.of(List.of("/instance-admins"))).isEqualTo(new Groups(Map.of(), true));
        assertThat(Groups.of(List.of("/teams/instance-admins/viewer")).instanceAdmin())
                .isFalse();
    }
}
