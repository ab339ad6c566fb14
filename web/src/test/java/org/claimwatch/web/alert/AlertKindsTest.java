package org.claimwatch.web.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Stranger;
import org.claimwatch.web.volume.Spike;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spikes, silences, reversals, what a team rejected, and articles that were fetched long before they were read. */
@QuarkusTest
@AsAda
class AlertKindsTest extends AlertDesk {
    /** At noon: days are counted back from now, and a spike is known again by its day. */
    private static final Instant NOW = Instant.parse("2034-04-20T12:00:00Z");

    private final List<Stranger.Rows> rows = new ArrayList<>();

    @BeforeEach
    void begin() {
        clock.set(NOW);
    }

    @AfterEach
    void end() {
        // The last first: its statement may have been given to an earlier one's speaker.
        rows.reversed().forEach(stranger::remove);
    }

    @Test
    void a_spike_is_raised_by_how_sensitive_its_rule_is_and_once_a_day() {
        for (int day = 1; day <= Spike.BASELINE; day++) {
            say(2, NOW.minus(Duration.ofDays(day)).minus(Duration.ofHours(1)), 0.95f);
        }
        String low = watch("Alert low", "spikiness", "SPIKE", "LOW");
        String medium = watch("Alert medium", "spikiness", "SPIKE", "MEDIUM");
        String high = watch("Alert high", "spikiness", "SPIKE", "HIGH");
        // Twice a day is usual: of a negative binomial so, 7 or more come once in 200 days, 9 once in 3,000, 12 once in
        // 400,000.
        say(4, NOW.minusSeconds(3600), 0.95f);
        raising.look();
        assertThat(List.of(alerts(low), alerts(medium), alerts(high))).containsExactly(0L, 0L, 0L);
        say(3, NOW.minusSeconds(3000), 0.95f);
        say(20, NOW.minusSeconds(2500), 0.5f);
        raising.look();
        assertThat(List.of(alerts(low), alerts(medium), alerts(high)))
                .as("seven, and twenty that the machine doubts")
                .containsExactly(0L, 0L, 1L);
        say(2, NOW.minusSeconds(2000), 0.95f);
        raising.look();
        assertThat(List.of(alerts(low), alerts(medium), alerts(high))).containsExactly(0L, 1L, 1L);
        say(3, NOW.minusSeconds(1000), 0.95f);
        raising.look();
        raising.look();
        assertThat(List.of(alerts(low), alerts(medium), alerts(high))).containsExactly(1L, 1L, 1L);
        assertThat(given().get("/teams/river-desk/alerts").asString())
                .contains(
                        "“Alert low” is told of more than usual",
                        "12 statements in 24 hours; in the 14 days before it were 2.0 a day");

        clock.set(NOW.plus(Duration.ofHours(13)));
        raising.look();
        assertThat(alerts(low)).as("past midnight it is the same spike").isEqualTo(1);
    }

    @Test
    void what_the_team_rejected_makes_no_spike_and_no_new_claim() {
        for (int day = 1; day <= Spike.BASELINE; day++) {
            say(2, NOW.minus(Duration.ofDays(day)).minus(Duration.ofHours(1)), 0.95f);
        }
        say(7, NOW.minusSeconds(3600), 0.95f);
        String spikes = watch("Alert rejected", "spikiness", "SPIKE", "HIGH");
        String claims = watch("Alert claims", "kindness", "NEW_CLAIM", "MEDIUM");
        Stranger.Rows claim = put("kindness was read where none was", NOW.plusSeconds(60));
        long counted = statement(rows.get(rows.size() - 2));
        Forms.postAndFollow("/teams/river-desk/reviews", Map.of("statement", counted, "verdict", "REJECTED"));
        Forms.postAndFollow("/teams/river-desk/reviews", Map.of("statement", statement(claim), "verdict", "REJECTED"));
        clock.set(NOW.plusSeconds(120));
        raising.look();
        assertThat(List.of(alerts(spikes), alerts(claims))).containsExactly(0L, 0L);
        desk.in(
                TEAM,
                () -> entities.createQuery("update Review set undoneAt = ?1 where statement.id in ?2")
                        .setParameter(1, NOW)
                        .setParameter(2, List.of(counted, statement(claim)))
                        .executeUpdate());
        raising.look();
        assertThat(List.of(alerts(spikes), alerts(claims))).containsExactly(1L, 1L);
    }

