package org.claimwatch.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Press;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twelve connections serve everybody: none may show what the one before it was for. */
@QuarkusTest
class TeamRowsTest {
    private static boolean made;

    @Inject
    TeamRows teams;

    @Inject
    Desk desk;

    @Inject
    Press press;

    @Inject
    Session session;

    @Inject
    AgroalDataSource dataSource;

    private long river;
    private long health;

    @BeforeEach
    void two_teams() {
        press.gold();
        river = desk.teamId("river-desk");
        health = desk.teamId("health-desk");
        if (!made) {
            desk.make("river-desk", "Rows of river-desk", "dam", Instant.now(), "a@example.org");
            desk.make("health-desk", "Rows of health-desk", "dam", Instant.now(), "a@example.org");
            made = true;
        }
    }

    private List<Long> monitors() {
        return session.createNativeQuery("select distinct team_id from monitor", Long.class)
                .getResultList();
    }

    @Test
    void many_at_once_on_few_connections_see_their_own() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Long>>> looks = IntStream.range(0, 300)
                    .<Callable<List<Long>>>mapToObj(i -> switch (i % 4) {
                        case 0 -> () -> teams.of(river, this::monitors);
                        case 1 -> () -> teams.of(health, this::monitors);
                        case 2 -> () -> QuarkusTransaction.requiringNew().call(this::monitors);
                        default -> this::withoutTransaction;
                    })
                    .toList();
            var seen = threads.invokeAll(looks);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i).get())
                        .isEqualTo(i % 4 == 0 ? List.of(river) : i % 4 == 1 ? List.of(health) : List.of());
            }
        }
    }

    private List<Long> withoutTransaction() throws SQLException {
        try (var connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("select team_id from monitor")) {
            return rows.next() ? List.of(rows.getLong(1)) : List.of();
        }
    }

    @Test
    void a_failed_transaction_leaves_nothing_behind() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> teams.of(river, (Runnable) () -> {
                        assertThat(monitors()).containsExactly(river);
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessageContaining("on purpose");
            assertThat(withoutTransaction()).isEmpty();
        }
    }

    @Test
    void one_team_within_another_gets_a_transaction_of_its_own() {
        assertThat(teams.of(river, () -> {
                    assertThat(teams.of(health, this::monitors)).containsExactly(health);
                    return monitors();
                }))
                .containsExactly(river);
    }

    @Test
    void tells_a_task_whose_a_row_is_and_which_teams_there_are() {
        long digest = desk.in(
                "river-desk",
                () -> session.createNativeQuery("select min(id) from digest", Long.class)
                        .getSingleResult());
        assertThat(teams.teamOf("digest", digest)).contains(river);
        assertThat(teams.teamOf("digest", -1)).isEmpty();
        assertThat(teams.allTeams()).contains(river, health);
    }

    @Test
    @AsBen
    void a_page_shows_the_viewers_team_whether_or_not_it_opens_a_transaction() {
        for (int i = 0; i < 20; i++) {
            assertThat(given().get("/teams/river-desk/monitors").asString()).contains("Rows of river-desk");
            assertThat(given().get("/teams/river-desk/digests").asString()).contains("Rows of river-desk");
            assertThat(teams.of(health, this::monitors)).containsExactly(health);
        }
    }

    @Test
    @AsBen
    void what_a_person_does_stands_in_the_audit_log_under_their_name() {
        given().get("/teams/river-desk");
        assertThat(desk.in(
                        "river-desk",
                        () -> session.createNativeQuery("""
                        select a.name || ' ' || e.action || ' ' || e.subject from audit_entry e join account a on a.id = e.actor_id
                        where e.subject = 'membership' and a.subject = 'subject-of-ben'
                        """, String.class).getResultList()))
                .as("a membership that the groups gave")
                .contains("Ben ADDED membership");
    }
}
