package org.claimwatch.web.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an outlet changed, took away, or had from another, as its article's page says it. */
@QuarkusTest
@AsVera
class ArticlePagesTest {
    private static final List<String> REPRINTS =
            List.of("cou-0913-accord-reprint", "don-0913-accord-reprint", "gaz-0913-accord-reprint");

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    private long original;

    @BeforeEach
    void link() {
        original = press.article("hal-0913-orrin-accord");
        QuarkusTransaction.requiringNew().run(() -> {
            REPRINTS.forEach(reprint -> entities.createNativeQuery("""
                            insert into near_duplicate
                            select e.article_id, l.article_id, e.id, l.id, 0.82, 0.95, now()
                            from article_version e, article_version l
                            where e.article_id = %d and l.article_id = %d""".formatted(original, press.article(reprint)))
                    .executeUpdate());
            entities.createNativeQuery("""
                            insert into named_origin
                            select id, 'Halyard', 'SOLWICK (Halyard) -', 9, 16 from article_version where article_id = %d""".formatted(press.article(REPRINTS.getLast())))
                    .executeUpdate();
        });
    }

    @AfterEach
    void unlink() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from near_duplicate").executeUpdate();
            entities.createNativeQuery("delete from named_origin").executeUpdate();
            entities.createNativeQuery(
                            "update article set withdrawn_at = null, withdrawn_reason = null where withdrawn_at is not null")
                    .executeUpdate();
        });
    }

    @Test
    void who_else_published_it_and_who_was_first() {
        assertThat(get("/articles/" + original))
                .contains("Also published by <span class=\"total\">3</span>", "First at <strong>this outlet</strong>")
                .contains("90 % the same", "original: <bdi>Halyard</bdi>");
        assertThat(get("/articles/" + press.article(REPRINTS.getLast())))
                .contains("Also published by <span class=\"total\">1</span>", ">Halyard</a></strong>")
                .contains("as its origin", "SOLWICK (Halyard) -", "/outlets/" + press.outlet("Halyard"));
    }

    @Test
    void programs_are_told_who_else_published_it_and_who_was_first() {
        JsonPath alone = told(original);
        assertThat(alone.getLong("alsoPublished.first.article")).isEqualTo(original);
        assertThat(alone.getString("alsoPublished.first.published")).isEqualTo(alone.getString("article.published"));
        assertThat(alone.getList("alsoPublished.copies.article", Long.class))
                .containsExactlyInAnyOrderElementsOf(
                        REPRINTS.stream().map(press::article).toList());
        assertThat(alone.getList("alsoPublished.copies.percent", Integer.class)).containsOnly(90);
        assertThat(alone.getList("alsoPublished.copies.whole", Boolean.class)).containsOnly(true);
        assertThat(alone.<String>getList("alsoPublished.copies.origin"))
                .containsExactlyInAnyOrder(null, null, "Halyard");
        assertThat(alone.getList("alsoPublished.dayOnly")).isEmpty();
        assertThat(alone.<Object>get("origin")).isNull();
        JsonPath reprint = told(press.article(REPRINTS.getLast()));
        assertThat(reprint.getList("alsoPublished.copies.article", Long.class)).containsExactly(original);
        assertThat(reprint.getLong("alsoPublished.first.outlet.id")).isEqualTo(press.outlet("Halyard"));
        assertThat(reprint.getString("origin.name")).isEqualTo("Halyard");
        assertThat(reprint.getString("origin.words")).isEqualTo("SOLWICK (Halyard) -");
        assertThat(reprint.getInt("origin.span.start")).isEqualTo(9);
        assertThat(reprint.getInt("origin.span.end")).isEqualTo(16);
        assertThat(reprint.getLong("origin.outlet")).isEqualTo(press.outlet("Halyard"));
        assertThat(told(press.article("hal-0909-kessa-shelling")).<Object>get("alsoPublished"))
                .isNull();
    }

    @Test
    void programs_are_told_when_a_version_was_fetched_and_whether_it_was_read() {
        Instant at = Instant.parse("2025-09-16T12:00:00Z");
        var rows = stranger.put("A ferry that nobody read", "http://unread.example/", 0.9f, at);
        try {
            stranger.takeOut(rows, "A ferry that nobody read", at.plusSeconds(3600));
            database.run(
                    "update article_version set analysed_at = null, analysis_version = null where number = 2 and article_id = "
                            + rows.article());
            for (int version : new int[] {1, 2}) {
                String of = "/articles/%d?version=%d".formatted(rows.article(), version);
                JsonPath alone = given().get("/api/v1" + of).jsonPath();
                assertThat(alone.getBoolean("analysed")).isEqualTo(version == 1);
                assertThat(get(of).contains("has not read this version yet")).isEqualTo(version == 2);
                assertThat(get(of))
                        .contains("datetime=\"%s\""
                                .formatted(Instant.parse(alone.getString("fetched"))
                                        .truncatedTo(ChronoUnit.SECONDS)));
            }
        } finally {
            stranger.remove(rows);
        }
    }

    @Test
    void a_day_alone_is_never_first_and_its_doubt_is_said() {
        long gazette = press.article(REPRINTS.getLast());
        String day = "update article_version set published_at = '%s', published_day_only = %s where article_id = %d";
        try {
            database.run(day.formatted("2025-09-13T00:00:00Z", "true", gazette));
            assertThat(get("/articles/" + original))
                    .contains("First at <strong>this outlet</strong>")
                    .contains("Sable Harbour Gazette gave the day and no time");
            assertThat(told(original).getList("alsoPublished.dayOnly")).containsExactly("Sable Harbour Gazette");
            assertThat(told(original).getList("alsoPublished.copies.findAll { it.dayOnly }.article", Long.class))
                    .containsExactly(gazette);
        } finally {
            database.run(day.formatted("2025-09-13T08:05:00Z", "false", gazette));
        }
    }

    @Test
    void reprints_have_one_origin() {
        String claim = get("/claims/" + press.claim("cf-obs-both"));
        assertThat(claim).contains("2 independent origins", "3 reprints of Halyard");
    }

    @Test
    void what_was_taken_away_says_when_and_keeps_its_text() {
        assertThat(told(original).<Object>get("withdrawn")).isNull();
        database.run(
                "update article set withdrawn_at = '2025-09-14T10:00:00Z', withdrawn_reason = 'halyard.example answered 410'"
                        + " where id = " + original);
        assertThat(get("/articles/" + original))
                .contains("<strong>Withdrawn:</strong>", "14 Sep 2025", "halyard.example answered 410", "Orrin valley");
        assertThat(told(original).getString("withdrawn.at")).isEqualTo("2025-09-14T10:00:00Z");
        assertThat(told(original).getString("withdrawn.reason")).isEqualTo("halyard.example answered 410");
    }

    @Test
    void the_changes_between_two_versions_are_read_sentence_by_sentence() {
        long article = press.article("hal-0909-kessa-shelling");
        assertThat(get("/articles/" + article)).contains("/articles/" + article + "/changes?from=1&amp;to=2");
        String page = get("/articles/" + article + "/changes");
        assertThat(page).contains("<del>", "<ins>", "version 1", "version 2", "sentences added");
        assertThat(page)
                .as("words and sentences do not run together when the page is copied")
                .doesNotContainPattern("\\S</del><ins")
                .doesNotContainPattern("</span><span class=\"diff")
                .contains("</span> <span class=\"diff");
        assertThat(page).contains("class=\"change\" lang=\"en\">title</bdi>");
        assertThat(given().get("/articles/" + article + "/changes?from=2&to=2").statusCode())
                .isEqualTo(404);
        assertThat(given().get("/articles/" + original + "/changes").statusCode())
                .as("one version")
                .isEqualTo(404);
    }

    @Test
    void a_changed_cue_stands_out_with_the_speaker() {
        long article = press.article("hal-0909-kessa-shelling");
        String text = "update article_version set text = '%s' where article_id = %d and number = %d";
        List<String> held = texts(article);
        try {
            database.run(text.formatted("The minister said the dam is safe today.", article, 1));
            database.run(text.formatted("The minister claimed the dam is safe today.", article, 2));
            readCue(article, 1, 13, 17);
            readCue(article, 2, 13, 20);
            assertThat(get("/articles/" + article + "/changes"))
                    .contains("Changed cues", "cue changed: The minister")
                    .contains("<ins class=\"cue-change\">claimed </ins>")
                    .contains(">said</del>", ">claimed</ins>");
        } finally {
            database.run("delete from statement where speaker_name = 'The minister'");
            for (int i = 0; i < held.size(); i++) {
                database.run(text.formatted(held.get(i).replace("'", "''"), article, i + 1));
            }
        }
    }

    private void readCue(long article, int number, int start, int end) {
        database.run("""
                insert into statement (id, article_version_id, ordinal, speaker_name, speaker_kind, cue_start, cue_end, form,
                                       content, confidence, check_worthy)
                select -v.number, v.id, 900, 'The minister', 'UNNAMED', %d, %d, 'INDIRECT', 'the dam is safe', 0.9, 0.1
                from article_version v where v.article_id = %d and v.number = %d""".formatted(start, end, article, number));
    }

    private List<String> texts(long article) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select v.text from ArticleVersion v where v.article.id = ?1 order by v.number",
                                String.class)
                        .setParameter(1, article)
                        .getResultList());
    }

    private static JsonPath told(long article) {
        return given().get("/api/v1/articles/" + article).jsonPath();
    }

    private static String get(String path) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
