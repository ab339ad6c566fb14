package org.claimwatch.web.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoteTest {
    private static final String NOTES = "/teams/river-desk/notes";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    private long claim;
    private long statement;
    private long article;

    @BeforeEach
    void where() {
        claim = press.claim("cf-obs-both");
        statement = database.number("select min(statement_id) from claim_statement where claim_id = " + claim);
        article = database.number(
                "select v.article_id from statement s join article_version v on v.id = s.article_version_id where s.id = "
                        + statement);
    }

    @AfterEach
    void wipe() {
        desk.in("river-desk", () -> {
            for (String table : List.of("note", "tagging", "tag")) {
                entities.createNativeQuery("delete from " + table + " where team_id = " + desk.teamId("river-desk"))
                        .executeUpdate();
            }
            return true;
        });
    }

    private void write(String on, long of, String tag, String body) {
        assertThat(Forms.postAndFollow(NOTES, Map.of("on", on, "of", of, "tag", tag, "body", body, "back", "/claims")))
                .isEqualTo("/claims");
    }

    @Test
    @AsBen
    void a_team_writes_beside_claims_statements_and_articles() {
        write("CLAIM", claim, "to  Check", "Ask the ministry <b>first</b>.");
        write("STATEMENT", statement, "to check", "Misheard?");
        write("ARTICLE", article, "TO CHECK", "");
        write("ARTICLE", article, "", "From a handout.");
        assertThat(given().get("/claims/" + claim).asString())
                .contains("to Check</a>", "Ask the ministry &lt;b&gt;first&lt;/b&gt;.", "Misheard?");
        assertThat(given().get("/articles/" + article).asString())
                .contains("to Check</a>", "From a handout.", "Misheard?");
        String list = given().get(NOTES).asString();
        assertThat(list).contains("Misheard?", "From a handout.", "to Check</a> <span class=\"muted\">3</span>");
        var link = Pattern.compile("(/teams/river-desk/tags/\\d+)\" dir=\"auto\">to Check")
                .matcher(list);
        assertThat(link.find()).isTrue();
        String tag = link.group(1);
        assertThat(given().get(tag).asString())
                .contains(
                        "Claims <span class=\"total\">1",
                        "Statements <span class=\"total\">1",
                        "Articles <span class=\"total\">1");
        programs_are_told_of_them(tag);
        for (Map<String, ?> what : List.of(
                Map.of("on", "CLAIM", "of", claim),
                Map.of("on", "STATEMENT", "of", statement),
                Map.of("on", "ARTICLE", "of", article))) {
            assertThat(Forms.postAndFollow(tag + "/remove", what)).isEqualTo(NOTES);
            assertThat(Forms.post(tag + "/remove", what).statusCode()).isEqualTo(404);
        }
        assertThat(given().get(tag).statusCode())
                .as("a tag that nothing carries is gone")
                .isEqualTo(404);
    }

    private void programs_are_told_of_them(String tag) {
        JsonPath tagged = given().get("/api/v1" + tag).jsonPath();
        assertThat(tagged.getList("statements.id", Long.class)).containsExactly(statement);
        assertThat(tagged.getList("claims.id", Long.class)).containsExactly(claim);
        assertThat(tagged.getList("articles.id", Long.class)).containsExactly(article);
        JsonPath alone = given().get("/api/v1/statements/" + statement).jsonPath();
        assertThat(alone.<Object>get()).isEqualTo(tagged.get("statements[0]"));
        assertThat(alone.getString("href")).contains("#statement-" + statement);
        JsonPath notes = given().get("/api/v1" + NOTES + "?limit=3").jsonPath();
        assertThat(notes.getList("items.on")).containsExactly("article", "statement", "claim");
        assertThat(notes.getList("items.of", Long.class)).containsExactly(article, statement, claim);
        assertThat(notes.getLong("items[1].article")).isEqualTo(article);
        assertThat(notes.getInt("items[1].version")).isEqualTo(alone.getInt("article.version"));
        assertThat(notes.getInt("items[1].span.start")).isEqualTo(alone.getInt("spans[0].start"));
        assertThat(notes.getInt("items[1].span.end")).isEqualTo(alone.getInt("spans[-1].end"));
        assertThat(notes.getString("items[0].span")).isNull();
        assertThat(notes.getString("items[2].article")).isNull();
    }

    @Test
    @AsBen
    void what_cannot_be_written_says_so() {
        assertThat(Forms.post(NOTES, Map.of("on", "CLAIM", "of", claim)).asString())
                .contains("neither a tag nor a note");
        assertThat(Forms.post(NOTES, Map.of("on", "CLAIM", "of", claim, "tag", "x".repeat(61)))
                        .statusCode())
                .isEqualTo(400);
        for (String on : List.of("CLAIM", "STATEMENT", "ARTICLE")) {
            assertThat(Forms.post(NOTES, Map.of("on", on, "of", 999_999_999, "body", "x", "tag", "x"))
                            .statusCode())
                    .as(on)
                    .isEqualTo(404);
        }
        assertThat(desk.count("tag where name = 'x'")).as("tags left over").isZero();
    }

    @Test
    @AsVera
    void a_viewer_reads_them() {
        byAnother();
        assertThat(given().get("/claims/" + claim).asString())
                .contains("Only for the river desk")
                .doesNotContain("tag or note");
    }

    @Test
    @AsNoor
    void another_team_does_not() {
        byAnother();
        assertThat(given().get("/claims/" + claim).asString())
                .contains("tag or note")
                .doesNotContain("Only for the river desk", "only-ours");
        assertThat(given().get("/teams/health-desk/notes").asString())
                .doesNotContain("Only for the river desk", "only-ours");
    }

    @Test
    @AsBen
    void one_deletes_ones_own_and_nobody_elses() {
        byAnother();
        assertThat(Forms.post(NOTES + "/" + newest() + "/delete", Map.of()).statusCode())
                .isEqualTo(404);
        write("CLAIM", claim, "", "Mine.");
        assertThat(Forms.postAndFollow(NOTES + "/" + newest() + "/delete", Map.of()))
                .isEqualTo(NOTES);
    }

    @Test
    @AsAda
    void an_editor_deletes_what_others_wrote_and_the_log_keeps_no_word() {
        byAnother();
        assertThat(Forms.postAndFollow(NOTES + "/" + newest() + "/delete", Map.of()))
                .isEqualTo(NOTES);
        assertThat(given().get("/claims/" + claim).asString()).doesNotContain("Only for the river desk");
        String log = given().get("/teams/river-desk/audit?what=note").asString();
        assertThat(log).contains("removed the note").doesNotContain("Only for the river desk");
    }

    private long newest() {
        return desk.in(
                "river-desk",
                () -> ((Number) entities.createNativeQuery("select max(id) from note")
                                .getSingleResult())
                        .longValue());
    }

    private void byAnother() {
        desk.in("river-desk", () -> {
            long team = desk.teamId("river-desk");
            entities.createNativeQuery(
                            "insert into account (subject, name) values ('scribe', 'Scribe') on conflict do nothing")
                    .executeUpdate();
            for (String row : List.of(
                    "note (team_id, body, claim_id, account_id, created_at) select %1$d, 'Only for the river desk', %2$d, id, now()",
                    "tag (team_id, name, created_by, created_at) select %1$d, 'only-ours', id, now()", """
                    tagging (team_id, tag_id, claim_id, account_id, created_at)
                    select %1$d, (select id from tag where name = 'only-ours'), %2$d, id, now()""")) {
                entities.createNativeQuery(("insert into " + row + " from account where subject = 'scribe'")
                                .formatted(team, claim))
                        .executeUpdate();
            }
            return true;
        });
    }
}
