package org.claimwatch.web.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who had it first: an outlet that prints no time cannot have beaten one that does on the same day. */
@QuarkusTest
@AsBen
class PrecedenceTest {
    @Inject
    Stranger stranger;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> held = new ArrayList<>();

    @AfterEach
    void remove() {
        held.forEach(stranger::remove);
    }

    private Stranger.Rows put(String outlet, String published) {
        held.add(stranger.put(
                outlet, "http://" + outlet.replace(' ', '-') + ".example/", 0.95f, Instant.parse(published)));
        return held.getLast();
    }

    @Test
    void a_date_alone_claims_no_precedence() {
        var weekly = put("Weekly without times", "2025-09-17T00:00:00Z");
        var agency = put("Agency with times", "2025-09-17T09:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("update article_version set published_day_only = true where article_id = "
                            + weekly.article())
                    .executeUpdate();
            makeTheSame(weekly, agency);
        });
        assertThat(given().get("/claims/" + agency.claim()).asString())
                .contains("first seen in Agency with times", "1 reprint of Agency with times", "1 independent origin<")
                .contains("17 Sep 2025, no time given");
        String page = given().get("/claims/" + agency.claim()).asString();
        assertThat(place(page, "Weekly without times")).isGreaterThan(place(page, "Agency with times"));
        assertThat(page).contains("class=\"day\"", "a bar: the day is known and not the hour");
    }

    /** How far to the right the timeline draws what an outlet has. */
    private static int place(String page, String outlet) {
        var mark = Pattern.compile("d=\"M(\\d+) [^\"]*\"><title>[^<]* it in " + outlet)
                .matcher(page);
        assertThat(mark.find()).isTrue();
        return Integer.parseInt(mark.group(1));
    }

    /** One speaker, the same words, the agency's claim, nobody between. */
    private void makeTheSame(Stranger.Rows weekly, Stranger.Rows agency) {
        String statementOf =
                "(select s.id from statement s join article_version v on v.id = s.article_version_id where v.article_id = %d)";
        entities.createNativeQuery("delete from attribution_hop where kind = 'OUTLET' and statement_id in (%s, %s)"
                        .formatted(statementOf.formatted(weekly.article()), statementOf.formatted(agency.article())))
                .executeUpdate();
        entities.createNativeQuery("update claim_statement set claim_id = %d where statement_id = %s"
                        .formatted(agency.claim(), statementOf.formatted(weekly.article())))
                .executeUpdate();
        entities.createNativeQuery(
                        "update article_version set text = rpad('Agency with times', 60, '.') where article_id in (%d, %d)"
                                .formatted(weekly.article(), agency.article()))
                .executeUpdate();
        entities.createNativeQuery(
                        "update statement_content_span set span_start = 0, span_end = 17 where statement_id in (%s, %s)"
                                .formatted(
                                        statementOf.formatted(weekly.article()),
                                        statementOf.formatted(agency.article())))
                .executeUpdate();
        entities.createNativeQuery(
                        "update statement set speaker_name = 'One speaker', content = 'Agency with times' where id in (%s, %s)"
                                .formatted(
                                        statementOf.formatted(weekly.article()),
                                        statementOf.formatted(agency.article())))
                .executeUpdate();
    }
}
