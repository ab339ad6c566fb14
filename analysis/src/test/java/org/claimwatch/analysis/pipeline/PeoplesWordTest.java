package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** What people said of a reading outlives the next one. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PeoplesWordTest {
    @Inject
    Database database;

    @Inject
    StoredVersions versions;

    @Inject
    VersionAnalysis analysis;

    @Test
    void reviews_by_people_survive_and_are_found_by_their_evidence() {
        long version = versions.analysed();
        long statement = versions.statements(version).getFirst();
        long team = QuarkusTransaction.requiringNew().call(() -> {
            long id = database.number("select nextval('team_seq')");
            see(id);
            database.run("insert into account (subject, name) values ('desk-%d', 'Ana')".formatted(id));
            database.run("insert into team (id, slug, name) values (%1$d, 'desk-%1$d', 'Desk')".formatted(id));
            database.run("""
                    insert into review (team_id, account_id, article_version_id, statement_id, content_start, content_end,
                      speaker_name, verdict)
                    select %1$d, a.id, %2$d, c.statement_id, c.span_start, c.span_end, 'Health Ministry', 'ACCEPTED'
                    from account a join statement_content_span c on c.statement_id = %3$d and c.ordinal = 0
                    where a.subject = 'desk-%1$d'""".formatted(id, version, statement));
            return id;
        });
        versions.age(version);
        analysis.analyse(version);
        assertThat(versions.statements(version)).doesNotContain(statement);
        long found = QuarkusTransaction.requiringNew().call(() -> {
            see(team);
            return database.number("""
                    select count(*) from review r
                    join statement s on s.article_version_id = r.article_version_id
                    join statement_content_span c on c.statement_id = s.id
                      and c.span_start = r.content_start and c.span_end = r.content_end
                    where r.statement_id is null and r.article_version_id = %d""".formatted(version));
        });
        assertThat(found).isOne();
    }

    @Test
    void what_a_person_merged_stays_merged_and_its_wording_stays() {
        long version = versions.analysed();
        long speaker = database.number("select speaker_id from statement where id = "
                + versions.statements(version).getLast());
        long claim = database.number("select claim_id from claim_statement where statement_id = "
                + versions.statements(version).getFirst());
        String wording = database.text("select text from claim where id = " + claim);
        database.run("insert into account (subject, name) values ('merger-%d', 'Ana')".formatted(version));
        database.run("insert into actor (name, kind) values ('Lind of %d', 'PERSON')".formatted(version));
        database.run("insert into claim (text, check_worthy) values ('Nobody %d says so', 0.5)".formatted(version));
        long other = database.number("select id from actor where name = 'Lind of %d'".formatted(version));
        long otherClaim = database.number("select id from claim where text = 'Nobody %d says so'".formatted(version));
        decide("actor_identity (from_actor_id, to_actor_id, decided_by, decided_at)", speaker, other, version, "");
        decide(
                "claim_identity (from_claim_id, to_claim_id, decided_by, decided_at, turned, split)",
                claim,
                otherClaim,
                version,
                ", true, false");
        try {
            for (int time = 0; time < 2; time++) {
                versions.age(version);
                analysis.analyse(version);
                long now = versions.statements(version).getLast();
                long claiming = versions.statements(version).getFirst();
                assertThat(database.number("select speaker_id from statement where id = " + now))
                        .isEqualTo(other);
                assertThat(database.number("select read_speaker_id from statement where id = " + now))
                        .isEqualTo(speaker);
                assertThat(database.number("select claim_id from claim_statement where statement_id = " + claiming))
                        .isEqualTo(otherClaim);
                assertThat(database.text("select polarity || read_polarity from claim_statement where statement_id = "
                                + claiming))
                        .isEqualTo("DENIESASSERTS");
                assertThat(database.text("select text from claim where id = " + claim))
                        .isEqualTo(wording);
                assertThat(database.text("select alias from actor_alias where carried and actor_id = " + other))
                        .contains("Lind");
            }
        } finally {
            for (String subject : List.of("actor", "claim")) {
                database.run("update %s_identity set undone_by = decided_by, undone_at = now()".formatted(subject));
            }
        }
        versions.age(version);
        analysis.analyse(version);
        assertThat(database.number("select speaker_id from statement where id = "
                        + versions.statements(version).getLast()))
                .isEqualTo(speaker);
    }

    private void decide(String columns, long from, long to, long version, String more) {
        database.run("insert into %s select %d, %d, id, now()%s from account where subject = 'merger-%d'"
                .formatted(columns, from, to, more, version));
    }

    /** Within this transaction, as the web service does for a member of the team. */
    private void see(long team) {
        database.text("select set_config('claimwatch.teams', '%d', true)".formatted(team));
    }
}
