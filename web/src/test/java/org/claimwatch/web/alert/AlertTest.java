package org.claimwatch.web.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.MailServer;
import org.claimwatch.web.support.Stranger;
import org.claimwatch.web.support.WebhookReceiver;
import org.claimwatch.web.support.WebhookReceiver.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From something that happens in a monitor to an e-mail, a webhook and a feed, once. */
@QuarkusTest
@AsAda
class AlertTest extends AlertDesk {
    private static final Instant SET_UP = Instant.parse("2024-03-03T10:00:00Z");

    private WebhookReceiver receiver;
    private Stranger.@Nullable Rows rows;

    @BeforeEach
    void begin() {
        clock.set(SET_UP);
        MailServer.forget();
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void end() {
        receiver.close();
        if (rows != null) {
            stranger.remove(rows);
        }
    }

    @Test
    void a_new_claim_comes_by_mail_webhook_and_feed_once() throws Exception {
        String rule = watch("Alert zebras", "zebrafication", "NEW_CLAIM", "MEDIUM");
        channel(rule, "EMAIL", "alerted@example.org", "", "");
        channel(rule, "WEBHOOK", receiver.address("localhost"), "", "");
        Stranger.Rows put =
                stranger.put("zebrafication is here", "https://zebra.example/1", 0.95f, SET_UP.plusSeconds(60));
        rows = put;
        clock.set(SET_UP.plusSeconds(120));
        lookFromEverywhere();

        await().atMost(Duration.ofSeconds(60)).until(() -> !receiver.posts().isEmpty());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !MailServer.received().isEmpty());
        Post post = receiver.posts().getFirst();
        assertThat(post.body()).contains("\"kind\":\"NEW_CLAIM\"", "zebrafication is here", "/claims/" + put.claim());
        assertThat(post.signature()).isEqualTo("v1=" + hmac(secret(rule), post.timestamp() + "." + post.body()));
        assertThat(post.timestamp())
                .isEqualTo(Long.toString(SET_UP.plusSeconds(120).getEpochSecond()));
        var mail = MailServer.received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("new claim in Alert zebras: zebrafication is here");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent())
                .contains("NEW CLAIM: zebrafication is here", "/stop/", "/alerts/of/");

        // The mail server has the letter a moment before the outbox has written that down.
        await().untilAsserted(
                        () -> assertThat(given().get("/teams/river-desk/alerts").asString())
                                .contains("zebrafication is here", "alerted@example.org: sent", "webhook to"));
        String feed = given().get(rule).asString().replaceAll("(?s).*?href=\"(/alert-feeds/[^\"]+)\".*", "$1");
        assertThat(given().get(feed).asString()).contains("new claim: zebrafication is here");
        assertThat(given().get(feed + "/rss").asString())
                .contains("<rss version=\"2.0\">", "new claim: zebrafication is here");
        Forms.postAndFollow(rule + "/feed", Map.of());
        assertThat(given().get(feed).statusCode()).isEqualTo(404);
        assertThat(given().get(feed + "x").statusCode()).isEqualTo(404);

        update(put);
        clock.set(SET_UP.plusSeconds(600));
        lookFromEverywhere();
        assertThat(alerts(rule))
                .as("an updated article, and one more claim of its story, raise no other")
                .isEqualTo(1);
        assertThat(receiver.posts()).hasSize(1);
        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    void what_is_raised_in_quiet_hours_is_held_and_sent_as_one() {
        String rule = watch("Alert quiet", "quietude", "NEW_CLAIM", "MEDIUM");
        // In UTC, Ada's zone: from nine to noon.
        channel(rule, "WEBHOOK", receiver.address("localhost"), "09:00", "12:00");
        rows = stranger.put("quietude one", "https://quiet.example/1", 0.95f, SET_UP.plusSeconds(60));
        var others = stranger.put("quietude two", "https://quiet.example/2", 0.95f, SET_UP.plusSeconds(70));
        try {
            clock.set(SET_UP.plusSeconds(120));
            raising.look();
            assertThat(alerts(rule)).isEqualTo(2);
            assertThat(given().get("/teams/river-desk/alerts").asString()).contains("held until");
            var held = given().get("/api/v1/teams/river-desk/alerts?limit=2").jsonPath();
            assertThat(held.getList("items.deliveries.flatten().due")).containsOnly("2024-03-03T12:00:00Z");
            assertThat(receiver.posts()).isEmpty();
            clock.set(Instant.parse("2024-03-03T12:00:00Z"));
            raising.look();
            await().atMost(Duration.ofSeconds(60)).until(() -> !receiver.posts().isEmpty());
            assertThat(receiver.posts()).hasSize(1);
            assertThat(receiver.posts().getFirst().body()).contains("quietude one", "quietude two");
        } finally {
            stranger.remove(others);
        }
    }

