package org.claimwatch.web.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsEmil;
import org.claimwatch.web.support.AsMira;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's word on who is who stands above the machine's, outlives its next reading, and can be taken back whole. */
@QuarkusTest
class MergeTest {
    private static final String MERGES = "/teams/river-desk/merges";

    @Inject
    Press press;

    @Inject
    EntityManager entities;

    @Inject
    Rows rows;

    private String before;
    private long actor;
    private long other;
    private long claim;
    private long otherClaim;

    /** The two most quoted actors, and the two claims most made. */
    @BeforeEach
    void press() {
        press.gold();
        before = everything();
        List<Long> actors = numbers("""
                select speaker_id from statement where speaker_id is not null group by 1 order by count(*) desc, 1 limit 2""");
        List<Long> claims =
                numbers("select claim_id from claim_statement group by 1 order by count(*) desc, 1 limit 2");
        actor = actors.get(0);
        other = actors.get(1);
        claim = claims.get(0);
        otherClaim = claims.get(1);
    }

    @AfterEach
    void nothing_of_it_stays() {
        for (String subject : List.of("actor", "claim")) {
            QuarkusTransaction.requiringNew().run(() -> {
                entities.createNativeQuery(
                                "update %s_identity set undone_at = now(), undone_by = decided_by where undone_at is null"
                                        .formatted(subject))
                        .executeUpdate();
                entities.createNativeQuery(
                                "select 1 from (select settle_%1$ss(array(select from_%1$s_id from %1$s_identity))) as x"
                                        .formatted(subject))
                        .getResultList();
            });
        }
    }

    @Test
    @AsEmil
    void two_actors_become_one_with_all_that_they_said_and_two_again() {
        long together = said(actor) + said(other);
        String gone = text("select name from actor where id = " + other);
        long byEither = found(gone) + current(actor);
        String name = text("select name from actor where id = " + actor);
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

        readAnew();
        assertThat(said(actor)).as("the machine reads both again").isEqualTo(together);
        assertThat(Forms.post(MERGES + "/actors/" + actor + "/merge", Map.of("into", other))
                        .statusCode())
                .as("not round in a circle")
                .isEqualTo(422);
        undo("actors");
        assertThat(everything()).isEqualTo(before);
        assertThat(given().get(MERGES).asString()).contains(gone, "Undone, ");
    }

