package org.claimwatch.web.outlet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import org.claimwatch.common.outlet.Feed;
import org.claimwatch.common.outlet.FeedState;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AsAda
class OutletTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Inject
    EntityManager entities;

    @Inject
    SettableClock clock;

    @AfterEach
    void tidy() {
        clock.reset();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("delete from Outlet where homeUrl like 'https://new.example%'")
                        .executeUpdate());
    }

    @Test
    void a_new_outlets_feeds_are_due_at_once() {
        clock.set(NOW);
        String page = Forms.postAndFollow(
                "/outlets",
                Map.of(
                        "name", " New Outlet ",
                        "homeUrl", "https://new.example/",
                        "language", "pt-BR",
                        "country", "br",
                        "ownership", "PUBLIC",
                        "feeds", "https://new.example/rss\r\nhttps://new.example/atom\r\nhttps://new.example/rss"));
        assertThat(given().get(page).asString())
                .contains("New Outlet", "public broadcaster · Portuguese (Brazil) · Brazil", "not polled yet")
                .contains("https://new.example/rss", "https://new.example/atom", "just added");
        Outlet outlet = entities.createQuery("from Outlet where homeUrl = 'https://new.example/'", Outlet.class)
                .getSingleResult();
        assertThat(outlet.country).isEqualTo("BR");
        assertThat(entities.createQuery("from Feed where outlet = :outlet", Feed.class)
                        .setParameter("outlet", outlet)
                        .getResultList())
                .hasSize(2)
                .allSatisfy(feed -> {
                    assertThat(feed.state).isEqualTo(FeedState.NEW);
                    assertThat(feed.nextPollAt).isEqualTo(NOW);
                });
    }

    @Test
    void the_form_says_what_is_wrong_and_keeps_what_was_entered() {
        var refused = Forms.post(
                "/outlets",
                Map.of(
                        "name", "Kept",
                        "homeUrl", "javascript:alert(1)",
                        "country", "Germany",
                        "language", "",
                        "ownership", "",
                        "feeds", "ftp://x.example/feed"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains(
                        "must be a full address",
                        "The country is two letters",
                        "“ftp://x.example/feed” is not",
                        "value=\"Kept\"");
    }

    @Test
    void what_is_watched_already_is_not_watched_twice() {
        Map<String, String> same = Map.of(
                "name",
                "Twice",
                "homeUrl",
                "https://new.example/2",
                "feeds",
                "https://new.example/twice",
                "language",
                "",
                "country",
                "",
                "ownership",
                "");
        Forms.postAndFollow("/outlets", same);
        assertThat(Forms.post("/outlets", same).asString())
                .contains("Twice has that home page already", "https://new.example/twice is watched already");
    }
}
