package org.claimwatch.web.share;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Desk.Made;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a link shows to somebody who is not signed in, and what it does not. */
@QuarkusTest
class ShareTest {
    private static Made made = new Made(0, 0, 0);
    private static int minutes;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    ShareLinks links;

    @Inject
    Session session;

    @Inject
    Statements statements;

    @Inject
    SettableClock clock;

    @BeforeEach
    void a_monitor_to_share() {
        press.gold();
        // A minute of its own for each test: the pace is counted by the minute.
        clock.set(Instant.now().plus(Duration.ofMinutes(10L * ++minutes)));
        if (made.monitor() == 0) {
            made = desk.make("share-desk", "Shared ceasefire", "ceasefire", Instant.now(), "a@example.org");
        }
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    private Token share() {
        var member = new Member(desk.teamId("share-desk"), "share-desk", "Share desk", Role.EDITOR);
        return desk.in("share-desk", () -> {
            long account = session.createNativeQuery(
                            "select created_by from monitor where id = " + made.monitor(), Long.class)
                    .getSingleResult();
            return links.share(member, account, made.monitor(), Duration.ofDays(3))
                    .orElseThrow();
        });
    }

    @Test
    void shows_its_list_without_a_session_and_leads_nowhere_else() {
        Token token = share();
        var answer = given().redirects().follow(false).get("/shared/" + token.value());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        String page = answer.asString();
        assertThat(page)
                .contains(
                        "Shared ceasefire",
                        statements.count(Query.saved("ceasefire").condition()) + "</b> statements",
                        "ceasefire")
                .doesNotContain("Comment on");
        var inner = Pattern.compile("(?:href|action|src)=\"(/[^\"]*)\"").matcher(page);
        while (inner.find()) {
            assertThat(inner.group(1)).matches("/(icon|style|webjars/pico|shared/|language$).*");
        }
    }

    @Test
    void nothing_in_the_address_widens_it() {
        Token token = share();
        String plain = list("/shared/" + token.value());
        assertThat(list("/shared/" + token.value() + "?q=dam&period=all&query=the&monitor=1"))
                .isEqualTo(plain);
        var next = Pattern.compile("rel=\"next\" href=\"/shared/[^?\"]+\\?(after=[^\"]+)\"")
                .matcher(plain);
        assertThat(next.find()).isTrue();
        assertThat(list("/shared/" + token.value() + "?" + next.group(1))).isNotEqualTo(plain);
    }

    /** A page without the form that changes its language, which has a token of its own and comes back to its address. */
    private static String list(String path) {
        return given().get(path).asString().replaceFirst("(?s)<footer.*</footer>", "");
    }

    @Test
    void ends_by_itself_is_taken_back_and_cannot_be_guessed() {
        Token token = share();
        assertThat(given().get("/shared/" + token.value()).statusCode()).isEqualTo(200);
        assertThat(given().get("/shared/" + token.hash()).statusCode()).isEqualTo(404);
        assertThat(given().get("/shared/" + Token.random().value()).statusCode())
                .isEqualTo(404);
        clock.set(clock.instant().plus(Duration.ofDays(4)));
        assertThat(given().get("/shared/" + token.value()).statusCode()).isEqualTo(404);
        Token other = share();
        desk.in(
                "share-desk",
                () -> session.createNativeMutationQuery("update share_link set revoked_at = now()")
                        .executeUpdate());
        assertThat(given().get("/shared/" + other.value()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_that_asks_too_often_waits() {
        Token token = share();
        for (int i = 0; i < Pace.PER_MINUTE; i++) {
            given().get("/shared/" + token.value());
        }
        var answer = given().get("/shared/" + token.value());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("60");
    }

    @Test
    @AsAda
    void an_editor_makes_a_link_sees_it_once_and_shares_no_other_teams_monitor() {
        desk.make("river-desk", "To share " + System.nanoTime(), "dam", Instant.now(), "a@example.org");
        long monitor = desk.in(
                "river-desk",
                () -> session.createNativeQuery("select max(id) from monitor", Long.class)
                        .getSingleResult());
        var answer = Forms.post("/teams/river-desk/shares", java.util.Map.of("monitor", monitor, "days", 7));
        var link = Pattern.compile("/shared/([A-Za-z0-9_-]{43})").matcher(answer.asString());
        assertThat(link.find()).isTrue();
        assertThat(given().get("/teams/river-desk/shares").asString())
                .contains("To share")
                .doesNotContain(link.group(1));
        assertThat(given().get("/shared/" + link.group(1)).statusCode()).isEqualTo(200);
        assertThat(Forms.post("/teams/river-desk/shares", java.util.Map.of("monitor", made.monitor(), "days", 7))
                        .statusCode())
                .isEqualTo(404);
    }
}
