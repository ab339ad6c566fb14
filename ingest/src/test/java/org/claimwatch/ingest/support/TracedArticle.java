package org.claimwatch.ingest.support;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.ingest.archive.ArchiveTending;

/** An article with all that is read in it and all that people make of it, which one word in each of them gives away. */
@ApplicationScoped
public class TracedArticle {
    public static final String URL = "https://outlet.example/2026/quarnivel-falls";

    private static final Path ARCHIVE = Path.of("target/archive");

    /** In every text of the article, and nowhere else. */
    private static final String WORD = "quarnivel";

    /** What its rows are found by. */
    public record Ids(long article, long version, long account, long team) {}

    private final Library library;
    private final Words words;
    private final Database database;
    private final ArchiveTending tending;

    TracedArticle(Library library, Words words, Database database, ArchiveTending tending) {
        this.library = library;
        this.words = words;
        this.database = database;
        this.tending = tending;
    }

    /** The columns and files that the word stands in. */
    public List<String> traces() throws SQLException, IOException {
        return words.placesOf(WORD, ARCHIVE);
    }

    public Ids put() {
        library.clear();
        long version =
                library.version(URL, "Quarnivel falls. The quarnivel has fallen, said Quarnivel.", "<p>Quarnivel</p>");
        return QuarkusTransaction.requiringNew().call(() -> {
            long article = database.number("select article_id from article_version where id = " + version);
            database.run("update article set announced_title = 'Quarnivel falls', fetch_error = 'quarnivel' where id = "
                    + article);
            database.run(
                    "update article_version set title = 'Quarnivel falls', authors = '{Q. Quarnivel}', section = 'Quarnivel',"
                            + " image_url = 'https://outlet.example/quarnivel.png' where id = " + version);
            read(article, version, "Quarnivel");
            long account = database.number(
                    "insert into account (subject, name) values (gen_random_uuid(), 'Ada') returning id");
            return new Ids(article, version, account, worked(version, account));
        });
    }

    public void clear(Ids ids) {
        QuarkusTransaction.requiringNew().run(() -> {
            see(ids.team());
            database.run("delete from monitor");
            database.run("delete from review");
        });
        library.clear();
        tending.tend();
    }

    /** What the analysis makes of a version: a speaker, a chain, stances, a claim and a story. */
    private void read(long article, long version, String name) {
        long actor =
                database.number("insert into actor (name, kind) values ('%s', 'PERSON') returning id".formatted(name));
        database.run("insert into actor_alias (actor_id, alias) values (%d, '%s')".formatted(actor, name));
        long statement = statement(version, "The quarnivel has fallen");
        database.run("update statement set speaker_id = %d, speaker_kind = 'PERSON', speaker_name = '%s' where id = %d"
                .formatted(actor, name, statement));
        database.run("insert into attribution_hop (statement_id, position, kind, name) values (%d, 0, 'ACTOR', '%s')"
                .formatted(statement, name));
        database.run("""
                insert into stance (article_version_id, statement_id, holder, target, polarity, confidence, evidence_start,
                  evidence_end) values (%d, %d, 'SPEAKER', '%s', 'AGAINST', .9, 0, 4)""".formatted(version, statement, name));
        makes(
                database.number(
                        "insert into claim (text, check_worthy) values ('The quarnivel has fallen.', .5) returning id"),
                statement,
                "ASSERTS");
        long story = database.number("insert into story (title) values ('Quarnivel falls') returning id");
        database.run("insert into story_article (story_id, article_id, confidence) values (%d, %d, .9)"
                .formatted(story, article));
    }

    /** What a team makes of it: a review, and a digest that told it. */
    private long worked(long version, long account) {
        database.text("select set_config('claimwatch.signing_in', '%d', true)".formatted(account));
        long team =
                database.number("insert into team (slug, name) values ('t' || nextval('team_seq'), 'T') returning id");
        see(team);
        database.run("""
                insert into review (team_id, account_id, article_version_id, content_start, content_end, speaker_name,
                  verdict, comment) values (%d, %d, %d, 0, 9, 'Quarnivel', 'ACCEPTED', 'Quarnivel indeed')""".formatted(team, account, version));
        long monitor = database.number(
                "insert into monitor (team_id, name, query, created_by) values (%d, 'M', 'q', %d) returning id"
                        .formatted(team, account));
        long digest = database.number("""
                insert into digest (team_id, monitor_id, send_at, time_zone, recipients)
                values (%d, %d, '07:00', 'UTC', '{a@b.example}') returning id""".formatted(team, monitor));
        database.run("""
                insert into digest_issue (team_id, digest_id, period_start, period_end, state, message_id, subject, sent_at)
                values (%d, %d, now() - interval '1 day', now(), 'SENT', gen_random_uuid(),
                  'M: The quarnivel has fallen — 1 new claim', now())""".formatted(team, digest));
        return team;
    }

    /** To the end of the transaction. */
    private void see(long team) {
        database.text("select set_config('claimwatch.teams', '%d', true)".formatted(team));
    }

    public long statement(long version, String content) {
        return database.number("""
                insert into statement (article_version_id, ordinal, speaker_name, speaker_kind, form, content, confidence,
                  check_worthy) values (%d, 0, 'somebody', 'UNNAMED', 'INDIRECT', '%s', .9, .5) returning id""".formatted(version, content));
    }

    public void makes(long claim, long statement, String polarity) {
        database.run(
                "insert into claim_statement (claim_id, statement_id, polarity, confidence) values (%d, %d, '%s', .9)"
                        .formatted(claim, statement, polarity));
    }
}
