package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.claimwatch.web.api.Allowance.Left;
import org.junit.jupiter.api.Test;

/** Who gets into the API with which token, and how often. */
@QuarkusTest
class ApiTokenTest {
    private static final String ISSUER = "https://sign-in.example/";
    private static final String TEAMS = "/api/v1/teams";

    @Inject
    Allowance allowance;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private final String subject = "program of " + UUID.randomUUID();

    @Test
    void a_token_opens_what_its_groups_say() {
        Response answer = ask(token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/teams/river-desk/analyst"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("items.slug")).containsExactly("river-desk");
        assertThat(answer.jsonPath().getList("items.role")).containsExactly("analyst");
        assertThat(ask(token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/teams/health-desk/viewer"))
                        .jsonPath()
                        .getList("items.slug"))
                .containsExactly("health-desk");
        assertThat(answer.cookies()).doesNotContainKey("last-team");
    }

    @Test
    void what_is_for_administrators_needs_their_group_in_the_token() {
        for (String path : List.of("/api/v1/system", "/api/v1/feeds")) {
            assertThat(ask(path, token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/instance-admins"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
            Response refused =
                    ask(path, token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/teams/river-desk/admin"));
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.contentType()).startsWith("application/problem+json");
        }
        String log = "/api/v1/teams/river-desk/audit";
        assertThat(ask(log, token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/teams/river-desk/admin"))
                        .statusCode())
                .isEqualTo(200);
        Response refused = ask(log, token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/teams/river-desk/editor"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("detail")).contains("needs the role Admin");
        assertThat(ask(log, token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/instance-admins"))
                        .statusCode())
                .as("whoever runs the instance belongs to no team by that")
                .isEqualTo(404);
    }

    @Test
    void nothing_else_does() {
        String group = "/teams/river-desk/analyst";
        String good = token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), group);
        String tampered = good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(342);
        for (String token : List.of(
                token(ISSUER, "account", Duration.ofMinutes(5), group),
                token("https://other.example/", "claimwatch-api", Duration.ofMinutes(5), group),
                token(ISSUER, "claimwatch-api", Duration.ofMinutes(-5), group),
                tampered,
                "nonsense")) {
            Response answer = ask(token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(given().redirects().follow(false).get(TEAMS).statusCode()).isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(good)
                        .redirects()
                        .follow(false)
                        .get("/claims")
                        .statusCode())
                .as("a page takes no token")
                .isNotEqualTo(200);
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_go_on() {
        String token = token(ISSUER, "claimwatch-api", Duration.ofMinutes(5), "/teams/river-desk/analyst");
        Response before = ask(token);
        assertThat(before.header("RateLimit-Policy")).matches("\"minute\";q=\\d+;w=60");
        assertThat(before.header("RateLimit")).matches("\"minute\";r=\\d+;t=\\d+");
        // A minute that another replica, whose clock is ahead, has begun and used up.
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update api_use set minute = :ahead, asked = 1000000 where subject = :subject")
                        .setParameter("subject", subject)
                        .setParameter("ahead", clock.instant().getEpochSecond() / 60 + 2)
                        .executeUpdate());
        Response answer = ask(token);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("RateLimit")).contains("r=0;");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:claimwatch:problem:too-many-requests");
    }

    @Test
    void each_request_counts_once_however_many_come_at_once() {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var left = pool
                    .invokeAll(IntStream.range(0, 40)
                            .<Callable<Left>>mapToObj(i -> () -> allowance.take(subject))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            // Two minutes at most were touched; within each, no number was given twice.
            assertThat(left).hasSize(40);
            assertThat(left.stream()
                            .filter(one -> one.left() == left.getFirst().limit() - 1)
                            .count())
                    .isBetween(1L, 2L);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static PrivateKey key() {
        try (InputStream pem = ApiTokenTest.class.getResourceAsStream("/api-test-key.pem")) {
            String text = new String(Objects.requireNonNull(pem).readAllBytes(), StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Response ask(String token) {
        return ask(TEAMS, token);
    }

    private static Response ask(String path, String token) {
        return given().auth().oauth2(token).redirects().follow(false).get(path);
    }

    private String token(String issuer, String audience, Duration lasting, String... groups) {
        return Jwt.issuer(issuer)
                .subject(subject)
                .audience(audience)
                .claim("name", "Program")
                .claim("groups", Set.of(groups))
                .issuedAt(clock.instant().minusSeconds(600))
                .expiresAt(clock.instant().plus(lasting))
                .sign(key());
    }
}