    @Test
    void an_outlet_of_the_monitor_that_falls_silent_is_told_once_for_each_silence() {
        Stranger.Rows quiet = put("mutely said once", NOW.minus(Duration.ofDays(20)));
        Stranger.Rows forgotten = put("mutely said long ago", NOW.minus(Duration.ofDays(90)));
        Stranger.Rows other = put("something else", NOW.minus(Duration.ofDays(20)));
        String rule = watch("Alert silent", "mutely", "SILENCE", "MEDIUM");
        silence(forgotten, NOW.minus(Duration.ofDays(80)), NOW.plusSeconds(60));
        silence(other, NOW.minus(Duration.ofDays(19)), NOW.plusSeconds(60));
        clock.set(NOW.plusSeconds(120));
        raising.look();
        assertThat(alerts(rule)).as("outlets that are not the monitor's").isZero();
        silence(quiet, NOW.minus(Duration.ofDays(19)), NOW.plusSeconds(150));
        clock.set(NOW.plusSeconds(180));
        raising.look();
        raising.look();
        assertThat(alerts(rule)).isEqualTo(1);
        assertThat(given().get("/teams/river-desk/alerts").asString())
                .contains(
                        "mutely said once has fallen silent",
                        "where about 13 articles were to be expected; it brings about 5 a week",
                        "/outlets/" + quiet.outlet());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update outlet_silence set ended_at = :at where outlet_id = :outlet")
                        .setParameter("at", NOW.plusSeconds(200))
                        .setParameter("outlet", quiet.outlet())
                        .executeUpdate());
        silence(quiet, NOW.plusSeconds(210), NOW.plusSeconds(220));
        clock.set(NOW.plusSeconds(240));
        raising.look();
        assertThat(alerts(rule)).as("another silence").isEqualTo(2);
    }

    @Test
    void a_speaker_who_turns_round_is_told_once_and_not_where_the_team_names_another_speaker() {
        Stranger.Rows first = put("turnabout is what we want", NOW.minus(Duration.ofDays(3)));
        String rule = watch("Alert reversal", "turnabout", "REVERSAL", "MEDIUM");
        Stranger.Rows second = put("turnabout is not what we want", NOW.plusSeconds(60));
        long turned = statement(second);
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(
                            "update claim_statement set claim_id = %d, polarity = 'DENIES' where statement_id = %d"
                                    .formatted(first.claim(), turned))
                    .executeUpdate();
            entities.createNativeQuery(
                            "update statement set speaker_id = %d where id = %d".formatted(first.actor(), turned))
                    .executeUpdate();
        });
        Forms.postAndFollow(
                "/teams/river-desk/reviews/correct", Map.of("statement", turned, "speaker", "Somebody Else"));
        clock.set(NOW.plusSeconds(120));
        raising.look();
        assertThat(alerts(rule)).as("it was somebody else who said so").isZero();
        desk.in(
                TEAM,
                () -> entities.createQuery("update Review set undoneAt = ?1 where statement.id = ?2")
                        .setParameter(1, NOW)
                        .setParameter(2, turned)
                        .executeUpdate());
        raising.look();
        raising.look();
        assertThat(alerts(rule)).isEqualTo(1);
        assertThat(given().get("/teams/river-desk/alerts").asString())
                .contains("turnabout is what we want", "/claims/" + first.claim());
    }

    @Test
    void an_article_that_was_fetched_hours_before_it_is_read_is_known_again_when_it_is_updated() {
        String rule = watch("Alert late", "belatedness", "NEW_CLAIM", "MEDIUM");
        Stranger.Rows put = put("belatedness is here", NOW.plusSeconds(60));
        clock.set(NOW.plusSeconds(120));
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("update article_version set fetched_at = :at where article_id = :article")
                    .setParameter("at", NOW.minus(Duration.ofHours(3)))
                    .setParameter("article", put.article())
                    .executeUpdate();
            // Of no story, by which it would be known, too.
            entities.createNativeQuery("delete from story_article where article_id = " + put.article())
                    .executeUpdate();
        });
        raising.look();
        assertThat(alerts(rule)).isEqualTo(1);

        stranger.publishAnew(put, "belatedness is over", 0.95f, NOW.plusSeconds(300));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                                with c as (insert into claim (text, language, check_worthy, created_at)
                                           values ('belatedness is over', 'en', 0.9, :at) returning id)
                                update claim_statement set claim_id = (select id from c) where statement_id =
                                  (select s.id from statement s join article_version v on v.id = s.article_version_id
                                   where v.article_id = :article and v.number = 2)""")
                        .setParameter("at", NOW.plusSeconds(300))
                        .setParameter("article", put.article())
                        .executeUpdate());
        clock.set(NOW.plusSeconds(400));
        raising.look();
        assertThat(alerts(rule)).as("an updated article never alerts again").isEqualTo(1);
    }

    private void say(int times, Instant at, float confidence) {
        for (int i = 0; i < times; i++) {
            String words = "spikiness " + rows.size();
            rows.add(stranger.put(words, "https://spike.example/" + rows.size(), confidence, at.plusSeconds(i)));
        }
    }

    private Stranger.Rows put(String words, Instant at) {
        Stranger.Rows put = stranger.put(words, "https://kinds.example/" + rows.size(), 0.95f, at);
        rows.add(put);
        return put;
    }

    private void silence(Stranger.Rows of, Instant since, Instant noticed) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                                insert into outlet_silence (outlet_id, since, noticed_at, usual_per_week, usual_since, chance)
                                values (:outlet, :since, :noticed, 5, 13, 0.0001)""")
                        .setParameter("outlet", of.outlet())
                        .setParameter("since", since)
                        .setParameter("noticed", noticed)
                        .executeUpdate());
    }

    private long statement(Stranger.Rows of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select s.id from Statement s where s.articleVersion.article.id = ?1", Long.class)
                        .setParameter(1, of.article())
                        .getSingleResult());
    }
}
