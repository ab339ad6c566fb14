package org.claimwatch.web.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.security.Role;
import org.claimwatch.web.security.SignIn;
import org.claimwatch.web.security.SignIn.Identity;
import org.claimwatch.web.security.Token;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.MailServer;
import org.claimwatch.web.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How people come into a team, rise, fall and go. */
@QuarkusTest
class TeamTest {
    private static final String RIVER = "/teams/river-desk";

    @Inject
    SignIn signIn;

    @Inject
    Invitations invitations;

    @Inject
    Desk desk;

    @Inject
    Rows rows;

    @Inject
    SettableClock clock;

    @BeforeEach
    void begin() {
        clock.reset();
        MailServer.forget();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    private static Identity identity(String subject, String... groups) {
        return new Identity(subject, "Name of " + subject, subject + "@example.org", null, Groups.of(List.of(groups)));
    }

    private Token invite(String email, Role role) throws Exception {
        assertThat(Forms.postAndFollow(RIVER + "/invitations", Map.of("email", email, "role", role.name())))
                .isEqualTo(RIVER);
        MimeMessage mail = MailServer.received().getLast();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(email);
        var link = Pattern.compile("/invitations/(\\S+)").matcher((String) mail.getContent());
        assertThat(link.find()).as("a link in the e-mail").isTrue();
        return new Token(link.group(1));
    }

    @Test
    @AsAda
    void an_invitation_is_mailed_accepted_once_and_gives_its_role() throws Exception {
        Token token = invite("new@example.org", Role.EDITOR);
        assertThat(desk.in(
                        "river-desk",
                        () -> rows.number(
                                "select count(*) from invitation where token_hash = :t", Map.of("t", token.value()))))
                .as("the token itself is nowhere")
                .isZero();
        assertThat(given().get(RIVER).asString()).contains("new@example.org", "Waiting to be accepted");
        String waiting = given().get("/api/v1" + RIVER + "/invitations").asString();
        assertThat(waiting)
                .contains("\"email\":\"new@example.org\",\"role\":\"editor\",\"by\":\"Ada\"")
                .doesNotContain(token.value(), token.hash());
        Viewer guest = signIn.viewer(identity("guest-1"));
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 6)
                    .<Callable<Boolean>>mapToObj(i ->
                            () -> invitations.accept(token, guest.accountId()).isPresent())
                    .toList();
            assertThat(threads.invokeAll(tries).stream().filter(t -> t.resultNow()))
                    .as("once, however often and fast one tries")
                    .hasSize(1);
        }
        Viewer member = signIn.viewer(identity("guest-1"));
        assertThat(member.in("river-desk").orElseThrow().role()).isEqualTo(Role.EDITOR);
        var listed = given().get("/api/v1" + RIVER + "/members").jsonPath();
        assertThat(listed.getString("items.find { it.name == 'Name of guest-1' }.role"))
                .isEqualTo("editor");
        assertThat(listed.getString("items.find { it.name == 'Ada' }.group")).isEqualTo(RIVER + "/admin");
        assertThat(given().get("/api/v1" + RIVER + "/invitations").jsonPath().getList("items.email"))
                .doesNotContain("new@example.org");
        assertThat(invitations.shown(token)).isEmpty();
        assertThat(given().get("/invitations/" + token.value()).statusCode()).isEqualTo(404);
        assertThat(given().get(RIVER + "/audit").asString())
                .contains("Name of guest-1", "added the membership", "added the invitation")
                .doesNotContain(token.hash());
    }

    @Test
    @AsAda
    void an_invitation_ends_and_can_be_taken_back() throws Exception {
        Token late = invite("late@example.org", Role.VIEWER);
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        assertThat(invitations.shown(late)).isEmpty();
        clock.reset();
        assertThat(invitations.shown(late)).isPresent();
        long id = desk.in(
                "river-desk",
                () -> rows.number(
                        "select id from invitation where email = :email", Map.of("email", "late@example.org")));
        assertThat(Forms.post("/teams/river-desk/invitations/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(invitations.shown(late)).isEmpty();
        assertThat(invitations.shown(Token.random())).isEmpty();
    }

    @Test
    @AsAda
    void what_is_no_address_is_refused_and_a_mail_server_that_is_gone_invites_nobody() {
        for (String bad : List.of("", "nobody", "a@b.example\nBcc: c@d.example", "a b@c.example")) {
            assertThat(Forms.post(RIVER + "/invitations", Map.of("email", bad, "role", "VIEWER"))
                            .asString())
                    .contains("is not an e-mail address");
        }
        MailServer.unplug();
        try {
            assertThat(Forms.post(RIVER + "/invitations", Map.of("email", "lost@example.org", "role", "VIEWER"))
                            .asString())
                    .contains("nobody is invited");
        } finally {
            MailServer.plugIn();
        }
        assertThat(given().get(RIVER).asString()).doesNotContain("lost@example.org</span>");
    }

    @Test
    @TestSecurity(
            user = "otto",
            roles = {})
    @OidcSecurity(
            claims = {
                @Claim(key = "sub", value = "otto"),
                @Claim(key = "name", value = "Otto"),
                @Claim(key = "email", value = "otto@example.org")
            })
    void an_invited_person_signs_in_reads_and_joins() {
        Token token = Token.random();
        Viewer host = signIn.viewer(identity("host-1", "/teams/otto-desk/admin"));
        desk.in(
                "otto-desk",
                () -> rows.longs(
                        """
                insert into invitation (team_id, email, role, token_hash, invited_by, created_at, expires_at)
                values (:team, 'other@example.org', 'ANALYST', :hash, :by, now(), now() + interval '1 day') returning id
                """, Map.of("team", desk.teamId("otto-desk"), "hash", token.hash(), "by", host.accountId())));
        assertThat(given().get("/teams/otto-desk").statusCode()).isEqualTo(404);
        assertThat(given().get("/invitations/" + token.value()).asString())
                .contains("Name of host-1 invites you to Otto desk", "Analyst", "signed in with another address");
        assertThat(Forms.postAndFollow("/invitations/" + token.value(), Map.of()))
                .isEqualTo("/teams/otto-desk");
        assertThat(given().get("/teams/otto-desk").asString())
                .contains("your role: Analyst", "by group <code>/teams/otto-desk/admin</code>")
                .doesNotContain("Invite by e-mail");
    }

    @Test
    void groups_and_grants_stand_side_by_side_and_the_stronger_counts() {
        Viewer admin = signIn.viewer(identity("boss-2", "/teams/two-desk/admin"));
        Viewer person = signIn.viewer(identity("two-ways", "/teams/two-desk/viewer"));
        long id = membership("two-desk", person);
        desk.in("two-desk", () -> {
            members.grant(admin.in("two-desk").orElseThrow(), id, Role.EDITOR);
            return true;
        });
        assertThat(role(person, "/teams/two-desk/viewer")).isEqualTo(Role.EDITOR);
        assertThat(role(person, "/teams/two-desk/admin")).isEqualTo(Role.ADMIN);
        assertThat(role(person)).as("the grant stays when the group goes").isEqualTo(Role.EDITOR);
    }

    @Inject
    Members members;

    private Role role(Viewer person, String... groups) {
        assertThat(person.name()).isEqualTo("Name of two-ways");
        return signIn.viewer(identity("two-ways", groups))
                .in("two-desk")
                .orElseThrow()
                .role();
    }

    private long membership(String slug, Viewer viewer) {
        return desk.in(
                slug,
                () -> rows.number(
                        "select id from membership where account_id = :account and team_id = :team",
                        Map.of("account", viewer.accountId(), "team", desk.teamId(slug))));
    }

    @Test
    @AsAda
    void an_admin_changes_roles_and_removes_but_not_what_a_group_gave() throws Exception {
        Token token = invite("guest-3@example.org", Role.VIEWER);
        Viewer guest = signIn.viewer(identity("guest-3"));
        invitations.accept(token, guest.accountId());
        String member = RIVER + "/members/" + membership("river-desk", guest);
        assertThat(Forms.postAndFollow(member + "/role", Map.of("role", "ANALYST")))
                .isEqualTo(RIVER);
        assertThat(signIn.viewer(identity("guest-3"))
                        .in("river-desk")
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ANALYST);
        assertThat(Forms.postAndFollow(member + "/remove", Map.of())).isEqualTo(RIVER);
        assertThat(signIn.viewer(identity("guest-3")).teams()).isEmpty();
        assertThat(Forms.post(member + "/remove", Map.of()).statusCode()).isEqualTo(404);
        Viewer byGroup = signIn.viewer(identity("by-group", "/teams/river-desk/editor"));
        String stays = RIVER + "/members/" + membership("river-desk", byGroup);
        assertThat(Forms.post(stays + "/remove", Map.of()).asString())
                .contains("by the group /teams/river-desk/editor");
        assertThat(Forms.post(stays + "/role", Map.of("role", "VIEWER")).asString())
                .contains("by the group /teams/river-desk/editor");
    }

    @Test
    void the_last_admin_cannot_go_and_two_cannot_remove_each_other_at_once() throws Exception {
        Viewer first = granted("last-1", "lasting-desk");
        Viewer second = granted("last-2", "lasting-desk");
        var team = first.in("lasting-desk").orElseThrow();
        List<Long> both = List.of(membership("lasting-desk", first), membership("lasting-desk", second));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> removals = both.stream()
                    .<Callable<Boolean>>map(id -> () -> desk.in("lasting-desk", () -> {
                        members.remove(team, id);
                        return true;
                    }))
                    .toList();
            assertThat(threads.invokeAll(removals).stream()
                            .filter(removal -> removal.state() == java.util.concurrent.Future.State.SUCCESS))
                    .hasSize(1);
        }
        assertThat(desk.in("lasting-desk", () -> members.of(team))).hasSize(1);
    }

    private Viewer granted(String subject, String slug) {
        signIn.viewer(identity(subject, "/teams/" + slug + "/viewer"));
        Viewer viewer = signIn.viewer(identity(subject, "/teams/" + slug + "/viewer"));
        desk.in(slug, () -> {
            return rows.longs(
                    "update membership set granted_role = 'ADMIN', role = 'ADMIN' where account_id = :a returning id",
                    Map.of("a", viewer.accountId()));
        });
        return signIn.viewer(identity(subject));
    }
}