    @Test
    @AsEmil
    void one_name_that_means_two_is_split_by_article() {
        List<Long> articles = numbers("""
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
        readAnew();
        assertThat(said(split)).isEqualTo(taken);
        undo("actors");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @AsEmil
    void a_claim_merges_with_its_opposite_and_comes_back() {
        long asserts = made(claim, "ASSERTS") + made(otherClaim, "DENIES");
        long denies = made(claim, "DENIES") + made(otherClaim, "ASSERTS");
        assertThat(given().get(MERGES + "/claims/" + otherClaim).asString()).contains("Opposite: keep this one");
        assertThat(Forms.postAndFollow(MERGES + "/claims/" + otherClaim + "/merge", Map.of("opposite", claim)))
                .isEqualTo("/claims/" + claim);
        assertThat(made(claim, "ASSERTS")).isEqualTo(asserts);
        assertThat(made(claim, "DENIES")).isEqualTo(denies);
        assertThat(given().redirects()
                        .follow(false)
                        .get("/claims/" + otherClaim)
                        .header("Location"))
                .endsWith("/claims/" + claim);
        assertThat(given().get("/claims/" + claim).asString()).contains("says the opposite of");
        readAnew();
        assertThat(made(claim, "DENIES")).isEqualTo(denies);
        undo("claims");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @AsEmil
    void statements_that_say_something_else_are_split_off_whatever_is_read_later() {
        List<Long> statements =
                numbers("select statement_id from claim_statement where claim_id = %d order by 1".formatted(claim));
        long all = statements.size();
        String made = Forms.postAndFollow(
                MERGES + "/claims/" + claim + "/split",
                Map.of("statement", statements.subList(0, 1), "text", "Something else was said."));
        long split = Long.parseLong(made.replace("/claims/", ""));
        long taken = numbers("select count(*) from claim_statement where claim_id = " + split)
                .getFirst();
        assertThat(taken).isOne();
        assertThat(numbers("select count(*) from claim_statement where claim_id = " + claim)
                        .getFirst())
                .isEqualTo(all - taken);
        assertThat(given().get(made).asString()).contains("Something else was said.", "in 1 statement is");
        assertThat(given().get("/search?period=all&q=claim:\"something else\"").asString())
                .contains("<b>1</b>");
        readAnew();
        execute("""
                update claim_statement set claim_id = %d, read_claim_id = null, read_polarity = null where statement_id = %d
                """.formatted(otherClaim, statements.getFirst()));
        execute("select settle_version(article_version_id) from statement where id = " + statements.getFirst());
        assertThat(numbers("select claim_id from claim_statement where statement_id = " + statements.getFirst()))
                .as("the machine took it for a third claim")
                .containsExactly(split);
        execute("""
                update claim_statement set read_claim_id = %d where statement_id = %d
                """.formatted(claim, statements.getFirst()));
        undo("claims");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @AsEmil
    void a_chain_of_merges_opens_link_by_link() {
        long third = numbers("select claim_id from claim_statement group by 1 order by count(*) desc, 1 limit 3")
                .getLast();
        Forms.postAndFollow(MERGES + "/claims/" + third + "/merge", Map.of("into", otherClaim));
        String middle = everything();
        Forms.postAndFollow(MERGES + "/claims/" + otherClaim + "/merge", Map.of("into", claim));
        assertThat(given().redirects().follow(false).get("/claims/" + third).header("Location"))
                .endsWith("/claims/" + claim);
        assertThat(numbers(
                        "select count(*) from claim_statement where claim_id in (%d, %d)".formatted(third, otherClaim)))
                .containsExactly(0L);
        undo("claims");
        assertThat(everything()).isEqualTo(middle);
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
        long emil = numbers("""
                with known as (select id from account where subject = 'emil'), made as (
                  insert into account (subject, name) select 'emil', 'Emil' where not exists (select from known) returning id)
                select id from known union all select id from made""").getFirst();
        execute(
                "insert into actor_identity (from_actor_id, to_actor_id, decided_by, decided_at) values (%d, %d, %d, now())"
                        .formatted(other, actor, emil));
        assertThat(given().get("/teams/health-desk/merges").asString())
                .contains("An editor of another team")
                .doesNotContain("Emil");
    }

    private void undo(String subject) {
        long id = numbers("select max(id) from %s_identity where undone_at is null"
                        .formatted(subject.replaceFirst("s$", "")))
                .getFirst();
        String path = MERGES + "/" + subject + "/decisions/" + id + "/undo";
        assertThat(Forms.postAndFollow(path, Map.of())).isEqualTo(MERGES);
        assertThat(Forms.post(path, Map.of()).statusCode()).as("once").isEqualTo(404);
        assertThat(numbers("""
                select (select count(*) from actor_alias x where carried and actor_meant(x.actor_id, null) = x.actor_id
                          and not exists (select from actor_identity where undone_at is null))
                     + (select count(*) from claim_relation where carried
                          and not exists (select from claim_identity where undone_at is null))""")).as("names and relations that it brought").containsExactly(0L);
    }

    /** As the machine stores a version anew: its own reading, then what people said. */
    private void readAnew() {
        execute("""
                update statement set speaker_id = read_speaker_id, speaker_name = read_speaker_name, speaker_kind = read_speaker_kind,
                  read_speaker_id = null, read_speaker_name = null, read_speaker_kind = null where read_speaker_id is not null""");
        execute("""
                update claim_statement set claim_id = read_claim_id, polarity = read_polarity, read_claim_id = null, read_polarity = null
                where read_claim_id is not null""");
        assertThat(everything()).as("people's decisions are out of it").isEqualTo(before);
        execute("select settle_version(id) from article_version");
    }

    private long said(long speaker) {
        return numbers("select count(*) from statement where speaker_id = " + speaker)
                .getFirst();
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
        return numbers("""
                select count(*) from statement s join article_version v on v.id = s.article_version_id
                where s.speaker_id = %d and not exists (select from article_version n
                  where n.article_id = v.article_id and n.number > v.number)""".formatted(speaker)).getFirst();
    }

    private long made(long of, String polarity) {
        return numbers("select count(*) from claim_statement where claim_id = %d and polarity = '%s'"
                        .formatted(of, polarity))
                .getFirst();
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Every reading, and every name and relation that is nobody's word. */
    private String everything() {
        return text("""
                select string_agg(line, chr(10) order by line) from (
                  select concat_ws('|', 's', id, speaker_id, speaker_name, speaker_kind, (select words from statement_words where statement_id = id)) as line
                  from statement
                  union all select concat_ws('|', 'c', id, claim_id, polarity) from claim_statement) lines""");
    }

    private List<Long> numbers(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> rows.longs(sql, Map.of()));
    }

    private String text(String sql) {
        return QuarkusTransaction.requiringNew().call(() ->
                (String) entities.createNativeQuery(sql, String.class).getSingleResult());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (sql.startsWith("select")) {
                entities.createNativeQuery("select 1 from (%s) as x".formatted(sql))
                        .getResultList();
            } else {
                entities.createNativeQuery(sql).executeUpdate();
            }
        });
    }
}
