package org.claimwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.claimwatch.deploy.local.LocalStack;
import org.claimwatch.deploy.support.Visitor;
import org.claimwatch.deploy.support.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions as the real sign-in service gives and ends them. */
@ExtendWith(WholeStack.class)
class SessionIT {
    /** The cookies that the dashboard keeps a session in. */
    private static final Pattern SESSION = Pattern.compile("q_session.*");

    private static final String DAY = "/claims?period=24h";

    @Test
    void that_ends_while_a_script_asks_leads_through_sign_in_to_where_one_wanted_to_go(
            LocalStack stack, Browser browser) {
        try (Visitor ben = Visitor.signedIn(browser, stack, "ben")) {
            ben.open("/claims");
            ben.page().context().clearCookies(new ClearCookiesOptions().setName(SESSION));
            ben.follow("24 hours");
            ben.page().waitForURL(ben.home() + DAY);
            PlaywrightAssertions.assertThat(ben.page().locator(".which")).containsText("24 hours");

            ben.open("/claims");
            ben.page().context().clearCookies();
            ben.follow("24 hours");
            ben.page().locator("#username").fill("ben");
            ben.page().locator("#password").fill("claimwatch");
            ben.page().locator("#kc-login").click();
            ben.page().waitForURL(ben.home() + DAY);
            PlaywrightAssertions.assertThat(ben.page().locator(".which")).containsText("24 hours");
        }
    }

    /** As the README tells it: a program asks for a code, a person confirms it in the browser, the program gets a token. */
    @Test
    void a_program_that_a_person_lets_in_reads_the_api_with_a_token(LocalStack stack, Browser browser)
            throws Exception {
        String protocol = "http://127.0.0.1:%d/realms/claimwatch/protocol/openid-connect"
                .formatted(stack.ports().keycloak());
        String api = "http://127.0.0.1:%d/api/v1/".formatted(stack.ports().web());
        assertThat(answer(HttpRequest.newBuilder(URI.create(api + "teams"))).statusCode())
                .isEqualTo(401);
        try (Visitor ben = Visitor.signedIn(browser, stack, "ben")) {
            JsonNode code = form(protocol + "/auth/device", "client_id=claimwatch-api");
            ben.open(code.path("verification_uri_complete").asText());
            ben.page().locator("#kc-login").click();
            ben.page().waitForLoadState();
            String token = form(
                            protocol + "/token",
                            "client_id=claimwatch-api&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
                                    + code.path("device_code").asText())
                    .path("access_token")
                    .asText();
            assertThat(token).isNotEmpty();
            var teams = answer(
                    HttpRequest.newBuilder(URI.create(api + "teams")).header("Authorization", "Bearer " + token));
            assertThat(teams.statusCode()).isEqualTo(200);
            assertThat(teams.body()).contains("\"slug\":\"river-desk\"", "\"role\":\"analyst\"");
            for (String path : List.of("teams/river-desk/monitors", "today?period=all", "teams/river-desk/verdicts")) {
                assertThat(answer(HttpRequest.newBuilder(URI.create(api + path))
                                        .header("Authorization", "Bearer " + token))
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            assertThat(answer(HttpRequest.newBuilder(URI.create(api + "teams/health-desk/monitors"))
                                    .header("Authorization", "Bearer " + token))
                            .statusCode())
                    .as("another team's")
                    .isEqualTo(404);
            assertThat(answer(HttpRequest.newBuilder(URI.create(api + "teams"))
                                    .header(
                                            "Authorization",
                                            "Bearer " + token.substring(0, token.length() - 4) + "AAAA"))
                            .statusCode())
                    .as("a token that was changed")
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode form(String address, String fields) throws Exception {
        var answer = answer(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void with_thirty_groups_is_one_like_any_other(LocalStack stack, Browser browser) throws SQLException {
        joinsThirtyTeams(stack, "grace");
        try (Visitor grace = Visitor.signedIn(browser, stack, "grace")) {
            PlaywrightAssertions.assertThat(grace.page().locator("h1")).hasText("Today");
            grace.open("/account");
            PlaywrightAssertions.assertThat(grace.page().locator("main ul.plain li"))
                    .hasCount(30);
            grace.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            PlaywrightAssertions.assertThat(grace.page().locator("h1")).hasText("Your settings");
            List<Cookie> session = grace.page().context().cookies().stream()
                    .filter(cookie -> SESSION.matcher(cookie.name).matches())
                    .toList();
            assertThat(session).isNotEmpty().allSatisfy(cookie -> {
                assertThat(cookie.name.length() + cookie.value.length())
                        .as("a browser drops a longer cookie: %s", cookie.name)
                        .isLessThanOrEqualTo(4096);
                assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            });
            System.out.printf(
                    "30 groups: %d session cookies, %d characters together%n",
                    session.size(),
                    session.stream().mapToInt(cookie -> cookie.value.length()).sum());
            grace.open("/teams/desk-30-for-long-names-of-teams/monitors");
            PlaywrightAssertions.assertThat(grace.page().locator("h1")).hasText("Monitors");
        }
    }

    private static Connection keycloak(LocalStack stack) throws SQLException {
        try (Connection ours = stack.superuser().getConnection()) {
            return DriverManager.getConnection(
                    ours.getMetaData().getURL().replaceFirst("/claimwatch(?=\\?|$)", "/keycloak"), "postgres", "");
        }
    }

    /** Somebody new with Ada's password, put where the sign-in service keeps people: it has no other user until then. */
    private static void joinsThirtyTeams(LocalStack stack, String name) throws SQLException {
        try (Connection keycloak = keycloak(stack);
                PreparedStatement person = keycloak.prepareStatement("""
                        with person as (
                          insert into user_entity (id, username, email, email_constraint, email_verified, enabled, first_name,
                            last_name, realm_id, created_timestamp, not_before)
                          select gen_random_uuid()::text, n, n || '@many.example', n || '@many.example', true, true, n, 'Hop',
                            realm_id, created_timestamp, 0
                          from user_entity, (values (?)) named (n) where username = 'ada' returning id)
                        , secret as (
                          insert into credential (id, user_id, type, created_date, secret_data, credential_data, priority)
                          select gen_random_uuid()::text, p.id, c.type, c.created_date, c.secret_data, c.credential_data, 10
                          from credential c join user_entity u on u.id = c.user_id, person p where u.username = 'ada')
                        , desk as (
                          insert into keycloak_group (id, name, parent_group, realm_id, type)
                          select gen_random_uuid()::text, 'desk-' || i || '-for-long-names-of-teams', t.id, t.realm_id, t.type
                          from keycloak_group t, generate_series(1, 30) i where t.name = 'teams' returning id, realm_id, type)
                        , role as (
                          insert into keycloak_group (id, name, parent_group, realm_id, type)
                          select gen_random_uuid()::text, 'analyst', id, realm_id, type from desk returning id)
                        insert into user_group_membership (group_id, user_id, membership_type)
                        select r.id, p.id, 'UNMANAGED' from role r, person p""")) {
            person.setString(1, name);
            assertThat(person.executeUpdate()).isEqualTo(30);
        }
    }
}
