package org.claimwatch.web.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a correction says is what the card shows, what programs read and what goes out as gold: no more, no less. */
@QuarkusTest
@AsBen
class CorrectedReadingsTest {
    private static final String CORRECT = "/teams/river-desk/reviews/correct";

    /** A statement as it was read. */
    private record Read(
            long id, long article, String text, List<TextSpan> content, String speaker, String target, long claim) {}

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @BeforeEach
    void fill() {
        press.gold();
    }

    @AfterEach
    void forget() {
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("delete from review where verdict = 'CORRECTED'")
                        .executeUpdate());
    }

    @Test
    void a_split_quotation_loses_a_part_and_gains_none_of_the_narrators_words() throws Exception {
        Read read = one(
                "s.form = 'DIRECT' and exists (select from statement_content_span p where p.statement_id = s.id and p.ordinal = 1)");
        TextSpan first = read.content().getFirst();
        TextSpan last = read.content().getLast();
        String between =
                new TextSpan(first.end() + 1, last.start() - 1).cut(read.text()).strip();
        correct(read, Map.of("start", first.start(), "end", first.end()));
        assertThat(card(read)).contains("said: “" + first.cut(read.text()).replace("'", "&#39;") + "”");
        assertThat(said(read)).isEqualTo(List.of(first));
        forget();
        correct(read, Map.of("start", last.start(), "end", last.end()));
        assertThat(said(read)).isEqualTo(List.of(last));
        forget();
        correct(read, Map.of("start", first.start(), "end", last.end(), "speaker", "Somebody Else"));
        assertThat(said(read)).as("the ends were left as they are").isEqualTo(read.content());
        assertThat(between).isNotEmpty();
        assertThat(card(read)).doesNotContain("said: ");
    }

    /** As the release before kept it: two ends and nothing between them. */
    @Test
    void an_old_correction_keeps_the_gaps_of_the_reading() throws Exception {
        Read read = one(
                "s.form = 'DIRECT' and exists (select from statement_content_span p where p.statement_id = s.id and p.ordinal = 1)");
        correct(read, Map.of("speaker", "Somebody Else"));
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery("""
                                update review set corrected_start = :start, corrected_end = :end
                                where verdict = 'CORRECTED'""")
                        .setParameter("start", read.content().getFirst().start())
                        .setParameter("end", read.content().getLast().end())
                        .executeUpdate());
        assertThat(said(read)).isEqualTo(read.content());
    }

    @Test
    void that_the_speaker_takes_no_side_and_makes_no_claim_can_be_said() throws Exception {
        Read read = one("exists (select from stance t where t.statement_id = s.id) and cs.claim_id is not null");
        assertThat(queue(read)).contains("value=\"" + read.target() + "\"", "as read");
        correct(read, Map.of("target", read.target(), "polarity", "NONE", "claim", "NONE"));
        assertThat(card(read)).contains("no stance toward " + read.target() + "; no claim");
        JsonNode gold = gold(read);
        assertThat(gold.get("stances").findValuesAsText("target")).doesNotContain(read.target());
        assertThat(gold.get("claim").isNull()).isTrue();
        assertThat(gold.get("polarity").isNull()).isTrue();
        var told = given().get("/api/v1/teams/river-desk/reviews").jsonPath();
        String said = "items.find { it.correction != null && it.correction.noStance == '%s' }.correction.noClaim"
                .formatted(read.target());
        assertThat(told.getBoolean(said)).isTrue();
    }

    @Test
    void a_denial_of_one_claim_is_none_of_another() throws Exception {
        Read read = one("cs.polarity = 'DENIES'");
        long other = entities.createQuery("select min(id) from Claim where id <> ?1", Long.class)
                .setParameter(1, read.claim())
                .getSingleResult();
        correct(read, Map.of("claim", other));
        assertThat(gold(read).get("claim").asText()).isEqualTo("c" + other);
        assertThat(gold(read).get("polarity").asText()).isEqualTo("ASSERTS");
        forget();
        correct(read, Map.of("claim", other, "claim-polarity", "DENIES"));
        assertThat(gold(read).get("polarity").asText()).isEqualTo("DENIES");
        assertThat(card(read)).contains("; denies: ".substring(2));
        forget();
        correct(read, Map.of("claim-polarity", "ASSERTS"));
        assertThat(gold(read).get("claim").asText()).isEqualTo("c" + read.claim());
        assertThat(gold(read).get("polarity").asText()).isEqualTo("ASSERTS");
        assertThat(card(read)).contains("asserts its claim");
        forget();
        correct(read, Map.of("speaker", "Somebody Else"));
        assertThat(gold(read).get("polarity").asText()).as("as read").isEqualTo("DENIES");
    }

    @Test
    void a_claim_is_found_by_words_and_chosen_and_what_was_entered_stays() {
        Read read = one("cs.claim_id is not null");
        var other = entities.createQuery(
                        "select cs.claim.id, cs.claim.text from ClaimStatement cs where cs.claim.id <> ?1 order by cs.claim.id",
                        Object[].class)
                .setParameter(1, read.claim())
                .setMaxResults(1)
                .getSingleResult();
        Response found = post(read, Map.of("claim-words", other[1], "speaker", "Half Typed", "look", "claims"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.asString())
                .contains(
                        "name=\"claim\" value=\"" + other[0] + "\"",
                        "value=\"Half Typed\"",
                        "<details class=\"correcting\" open>");
        assertThat(post(read, Map.of("claim-words", "ceasefire observers")).asString())
                .contains("Choose one of the claims");
        assertThat(post(read, Map.of("claim-words", "xyzzy", "look", "claims")).asString())
                .contains("No claim says anything like");
        assertThat(post(read, Map.of("claim-words", other[0])).statusCode())
                .as("by its number")
                .isEqualTo(303);
        assertThat(card(read)).contains("claim: ");
    }

    @Test
    void what_is_left_as_it_was_read_corrects_nothing() {
        Read read = one("exists (select from stance t where t.statement_id = s.id) and cs.claim_id is not null");
        var fields = new HashMap<String, Object>();
        fields.put("start", read.content().getFirst().start());
        fields.put("end", read.content().getLast().end());
        fields.put("speaker", read.speaker());
        fields.put("claim", read.claim());
        Response answer = post(read, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("Nothing is corrected yet");
    }

    private Read one(String condition) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var row = (Object[])
                    entities.createNativeQuery("""
                            select s.id, v.article_id, v.text, s.speaker_name, coalesce(t.target, ''), coalesce(cs.claim_id, 0)
                            from statement s join article_version v on v.id = s.article_version_id and v.is_current
                            left join claim_statement cs on cs.statement_id = s.id
                            left join lateral (select target from stance where statement_id = s.id order by confidence desc limit 1) t on true
                            where %s order by s.id limit 1""".formatted(condition)).getSingleResult();
            List<?> ends = entities.createNativeQuery(
                            "select span_start, span_end from statement_content_span where statement_id = :id order by ordinal")
                    .setParameter("id", row[0])
                    .getResultList();
            return new Read(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    (String) row[2],
                    ends.stream()
                            .map(Object[].class::cast)
                            .map(pair -> new TextSpan((Integer) pair[0], (Integer) pair[1]))
                            .toList(),
                    (String) row[3],
                    (String) row[4],
                    ((Number) row[5]).longValue());
        });
    }

    private static Response post(Read read, Map<String, ?> fields) {
        var all = new HashMap<String, Object>(fields);
        all.put("statement", read.id());
        return Forms.post(CORRECT, all);
    }

    private static void correct(Read read, Map<String, ?> fields) {
        assertThat(post(read, fields).statusCode()).isEqualTo(303);
    }

    private static String queue(Read read) {
        return post(read, Map.of("look", "claims")).asString();
    }

    private static String card(Read read) {
        return given().get("/articles/" + read.article()).asString();
    }

    private static List<TextSpan> said(Read read) throws Exception {
        return gold(read)
                .get("content")
                .valueStream()
                .map(pair -> new TextSpan(pair.get(0).asInt(), pair.get(1).asInt()))
                .toList();
    }

    private static JsonNode gold(Read read) throws Exception {
        for (String line : given().get("/teams/river-desk/reviews.jsonl")
                .asString()
                .lines()
                .toList()) {
            for (JsonNode statement : new ObjectMapper().readTree(line).get("statements")) {
                if (statement.get("id").asText().equals("s" + read.id())) {
                    return statement;
                }
            }
        }
        throw new AssertionError("not among the gold: " + read.id());
    }
}
