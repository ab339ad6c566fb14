package org.claimwatch.web.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueueTest {
    private static final String QUEUE = "/teams/river-desk/reviews/queue";
    private static final String CORRECT = "/teams/river-desk/reviews/correct";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    private long doubtful;

    @BeforeEach
    void one_reading_is_doubtful_and_widespread() {
        press.gold();
        doubtful = QuarkusTransaction.requiringNew().call(() -> {
            long id = ((Number) entities.createNativeQuery("""
                            select min(cs.statement_id) from claim_statement cs
                            join statement s on s.id = cs.statement_id and s.form = 'DIRECT'
                            where cs.claim_id = (select claim_id from claim_statement group by claim_id order by count(*) desc, 1 limit 1)
                              and exists (select from article_version v where v.id = s.article_version_id
                                and not exists (select from article_version n where n.article_id = v.article_id and n.number > v.number))
                            """).getSingleResult()).longValue();
            confidence(id, 0.31f);
            return id;
        });
    }

    @AfterEach
    void as_before() {
        QuarkusTransaction.requiringNew().run(() -> confidence(doubtful, Press.CONFIDENCE));
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review_skip").executeUpdate());
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review where statement_id = " + doubtful)
                        .executeUpdate());
    }

    private void confidence(long id, float value) {
        entities.createNativeQuery("update statement set confidence = %s where id = %d".formatted(value, id))
                .executeUpdate();
    }

    private static long shown() {
        var id = Pattern.compile("name=\"statement\" value=\"(\\d+)\"")
                .matcher(given().get(QUEUE).asString());
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    @Test
    @AsBen
    void asks_first_what_is_doubtful_and_widespread_and_says_why() {
        assertThat(shown()).isEqualTo(doubtful);
        assertThat(given().get(QUEUE).asString())
                .contains("the machine is unsure of the reading (0.31)", "outlets carry its claim");
    }

    @Test
    @AsBen
    void goes_on_after_a_verdict_or_a_skip_and_undo_brings_the_reading_back() {
        assertThat(Forms.postAndFollow(
                        "/teams/river-desk/reviews",
                        Map.of("statement", doubtful, "verdict", "ACCEPTED", "back", QUEUE)))
                .isEqualTo(QUEUE);
        assertThat(shown()).isNotEqualTo(doubtful);
        var undo = Pattern.compile("/reviews/(\\d+)/undo")
                .matcher(given().get(QUEUE).asString());
        assertThat(undo.find()).isTrue();
        Forms.postAndFollow("/teams/river-desk/reviews/" + undo.group(1) + "/undo", Map.of());
        assertThat(shown()).isEqualTo(doubtful);
        assertThat(given().get("/teams/river-desk/reviews").asString()).contains("(undone)");
        assertThat(Forms.post("/teams/river-desk/reviews/" + undo.group(1) + "/undo", Map.of())
                        .statusCode())
                .as("once")
                .isEqualTo(404);
        Forms.postAndFollow("/teams/river-desk/reviews/skip", Map.of("statement", doubtful));
        assertThat(shown()).isNotEqualTo(doubtful);
    }

    @Test
    @AsBen
    void a_correction_stands_beside_the_machines_reading() {
        Statement statement = statement();
        String article = "/articles/" + statement.articleVersion.article.id;
        Forms.postAndFollow(
                CORRECT,
                Map.of(
                        "statement",
                        doubtful,
                        "start",
                        StatementCards.start(statement),
                        "end",
                        StatementCards.end(statement),
                        "speaker",
                        "Somebody <b>Else</b>",
                        "target",
                        "the ceasefire",
                        "polarity",
                        "AGAINST",
                        "claim",
                        press.claim(press.gold().claims().getFirst().id())));
        assertThat(given().get(article).asString())
                .contains(
                        "corrected this reading",
                        "speaker: Somebody &lt;b&gt;Else&lt;/b&gt;",
                        "▼ against the ceasefire",
                        statement.speakerName)
                .doesNotContain("said: “");
        assertThat(desk.in(
                        "river-desk",
                        () -> entities.createNativeQuery(
                                        "select count(*) from review where corrected_speaker like 'Somebody%' and corrected_start is null")
                                .getSingleResult()))
                .as("the span was left as it is")
                .isEqualTo(1L);
    }

    @Test
    @AsBen
    void a_direct_quotation_stays_verbatim_between_its_marks() {
        Statement statement = statement();
        assertThat(statement.form).isEqualTo(StatementForm.DIRECT);
        int start = StatementCards.start(statement);
        int end = StatementCards.end(statement);
        for (int[] span : List.of(
                new int[] {start + 1, end},
                new int[] {start, end - 1},
                new int[] {start - 1, end},
                new int[] {0, 100_000},
                new int[] {end, start},
                new int[] {start, start})) {
            var answer = correct(span[0], span[1]);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.asString())
                    .containsAnyOf("runs from mark to mark", "within the text", "Nothing is corrected");
        }
        assertThat(correct("-1", "x").statusCode()).isEqualTo(422);
        assertThat(desk.in(
                        "river-desk",
                        () -> entities.createNativeQuery(
                                        "select count(*) from review where corrected_start is not null and statement_id = "
                                                + doubtful,
                                        Long.class)
                                .getSingleResult()))
                .isEqualTo(0L);
    }

    @Test
    @AsBen
    void offsets_are_code_points_and_anothers_review_cannot_be_undone() {
        assertThat(Forms.post(CORRECT, Map.of("statement", -1)).statusCode()).isEqualTo(404);
        assertThat(Forms.post(CORRECT, Map.of("statement", doubtful, "target", "x"))
                        .asString())
                .contains("say both, or neither");
        assertThat(Forms.post(CORRECT, Map.of("statement", doubtful, "claim", "999999999"))
                        .asString())
                .contains("There is no claim");
    }

    @Test
    @AsNoor
    void a_teams_verdicts_do_not_empty_another_teams_queue() {
        assertThat(given().get("/teams/health-desk/reviews/queue").asString()).contains("unsure of the reading (0.31)");
    }

    private io.restassured.response.Response correct(Object start, Object end) {
        var fields = new HashMap<String, Object>(Map.of("statement", doubtful));
        fields.put("start", start);
        fields.put("end", end);
        return Forms.post(CORRECT, fields);
    }

    private Statement statement() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Statement found = entities.find(Statement.class, doubtful);
            assertThat(found.contentSpans).isNotEmpty();
            assertThat(found.articleVersion.article.id).isNotNull();
            return found;
        });
    }
}
