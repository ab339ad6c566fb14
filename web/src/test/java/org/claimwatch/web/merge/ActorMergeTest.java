package org.claimwatch.web.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsEmil;
import org.claimwatch.web.support.AsMira;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's word on who speaks stands above the machine's, outlives its next reading, and can be taken back whole. */
@QuarkusTest
class ActorMergeTest {
    private static final String MERGES = Decisions.MERGES;

    @Inject
    Press press;

    @Inject
    Database database;

    @Inject
    Decisions decisions;

    private String before;
    private long actor;
    private long other;

    /** The two most quoted. */
    @BeforeEach
    void press() {
        press.gold();
        before = decisions.everything();
        List<Long> most = database.numbers(
                "select speaker_id from statement where speaker_id is not null group by 1 order by count(*) desc, 1 limit 2");
        actor = most.get(0);
        other = most.get(1);
    }

    @AfterEach
    void nothing_of_it_stays() {
        decisions.takeAllBack();
    }

    @Test
    @AsEmil
    void two_actors_become_one_with_all_that_they_said_and_two_again() {
        long together = said(actor) + said(other);
        String gone = database.text("select name from actor where id = " + other);
        long byEither = found(gone) + current(actor);
        String name = database.text("select name from actor where id = " + actor);
        assertThat(given().get(MERGES + "/actors/" + other + "?like=" + lastWord(name))
                        .asString())
                .contains("Same: keep this one");
        assertThat(Forms.postAndFollow(MERGES + "/actors/" + other + "/merge", Map.of("into", actor)))
                .isEqualTo("/actors/" + actor);
        assertThat(said(actor)).isEqualTo(together);
        assertThat(said(other)).isZero();
        assertThat(given().get("/actors/" + other + "?period=all").asString())
                .as("the page of the one that stays")
                .contains("Emil", "also ", gone, "read as “", "Undo");
        assertThat(found(gone)).as("by either name").isEqualTo(byEither);
        assertThat(given().get("/api/v1/actors/%d?period=all".formatted(other))
                        .jsonPath()
                        .getLong("id"))
                .as("a program is led there too")
                .isEqualTo(actor);
        assertThat(given().get("/api/v1/actors/%d/decisions".formatted(other))
                        .jsonPath()
                        .getList("items.from.words"))
                .containsExactly(gone);

        decisions.readAnew(before);
        assertThat(said(actor)).as("the machine reads both again").isEqualTo(together);
        assertThat(Forms.post(MERGES + "/actors/" + actor + "/merge", Map.of("into", other))
                        .statusCode())
                .as("not round in a circle")
                .isEqualTo(422);
        decisions.undo("actors");
        assertThat(decisions.everything()).isEqualTo(before);
        assertThat(given().get(MERGES).asString()).contains(gone, "Undone, ");
    }

    @Test
    @AsEmil
    void one_name_that_means_two_is_split_by_article() {
        List<Long> articles = database.numbers("""
                select distinct v.article_id from statement s join article_version v on v.id = s.article_version_id
                where s.speaker_id = %d order by 1""".formatted(actor));
        long all = said(actor);
        assertThat(Forms.post(MERGES + "/actors/" + actor + "/split", Map.of("article", articles, "name", "Not All"))
                        .statusCode())
                .isEqualTo(422);
        String made = Forms.postAndFollow(
                MERGES + "/actors/" + actor + "/split",
                Map.of("article", articles.subList(0, 1), "name", "Another of that name"));
        long split = Long.parseLong(made.replace("/actors/", ""));
        long taken = said(split);
        assertThat(taken).isPositive().isLessThan(all);
        assertThat(said(actor)).isEqualTo(all - taken);
        assertThat(given().get(made + "?period=all").asString()).contains("Another of that name", "in 1 article is");
        decisions.readAnew(before);
        assertThat(said(split)).isEqualTo(taken);
        decisions.undo("actors");
        assertThat(decisions.everything()).isEqualTo(before);
    }

    @Test
    @AsBen
    void an_analyst_reads_the_history_and_decides_nothing() {
        assertThat(given().get(MERGES).statusCode()).isEqualTo(200);
        assertThat(given().get(MERGES + "/actors/" + actor).statusCode()).isEqualTo(403);
        assertThat(Forms.post(MERGES + "/actors/" + other + "/merge", Map.of("into", actor))
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().get("/actors/" + actor).asString()).doesNotContain("merge or split");
    }

    @Test
    @AsMira
    void another_team_is_told_what_was_decided_and_not_by_whom() {
        long emil = database.number("""
                with known as (select id from account where subject = 'emil'), made as (
                  insert into account (subject, name) select 'emil', 'Emil' where not exists (select from known) returning id)
                select id from known union all select id from made""");
        database.run(
                "insert into actor_identity (from_actor_id, to_actor_id, decided_by, decided_at) values (%d, %d, %d, now())"
                        .formatted(other, actor, emil));
        assertThat(given().get("/teams/health-desk/merges").asString())
                .contains("An editor of another team")
                .doesNotContain("Emil");
        var decided = given().get("/api/v1/actors/%d/decisions".formatted(actor));
        assertThat(decided.jsonPath().getList("items.to.id", Long.class)).contains(actor);
        assertThat(decided.asString()).doesNotContain("Emil");
    }

    private long said(long speaker) {
        return database.number("select count(*) from statement where speaker_id = " + speaker);
    }

    /** How many statements a search for a speaker's name finds. */
    private static long found(String speaker) {
        String page =
                given().get("/search?period=all&q=speaker:\"" + speaker + "\"").asString();
        var total = Pattern.compile("<p class=\"totals\"><b>(\\d+)</b>").matcher(page);
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1));
    }

    /** Without those of versions that a later one replaced, which no list shows. */
    private long current(long speaker) {
        return database.number("""
                select count(*) from statement s join article_version v on v.id = s.article_version_id
                where s.speaker_id = %d and not exists (select from article_version n
                  where n.article_id = v.article_id and n.number > v.number)""".formatted(speaker));
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
