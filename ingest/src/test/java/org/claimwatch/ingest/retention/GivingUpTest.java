package org.claimwatch.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.EraseArticle;
import org.claimwatch.ingest.archive.ArchiveTending;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.SamplePressResource;
import org.claimwatch.ingest.support.Words;
import org.hibernate.Session;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of an article when its text is given up. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class GivingUpTest {
    private static final Path ARCHIVE = Path.of("target/archive");
    private static final String URL = "https://outlet.example/2026/quarnivel-falls";

    /** In every text of the article, and nowhere else. */
    private static final String WORD = "quarnivel";

    @Inject
    Library library;

    @Inject
    Words words;

    @Inject
    ArticleErasure erasure;

    @Inject
    Retention retention;

    @Inject
    ArchiveTending tending;

    @Inject
    Session session;

    private long account;
    private long version;
    private long article;
    private long team;

    @BeforeEach
    void an_article_with_all_that_is_read_in_it() {
        library.clear();
        version =
                library.version(URL, "Quarnivel falls. The quarnivel has fallen, said Quarnivel.", "<p>Quarnivel</p>");
        QuarkusTransaction.requiringNew().run(() -> {
            article = number("select article_id from article_version where id = " + version);
            account = number("insert into account (subject, name) values (gen_random_uuid(), 'Ada') returning id");
            run("update article set announced_title = 'Quarnivel falls', fetch_error = 'quarnivel' where id = "
                    + article);
            run(
                    "update article_version set title = 'Quarnivel falls', authors = '{Q. Quarnivel}', section = 'Quarnivel',"
                            + " image_url = 'https://outlet.example/quarnivel.png' where id = " + version);
            read(version, "Quarnivel");
            session.createNativeQuery(
                            "select set_config('claimwatch.signing_in', '%d', true)".formatted(account), String.class)
                    .getSingleResult();
            team = number("insert into team (slug, name) values ('t' || nextval('team_seq'), 'T') returning id");
            seeTeam();
            run("""
                    insert into review (team_id, account_id, article_version_id, content_start, content_end, speaker_name,
                      verdict, comment) values (%d, %d, %d, 0, 9, 'Quarnivel', 'ACCEPTED', 'Quarnivel indeed')""".formatted(team, account, version));
            long monitor = number(
                    "insert into monitor (team_id, name, query, created_by) values (%d, 'M', 'q', %d) returning id"
                            .formatted(team, account));
            long digest = number("""
                    insert into digest (team_id, monitor_id, send_at, time_zone, recipients)
                    values (%d, %d, '07:00', 'UTC', '{a@b.example}') returning id""".formatted(team, monitor));
            run("""
                    insert into digest_issue (team_id, digest_id, period_start, period_end, state, message_id, subject, sent_at)
                    values (%d, %d, now() - interval '1 day', now(), 'SENT', gen_random_uuid(),
                      'M: The quarnivel has fallen — 1 new claim', now())""".formatted(team, digest));
        });
    }

    @AfterEach
    void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            seeTeam();
            run("delete from monitor");
            run("delete from review");
        });
        library.clear();
        tending.tend();
    }

    @Test
    void an_erasure_leaves_no_word_of_it_in_any_column_or_file() throws Exception {
        assertThat(words.placesOf(WORD, ARCHIVE))
                .as("the search finds what there is")
                .contains(
                        "article.url",
                        "article.announced_title",
                        "article_version.text",
                        "article_version.authors",
                        "statement.content",
                        "statement.search",
                        "attribution_hop.name",
                        "stance.target",
                        "claim.text",
                        "claim.search",
                        "story.title",
                        "actor.name",
                        "actor_alias.alias",
                        "review.comment",
                        "review.speaker_name",
                        "archived_page.address",
                        "digest_issue.subject")
                .anyMatch(place -> place.startsWith("target/archive/"));
        erase();
        erase();
        assertThat(words.placesOf(WORD, ARCHIVE)).isEmpty();
        assertThat(inTransaction("select count(*) from archive_removal")).isZero();
    }

    @Test
    void a_note_stays_of_who_erased_what_and_nobody_can_change_it() {
        erase();
        erase();
        assertThat(inTransaction(
                        "select count(*) from erasure where article_id = %d and account_id = %d and requested_by = 'Ada'"
                                .formatted(article, account)))
                .isOne();
        assertThat(inTransaction(
                        "select count(*) from erasure where address_hash = encode(sha256('%s'), 'hex')".formatted(URL)))
                .isPositive();
        for (String change :
                List.of("update erasure set requested_by = 'Eve'", "delete from erasure", "truncate erasure")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> run(change)))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void what_others_say_too_stays_in_their_words() {
        long other = library.version("https://other.example/a", "The old king is gone from power, they say.", null);
        long[] ids = QuarkusTransaction.requiringNew().call(() -> {
            long claim = number("select id from claim");
            long statement = statement(other, "The old king is gone from power");
            run(
                    "insert into claim_statement (claim_id, statement_id, polarity, confidence) values (%d, %d, 'ASSERTS', .9)"
                            .formatted(claim, statement));
            long story = number("select id from story");
            run(
                    "insert into story_article (story_id, article_id, confidence) select %d, article_id, .9 from article_version where id = %d"
                            .formatted(story, other));
            return new long[] {claim, story};
        });
        erase();
        assertThat(text("select text from claim where id = " + ids[0])).isEqualTo("The old king is gone from power");
        assertThat(text("select title from story where id = " + ids[1])).isEqualTo("Title");
    }

    @Test
    void what_was_merged_into_others_leaves_no_word_there() throws Exception {
        long other = library.version("https://other.example/a", "The old king is gone from power, they say.", null);
        long claim = QuarkusTransaction.requiringNew().call(() -> {
            long from = number("select id from claim");
            long speaker = number("select id from actor");
            long stays = number("insert into claim (text, check_worthy) values ('The king is gone', .5) returning id");
            long person = number("insert into actor (name, kind) values ('Orla Wint', 'PERSON') returning id");
            long statement = statement(other, "The old king is gone from power");
            run(
                    "update statement set speaker_id = %d, speaker_kind = 'PERSON', speaker_name = 'Orla Wint' where id = %d"
                            .formatted(person, statement));
            run(
                    "insert into claim_statement (claim_id, statement_id, polarity, confidence) values (%d, %d, 'ASSERTS', .9)"
                            .formatted(stays, statement));
            run(
                    "insert into actor_identity (from_actor_id, to_actor_id, decided_by, decided_at) values (%d, %d, %d, now())"
                            .formatted(speaker, person, account));
            run("""
                    insert into claim_identity (from_claim_id, to_claim_id, split, decided_by, decided_at)
                    values (%d, %d, false, %d, now())""".formatted(from, stays, account));
            number(
                    "select count(*) from (select settle_actors(array[cast(%d as bigint)]), settle_claims(array[cast(%d as bigint)])) as settled"
                            .formatted(person, stays));
            return stays;
        });
        assertThat(inTransaction("select count(*) from claim_statement where claim_id = " + claim))
                .isEqualTo(2);
        assertThat(inTransaction("select count(*) from actor_alias where carried"))
                .isPositive();
        erase();
        assertThat(words.placesOf(WORD, ARCHIVE)).isEmpty();
        assertThat(text("select text from claim where id = " + claim)).isEqualTo("The king is gone");
    }

    @Test
    void a_claim_whose_words_are_anothers_keeps_them() {
        long other = library.version("https://other.example/a", "The quarnivel has fallen again.", null);
        long claim = QuarkusTransaction.requiringNew().call(() -> {
            long id = number("select id from claim");
            run("update claim set text = 'Their own wording of it all' where id = " + id);
            run(
                    "insert into claim_statement (claim_id, statement_id, polarity, confidence) values (%d, %d, 'ASSERTS', .9)"
                            .formatted(id, statement(other, "Their own wording of it")));
            return id;
        });
        erase();
        assertThat(text("select text from claim where id = " + claim)).isEqualTo("Their own wording of it all");
    }

    /** A claim must never say what those whom it is left to deny. */
    @Test
    void a_claim_that_only_deniers_are_left_of_says_what_they_say() {
        long other = library.version("https://other.example/a", "The king has not fallen.", null);
        long claim = QuarkusTransaction.requiringNew().call(() -> {
            long id = number("select id from claim");
            long unrelated = number("insert into claim (text, check_worthy) values ('Another', .5) returning id");
            run(
                    "insert into claim_statement (claim_id, statement_id, polarity, confidence) values (%d, %d, 'DENIES', .9)"
                            .formatted(id, statement(other, "The king has not fallen")));
            run(
                    "insert into claim_relation (from_claim_id, to_claim_id, kind, confidence) values (%d, %d, 'SUPPORTS', .9)"
                            .formatted(id, unrelated));
            return id;
        });
        erase();
        assertThat(text("select text from claim where id = " + claim)).isEqualTo("The king has not fallen");
        assertThat(text("select polarity from claim_statement where claim_id = " + claim))
                .isEqualTo("ASSERTS");
        assertThat(inTransaction("select count(*) from claim_relation")).isZero();
    }

    @Test
    void a_text_goes_when_its_outlets_time_is_over_and_not_before() throws Exception {
        long other = library.version("https://other.example/a", "Another outlet keeps its texts.", "<p>kept</p>");
        keepFor(30);
        age(29);
        assertThat(retention.expire()).isZero();
        age(31);
        assertThat(retention.expire()).isOne();
        assertThat(retention.expire()).isZero();
        tending.tend();
        assertThat(words.placesOf(WORD, ARCHIVE))
                .as("the address stays, so that it is not fetched again")
                .containsExactly("article.url", "article_address.address");
        assertThat(inTransaction(
                        "select count(*) from article where id = %d and expired_at is not null".formatted(article)))
                .isOne();
        assertThat(inTransaction("select count(*) from article_version where id = " + other))
                .isOne();
    }

    @Test
    void a_younger_version_stays_when_an_older_one_goes() {
        keepFor(30);
        age(31);
        QuarkusTransaction.requiringNew().run(() -> run("""
                insert into article_version (article_id, number, title, text, fetched_at, content_hash)
                values (%d, 2, 'Younger', 'Younger.', now(), 'hash')""".formatted(article)));
        assertThat(retention.expire()).isOne();
        assertThat(inTransaction("select count(*) from article_version where article_id = " + article))
                .isOne();
        assertThat(inTransaction(
                        "select count(*) from article where id = %d and expired_at is null".formatted(article)))
                .isOne();
    }

    @Test
    void many_go_in_small_bites() {
        keepFor(30);
        QuarkusTransaction.requiringNew().run(() -> run("""
                insert into article_version (article_id, number, title, text, fetched_at, content_hash)
                select %d, n, 'T', 'T', now() - interval '40 days', 'hash' from generate_series(2, 250) n""".formatted(article)));
        age(31);
        assertThat(retention.expire()).isEqualTo(250);
    }

    /** To the end of the transaction. */
    private void seeTeam() {
        session.createNativeQuery("select set_config('claimwatch.teams', '%d', true)".formatted(team), String.class)
                .getSingleResult();
    }

    private void erase() {
        erasure.erase(new EraseArticle(article, account, Instant.now()));
    }

    /** What the analysis makes of a version: a speaker, a chain, stances, a claim and a story. */
    private void read(long of, String name) {
        long actor = number("insert into actor (name, kind) values ('%s', 'PERSON') returning id".formatted(name));
        run("insert into actor_alias (actor_id, alias) values (%d, '%s')".formatted(actor, name));
        long statement = statement(of, "The quarnivel has fallen");
        run("update statement set speaker_id = %d, speaker_kind = 'PERSON', speaker_name = '%s' where id = %d"
                .formatted(actor, name, statement));
        run("insert into attribution_hop (statement_id, position, kind, name) values (%d, 0, 'ACTOR', '%s')"
                .formatted(statement, name));
        run("""
                insert into stance (article_version_id, statement_id, holder, target, polarity, confidence, evidence_start,
                  evidence_end) values (%d, %d, 'SPEAKER', '%s', 'AGAINST', .9, 0, 4)""".formatted(of, statement, name));
        long claim =
                number("insert into claim (text, check_worthy) values ('The quarnivel has fallen.', .5) returning id");
        run("insert into claim_statement (claim_id, statement_id, polarity, confidence) values (%d, %d, 'ASSERTS', .9)"
                .formatted(claim, statement));
        long story = number("insert into story (title) values ('Quarnivel falls') returning id");
        run("insert into story_article (story_id, article_id, confidence) values (%d, %d, .9)"
                .formatted(story, article));
    }

    private long statement(long of, String content) {
        return number("""
                insert into statement (article_version_id, ordinal, speaker_name, speaker_kind, form, content, confidence,
                  check_worthy) values (%d, 0, 'somebody', 'UNNAMED', 'INDIRECT', '%s', .9, .5) returning id""".formatted(of, content));
    }

    private void keepFor(int days) {
        QuarkusTransaction.requiringNew()
                .run(() -> run("update outlet set retention_days = %d where home_url = 'https://outlet.example/'"
                        .formatted(days)));
    }

    private void age(int days) {
        QuarkusTransaction.requiringNew()
                .run(() -> run("update article_version set fetched_at = now() - interval '%d days' where id = %d"
                        .formatted(days, version)));
    }

    private long inTransaction(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> number(sql));
    }

    private String text(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(sql, String.class).getSingleResult());
    }

    private long number(String sql) {
        return session.createNativeQuery(sql, Long.class).getSingleResult();
    }

    private void run(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }
}
