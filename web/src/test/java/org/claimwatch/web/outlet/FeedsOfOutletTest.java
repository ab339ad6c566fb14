package org.claimwatch.web.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.FeedTrouble;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.outlet.ValidatorTruth;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Forms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedsOfOutletTest {
    @Inject
    EntityManager entities;

    private long outletId;
    private long feedId;

    @BeforeEach
    void a_feed_in_trouble() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = Instant.now();
            var outlet = new Outlet("Troubled Times", "https://troubled.example/", now);
            var feed = new Feed(outlet, "https://troubled.example/rss", now.plusSeconds(7200));
            feed.state = FeedState.FAILING;
            feed.nextPollReason = "the last 2 polls failed; next try after 10 min";
            feed.consecutiveFailures = 2;
            feed.trouble = FeedTrouble.CERTIFICATE;
            feed.troubleEvidence = "its certificate has expired (NotAfter: Sun Nov 22)";
            feed.troubleSince = now.minusSeconds(7200);
            feed.validators = ValidatorTruth.LYING;
            feed.validatorsEvidence = "it answered “not modified” to an old ETag";
            feed.validatorsSince = now;
            feed.clockSkewSeconds = 10_800;
            entities.persist(outlet);
            entities.persist(feed);
            entities.flush();
            outletId = Objects.requireNonNull(outlet.id);
            feedId = Objects.requireNonNull(feed.id);
            entities.createNativeQuery("""
                            insert into outlet_silence (outlet_id, since, noticed_at, usual_per_week, usual_since, chance)
                            values (:outlet, now() - interval '9 hours', now(), 210, 17, 0.000001)""").setParameter("outlet", outletId).executeUpdate();
        });
    }

    @AfterEach
    void tidy() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("delete from Outlet where homeUrl = 'https://troubled.example/'")
                        .executeUpdate());
    }

    @Test
    @AsAda
    void trouble_is_shown_by_its_name_with_the_evidence() {
        String page = given().get("/outlets/" + outletId).asString();
        assertThat(page)
                .contains("Certificate not valid", "its certificate has expired (NotAfter: Sun Nov 22)", "2× in a row")
                .contains(
                        "because: <span lang=\"en\" dir=\"ltr\">the last 2 polls failed; next try after 10 min</span>")
                .contains("Its “not modified” is not believed", "to an old ETag", "Its clock runs 3 h ahead")
                .contains("<b>Silent</b> since", "usual are 210 articles a week, and 17 since then")
                .contains("Poll now", "Stop");
        String one = "items.find { it.id == %dL }.".formatted(feedId);
        for (String list : List.of("/api/v1/outlets/%d/feeds".formatted(outletId), "/api/v1/feeds?limit=100")) {
            var feeds = given().get(list).jsonPath();
            assertThat(feeds.getString(one + "outlet.name")).as(list).isEqualTo("Troubled Times");
            assertThat(feeds.getString(one + "state")).isEqualTo("failing");
            assertThat(feeds.getString(one + "why")).isEqualTo("the last 2 polls failed; next try after 10 min");
            assertThat(Instant.parse(feeds.getString(one + "nextPoll"))).isAfter(Instant.now());
            assertThat(feeds.getString(one + "trouble.kind")).isEqualTo("certificate");
            assertThat(feeds.getString(one + "trouble.evidence")).contains("has expired");
            assertThat(feeds.getInt(one + "trouble.failures")).isEqualTo(2);
            assertThat(feeds.getString(one + "server.validators")).isEqualTo("lying");
        }
        assertThat(given().get("/outlets").asString()).contains("silent, 1 failing");
        assertThat(given().get("/").asString())
                .contains("Silence and trouble", "Troubled Times", "usual are 210 articles a week", "certificate");
        var trouble = given().get("/api/v1/today/trouble").jsonPath();
        String silent = "items.find { it.outlet == %dL && it.feed == null }.silence.".formatted(outletId);
        assertThat(trouble.getLong(silent + "perWeek")).isEqualTo(210);
        assertThat(trouble.getLong(silent + "missing")).isEqualTo(17);
        assertThat(trouble.getList("items.findAll { it.feed != null }.silence"))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    @AsAda
    void an_administrator_has_a_feed_polled_stopped_and_resumed() {
        Forms.postAndFollow("/feeds/" + feedId + "/poll", Map.of());
        assertThat(feed().nextPollAt).isBeforeOrEqualTo(Instant.now());
        assertThat(feed().nextPollReason).isEqualTo("an administrator asked for it");
        String back = Forms.postAndFollow("/feeds/" + feedId + "/stop", Map.of());
        assertThat(back).isEqualTo("/outlets/" + outletId);
        assertThat(feed().state).isEqualTo(FeedState.RETIRED);
        assertThat(given().get(back).asString())
                .contains("Stopped by an administrator", "Resume")
                .doesNotContain("Poll now");
        Forms.postAndFollow("/feeds/" + feedId + "/resume", Map.of());
        Feed resumed = feed();
        assertThat(resumed.state).isEqualTo(FeedState.NEW);
        assertThat(resumed.trouble).isNull();
        assertThat(resumed.validators).isNull();
        assertThat(Forms.post("/feeds/999999999/poll", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @AsVera
    void nobody_else_does() {
        assertThat(given().get("/outlets/" + outletId).asString()).doesNotContain("Poll now");
        assertThat(given().get("/api/v1/outlets/%d/feeds".formatted(outletId)).statusCode())
                .isEqualTo(200);
        assertThat(given().get("/api/v1/feeds").statusCode()).isEqualTo(403);
        assertThat(Forms.post("/feeds/" + feedId + "/stop", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(feed().state).isEqualTo(FeedState.FAILING);
    }

    private Feed feed() {
        return QuarkusTransaction.requiringNew().call(() -> entities.find(Feed.class, feedId));
    }
}
