package org.claimwatch.web.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.oidc.runtime.TokenVerificationResult;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session that has ended elsewhere ends here, though this replica was never told. */
@QuarkusTest
@TestSecurity(
        user = "sid",
        roles = {"/teams/river-desk/viewer"})
@OidcSecurity(
        claims = {
            @Claim(key = "sub", value = "subject-of-sid"),
            @Claim(key = "name", value = "Sid"),
            @Claim(key = "sid", value = "session-of-sid")
        })
class RevocationTest {
    @Inject
    Session session;

    @Inject
    Event<SecurityEvent> events;

    @Inject
    Revocations revocations;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from session_revocation")
                        .executeUpdate());
    }

    @Test
    void is_led_through_sign_in_and_back() {
        assertThat(given().get("/account").statusCode()).isEqualTo(200);
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(
                                "insert into session_revocation values ('session-of-sid', now())")
                        .executeUpdate());
        var page = given().redirects().follow(false).get("/claims?period=24h");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/claims?period=24h");
        var script = given().header("X-Requested-With", "JavaScript").get("/claims");
        assertThat(script.statusCode()).isEqualTo(499);
        assertThat(script.asString()).doesNotContain("Claims");
    }

    @Test
    void what_the_sign_in_service_says_reaches_the_database() {
        events.fire(logout("session-of-sid"));
        await().until(() -> revocations.ended("session-of-sid"));
        assertThat(revocations.ended("another")).isFalse();
        assertThat(revocations.ended(null)).isFalse();
    }

    /** The sign-in service says it once; the database may be away just then. */
    @Test
    void what_could_not_be_written_is_tried_again() throws Exception {
        var tries = new AtomicInteger();
        Handler heard = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord line) {
                if (line.getMessage().contains("is written down in")) {
                    tries.incrementAndGet();
                }
            }
        };
        Logger log = Logger.getLogger(Revocations.class.getName());
        log.addHandler(heard);
        try (Connection owner = DriverManager.getConnection(url.replace("claimwatch_app", "claimwatch_owner"));
                java.sql.Statement sql = owner.createStatement()) {
            sql.execute("alter table session_revocation rename to session_revocation_away");
            try {
                events.fire(logout("session-of-sid"));
                await().until(() -> tries.get() >= 2);
            } finally {
                sql.execute("alter table session_revocation_away rename to session_revocation");
            }
            await().until(() -> revocations.ended("session-of-sid"));
        } finally {
            log.removeHandler(heard);
        }
    }

    private static SecurityEvent logout(String session) {
        return new SecurityEvent(
                SecurityEvent.Type.OIDC_BACKCHANNEL_LOGOUT_INITIATED,
                Map.of("logout_token", new TokenVerificationResult(new JsonObject().put("sid", session), null)));
    }
}
