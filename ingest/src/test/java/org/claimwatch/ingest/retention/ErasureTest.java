package org.claimwatch.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.claimwatch.common.task.EraseArticle;
import org.claimwatch.ingest.support.Library;
import org.claimwatch.ingest.support.SamplePressResource;
import org.claimwatch.ingest.support.TracedArticle;
import org.claimwatch.ingest.support.TracedArticle.Ids;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An article that is erased leaves none of its words behind, and takes none that are others'. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(SamplePressResource.class)
class ErasureTest {
    @Inject
    TracedArticle traced;

    @Inject
    Library library;

    @Inject
    Database database;

    @Inject
    ArticleErasure erasure;

    private Ids ids;

    @BeforeEach
    void an_article_with_all_that_is_read_in_it() {
        ids = traced.put();
    }

    @AfterEach
    void clear() {
        traced.clear(ids);
    }

    @Test
    void an_erasure_leaves_no_word_of_it_in_any_column_or_file() throws Exception {
        assertThat(traced.traces())
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
        assertThat(traced.traces()).isEmpty();
        assertThat(database.number("select count(*) from archive_removal")).isZero();
    }

    @Test
    void a_note_stays_of_who_erased_what_and_nobody_can_change_it() {
        erase();
        erase();
        assertThat(database.number(
                        "select count(*) from erasure where article_id = %d and account_id = %d and requested_by = 'Ada'"
                                .formatted(ids.article(), ids.account())))
                .isOne();
        assertThat(database.number("select count(*) from erasure where address_hash = encode(sha256('%s'), 'hex')"
                        .formatted(TracedArticle.URL)))
                .isPositive();
        for (String change :
                List.of("update erasure set requested_by = 'Eve'", "delete from erasure", "truncate erasure")) {
            assertThatThrownBy(() -> database.run(change)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void what_others_say_too_stays_in_their_words() {
        long other = library.version("https://other.example/a", "The old king is gone from power, they say.", null);
        long[] both = QuarkusTransaction.requiringNew().call(() -> {
            long claim = database.number("select id from claim");
            long statement = traced.statement(other, "The old king is gone from power");
            traced.makes(claim, statement, "ASSERTS");
            long story = database.number("select id from story");
            database.run(
                    "insert into story_article (story_id, article_id, confidence) select %d, article_id, .9 from article_version where id = %d"
                            .formatted(story, other));
            return new long[] {claim, story};
        });
        erase();
        assertThat(database.text("select text from claim where id = " + both[0]))
                .isEqualTo("The old king is gone from power");
        assertThat(database.text("select title from story where id = " + both[1]))
                .isEqualTo("Title");
    }

    @Test
    void what_was_merged_into_others_leaves_no_word_there() throws Exception {
        long other = library.version("https://other.example/a", "The old king is gone from power, they say.", null);
        long claim = QuarkusTransaction.requiringNew().call(() -> {
            long from = database.number("select id from claim");
            long speaker = database.number("select id from actor");
            long stays = database.number(
                    "insert into claim (text, check_worthy) values ('The king is gone', .5) returning id");
            long person = database.number("insert into actor (name, kind) values ('Orla Wint', 'PERSON') returning id");
            long statement = traced.statement(other, "The old king is gone from power");
            database.run(
                    "update statement set speaker_id = %d, speaker_kind = 'PERSON', speaker_name = 'Orla Wint' where id = %d"
                            .formatted(person, statement));
            traced.makes(stays, statement, "ASSERTS");
            database.run(
                    "insert into actor_identity (from_actor_id, to_actor_id, decided_by, decided_at) values (%d, %d, %d, now())"
                            .formatted(speaker, person, ids.account()));
            database.run("""
                    insert into claim_identity (from_claim_id, to_claim_id, split, decided_by, decided_at)
                    values (%d, %d, false, %d, now())""".formatted(from, stays, ids.account()));
            database.number(
                    "select count(*) from (select settle_actors(array[cast(%d as bigint)]), settle_claims(array[cast(%d as bigint)])) as settled"
                            .formatted(person, stays));
            return stays;
        });
        assertThat(database.number("select count(*) from claim_statement where claim_id = " + claim))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from actor_alias where carried"))
                .isPositive();
        erase();
        assertThat(traced.traces()).isEmpty();
        assertThat(database.text("select text from claim where id = " + claim)).isEqualTo("The king is gone");
    }

    @Test
    void a_claim_whose_words_are_anothers_keeps_them() {
        long other = library.version("https://other.example/a", "The quarnivel has fallen again.", null);
        long claim = QuarkusTransaction.requiringNew().call(() -> {
            long id = database.number("select id from claim");
            database.run("update claim set text = 'Their own wording of it all' where id = " + id);
            traced.makes(id, traced.statement(other, "Their own wording of it"), "ASSERTS");
            return id;
        });
        erase();
        assertThat(database.text("select text from claim where id = " + claim))
                .isEqualTo("Their own wording of it all");
    }

    /** A claim must never say what those whom it is left to deny. */
    @Test
    void a_claim_that_only_deniers_are_left_of_says_what_they_say() {
        long other = library.version("https://other.example/a", "The king has not fallen.", null);
        long claim = QuarkusTransaction.requiringNew().call(() -> {
            long id = database.number("select id from claim");
            long unrelated =
                    database.number("insert into claim (text, check_worthy) values ('Another', .5) returning id");
            traced.makes(id, traced.statement(other, "The king has not fallen"), "DENIES");
            database.run(
                    "insert into claim_relation (from_claim_id, to_claim_id, kind, confidence) values (%d, %d, 'SUPPORTS', .9)"
                            .formatted(id, unrelated));
            return id;
        });
        erase();
        assertThat(database.text("select text from claim where id = " + claim)).isEqualTo("The king has not fallen");
        assertThat(database.text("select polarity from claim_statement where claim_id = " + claim))
                .isEqualTo("ASSERTS");
        assertThat(database.number("select count(*) from claim_relation")).isZero();
    }

    private void erase() {
        erasure.erase(new EraseArticle(ids.article(), ids.account(), Instant.now()));
    }
}