    @Test
    void a_webhook_that_fails_is_asked_again_with_the_same_notice_and_one_that_is_gone_is_switched_off() {
        String rule = watch("Alert retried", "retriable", "NEW_CLAIM", "MEDIUM");
        channel(rule, "WEBHOOK", receiver.address("localhost"), "", "");
        receiver.answer(503);
        rows = stranger.put("retriable claim", "https://retry.example/1", 0.95f, SET_UP.plusSeconds(60));
        clock.set(SET_UP.plusSeconds(120));
        raising.look();
        await().atMost(Duration.ofSeconds(60)).until(() -> receiver.posts().size() >= 2);
        receiver.answer(302);
        int before = receiver.posts().size();
        await().atMost(Duration.ofSeconds(60)).until(() -> receiver.posts().size() > before);
        receiver.answer(204);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/teams/river-desk/alerts").asString().contains("/hook: sent"));
        assertThat(receiver.posts().stream().map(Post::notice).distinct()).hasSize(1);

        receiver.answer(410);
        var others = stranger.put("retriable more", "https://retry.example/2", 0.95f, SET_UP.plusSeconds(180));
        try {
            clock.set(SET_UP.plusSeconds(240));
            raising.look();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> given().get(rule).asString().contains("gone (410)"));
            assertThat(given().get(rule).asString()).contains("Switch on again");
        } finally {
            stranger.remove(others);
        }
    }

    @Test
    void a_webhook_leads_to_no_neighbour() {
        String rule = watch("Alert inside", "insider", "NEW_CLAIM", "MEDIUM");
        for (String inside : List.of(
                "http://127.0.0.1/hook",
                "http://example.org/hook",
                "https://user@example.org/",
                "file:///etc/passwd",
                "x")) {
            assertThat(Forms.post(rule + "/channels", fields("WEBHOOK", inside, "", ""))
                            .statusCode())
                    .as(inside)
                    .isEqualTo(422);
        }
        // Over TLS it may be entered, and is refused when it is connected to.
        channel(rule, "WEBHOOK", receiver.address("127.0.0.1").replace("http:", "https:"), "", "");
        rows = stranger.put("insider claim", "https://inside.example/1", 0.95f, SET_UP.plusSeconds(60));
        clock.set(SET_UP.plusSeconds(120));
        raising.look();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/teams/river-desk/alerts").asString().contains("no address of the open web"));
        assertThat(receiver.posts()).isEmpty();
    }

    @Test
    void contradictions_and_reversals_of_the_press_are_raised() {
        Instant before = Instant.parse("2025-09-13T00:00:00Z");
        clock.set(before);
        String rule = watch("Alert press", "ceasefire OR letter", "CONTRADICTION", "MEDIUM");
        clock.set(before.plus(Duration.ofDays(1)));
        raising.look();
        assertThat(alerts(rule)).isPositive();
        long raised = alerts(rule);
        raising.look();
        assertThat(alerts(rule)).isEqualTo(raised);
        assertThat(given().get("/teams/river-desk/alerts").asString()).contains("contradiction");
    }

    private void lookFromEverywhere() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> looks = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        raising.look();
                        return null;
                    })
                    .toList();
            for (var look : replicas.invokeAll(looks)) {
                look.get();
            }
        }
    }

    /** The article has a second version with another claim. */
    private void update(Stranger.Rows put) {
        desk.in(TEAM, () -> {
            Instant later = SET_UP.plusSeconds(300);
            entities.createNativeQuery("""
                            with v as (
                              insert into article_version (article_id, number, title, text, fetched_at, published_at, content_hash,
                                language, analysed_at, analysis_version)
                              values (:article, 2, 'second', 'zebrafication zebrafication is over', :at, :at, 'other', 'en', :at, 'test')
                              returning id),
                            s as (
                              insert into statement (article_version_id, ordinal, speaker_name, speaker_kind, form, content,
                                confidence, check_worthy)
                              select id, 0, 'somebody', 'UNNAMED', 'INDIRECT', 'zebrafication is over', 0.95, 0.9 from v returning id),
                            p as (
                              insert into statement_content_span (statement_id, ordinal, span_start, span_end)
                              select id, 0, 14, 35 from s),
                            c as (
                              insert into claim (text, language, check_worthy, created_at)
                              values ('zebrafication is over', 'en', 0.9, :at) returning id)
                            insert into claim_statement (claim_id, statement_id, polarity, confidence)
                            select c.id, s.id, 'ASSERTS', 0.95 from c, s""")
                    .setParameter("article", put.article())
                    .setParameter("at", later)
                    .executeUpdate();
            return true;
        });
    }

    private static void channel(String rule, String kind, String address, String from, String to) {
        Forms.postAndFollow(rule + "/channels", fields(kind, address, from, to));
    }

    private static Map<String, String> fields(String kind, String address, String from, String to) {
        return Map.of("kind", kind, "address", address, "zone", "UTC", "quietFrom", from, "quietTo", to);
    }

    private static String secret(String rule) {
        return given().get(rule).asString().replaceAll("(?s).*<code class=\"address\">([0-9a-f]{64})</code>.*", "$1");
    }

    private static String hmac(String secret, String words) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    }
}
