package org.claimwatch.ingest.websub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.ingest.support.LocalHost;
import org.claimwatch.ingest.support.SamplePressResource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed, its hub and us, all on loopback and talking HTTP. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class WebSubTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @Inject
    Subscribing subscribing;

    @Inject
    EntityManager entityManager;

    private final LocalHost site = new LocalHost();
    private final LocalHost hub = new LocalHost();
    private volatile Map<String, String> asked = Map.of();
    private volatile CompletableFuture<Void> askingBack;
    private volatile boolean agrees = true;
    private long feedId;

    @BeforeEach
    void a_feed_with_a_hub() {
        site.on(
                "/feed",
                200,
                "<rss version='2.0'><channel><item><link>http://127.0.0.2:9/1</link></item></channel></rss>",
                "Link",
                "<" + hub.base() + "/hub>; rel=\"hub\"",
                "Link",
                "<" + site.base() + "/feed>; rel=self");
        hub.on("/hub", exchange -> {
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked = form;
            exchange.sendResponseHeaders(202, -1);
            askingBack = CompletableFuture.runAsync(() -> askBack(form));
        });
        feedId = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = Instant.now();
            Outlet outlet = new Outlet("Test", site.base() + "/", now);
            Feed feed = new Feed(outlet, site.base() + "/feed", now);
            entityManager.persist(outlet);
            entityManager.persist(feed);
            entityManager.flush();
            return feed.id;
        });
    }

    @AfterEach
    void tidy() {
        site.close();
        hub.close();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery("delete from outlet").executeUpdate());
    }

    @Test
    void a_signed_push_has_the_feed_polled_at_once() {
        HubSubscription active = subscribed();
        assertThat(active.leaseUntil)
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
        assertThat(asked)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", site.base() + "/feed")
                .containsEntry("hub.callback", "https://ingest.example/websub/" + active.token)
                .containsEntry("hub.secret", active.secret);
        lastPolledLongAgo();
        long before = polls();
        assertThat(push("whatever", "sha256=" + hmac("HmacSHA256", "whatever", active.secret)))
                .isEqualTo(202);
        await().atMost(LONG).until(() -> polls() > before);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(feed().nextPollReason).contains("its hub tells us"));
        assertThat(feed().nextPollAt)
                .as("polled rarely now")
                .isAfter(Instant.now().plus(Duration.ofHours(11)));
    }

    @Test
    void what_is_not_signed_with_our_secret_changes_nothing() {
        HubSubscription active = subscribed();
        Instant next = feed().nextPollAt;
        assertThat(push("x", null)).isEqualTo(202);
        assertThat(push("x", "sha1=" + hmac("HmacSHA1", "x", active.secret))).isEqualTo(202);
        assertThat(push("x", "sha256=" + hmac("HmacSHA256", "x", "another secret")))
                .isEqualTo(202);
        assertThat(push("x", "sha256=" + hmac("HmacSHA256", "y", active.secret)))
                .isEqualTo(202);
        assertThat(feed().nextPollAt).isEqualTo(next);
        assertThat(subscription().lastPushAt).isNull();
        assertThat(subscription().problem).contains("not signed");
        assertThat(push("x", "sha512=" + hmac("HmacSHA512", "x", active.secret)))
                .isEqualTo(202);
        assertThat(subscription().lastPushAt).isNotNull();
    }

    @Test
    void nobody_is_told_that_we_meant_what_we_did_not_ask_for() {
        HubSubscription active = subscribed();
        String path = "/websub/" + active.token;
        given().queryParams("hub.mode", "unsubscribe", "hub.topic", active.topicUrl, "hub.challenge", "c")
                .get(path)
                .then()
                .statusCode(404);
        given().queryParams("hub.mode", "subscribe", "hub.topic", "http://another.example/", "hub.challenge", "c")
                .get(path)
                .then()
                .statusCode(404);
        given().queryParams("hub.mode", "subscribe", "hub.topic", active.topicUrl, "hub.challenge", "c")
                .get("/websub/0123456789abcdef")
                .then()
                .statusCode(404);
        given().body("x").post("/websub/0123456789abcdef").then().statusCode(410);
    }

    @Test
    void a_hub_may_say_no() {
        agrees = false;
        await().atMost(LONG).untilAsserted(() -> {
            subscribing.tend();
            assertThat(subscription()).isNotNull();
            assertThat(subscription().state).isEqualTo(SubscriptionState.DENIED);
        });
        assertThat(subscription().problem).contains("members only");
    }

    @Test
    void a_lease_is_renewed_before_it_ends_and_polling_goes_on_without_it() {
        subscribed();
        update("next_step_at = now(), last_push_at = now()");
        Instant lease = subscription().leaseUntil;
        await().atMost(LONG).untilAsserted(() -> {
            subscribing.tend();
            assertThat(subscription().leaseUntil).isAfter(lease);
        });
        assertThat(subscription().state).isEqualTo(SubscriptionState.ACTIVE);
        hub.close();
        update("next_step_at = now(), lease_until = now() - interval '1 minute'");
        await().atMost(LONG).untilAsserted(() -> {
            subscribing.tend();
            assertThat(subscription().state).isEqualTo(SubscriptionState.LAPSED);
        });
        pollNow();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(feed().nextPollReason).startsWith("nothing new"));
    }

    @Test
    void a_feed_that_is_not_polled_any_more_is_unsubscribed() {
        subscribed();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update feed set state = 'RETIRED' where id = " + feedId)
                        .executeUpdate());
        update("next_step_at = now()");
        await().atMost(LONG).untilAsserted(() -> {
            subscribing.tend();
            assertThat(subscription()).isNull();
        });
        assertThat(asked).containsEntry("hub.mode", "unsubscribe");
    }

    private HubSubscription subscribed() {
        await().atMost(LONG).untilAsserted(() -> {
            subscribing.tend();
            assertThat(subscription()).isNotNull();
            assertThat(subscription().state).isEqualTo(SubscriptionState.ACTIVE);
        });
        return subscription();
    }

    /** As hubs do: asks whether we meant it, and minds the answer. */
    private void askBack(Map<String, String> form) {
        String path = URI.create(form.get("hub.callback")).getPath();
        if (!agrees) {
            given().queryParams("hub.mode", "denied", "hub.topic", form.get("hub.topic"), "hub.reason", "members only")
                    .get(path);
            return;
        }
        String answer = given().queryParams(
                        "hub.mode",
                        form.get("hub.mode"),
                        "hub.topic",
                        form.get("hub.topic"),
                        "hub.challenge",
                        "a&b<c>",
                        "hub.lease_seconds",
                        "3600")
                .get(path)
                .asString();
        assertThat(answer).isEqualTo("a&b<c>");
    }

    private int push(String body, String signature) {
        var request = given().contentType("application/rss+xml").body(body.getBytes(StandardCharsets.UTF_8));
        return (signature == null ? request : request.header("X-Hub-Signature", signature))
                .post("/websub/" + subscription().token)
                .statusCode();
    }

    private long polls() {
        return site.requests().stream().filter("/feed"::equals).count();
    }

    private void lastPolledLongAgo() {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update feed set last_poll_at = now() - interval '1 hour' where id = " + feedId)
                        .executeUpdate());
    }

    private void pollNow() {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update feed set next_poll_at = now() where id = " + feedId)
                        .executeUpdate());
    }

    private void update(String assignments) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update hub_subscription set " + assignments + " where feed_id = " + feedId)
                        .executeUpdate());
    }

    private HubSubscription subscription() {
        return QuarkusTransaction.requiringNew().call(() -> entityManager.find(HubSubscription.class, feedId));
    }

    private Feed feed() {
        return QuarkusTransaction.requiringNew().call(() -> entityManager.find(Feed.class, feedId));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] pair = field.split("=", 2);
            form.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String hmac(String algorithm, String body, String secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
