package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** Claims that exclude each other, or of which one takes the other back, are related whichever is read first. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RelationsOfClaimsTest {
    private static final String SAID =
            "The Ostmark ministry said that the granite bridge at Quill was inspected in March.";
    private static final String TAKEN_BACK =
            "The Ostmark ministry withdrew its claim that the granite bridge at Quill was inspected in March.";

    @Inject
    Database database;

    @Inject
    StoredVersions versions;

    @Inject
    VersionAnalysis analysis;

    @Test
    void claims_with_figures_that_exclude_each_other_contradict() {
        analysis.analyse(versions.add("The union said that 3,100 glass blowers walked out at Tarn Works."));
        analysis.analyse(versions.add("The owner said that fewer than 1,200 glass blowers walked out at Tarn Works."));
        List<String> related = database.texts("""
                select f.text || r.kind || t.text from claim_relation r
                join claim f on f.id = r.from_claim_id join claim t on t.id = r.to_claim_id
                where f.text like '%blowers%'""");
        assertThat(related)
                .containsExactly("Fewer than 1,200 glass blowers walked out at Tarn Works.CONTRADICTS"
                        + "3,100 glass blowers walked out at Tarn Works.");
    }

    @Test
    void what_takes_a_claim_back_relates_to_it_with_its_words_whichever_is_read_first() {
        long taken = versions.add(TAKEN_BACK);
        analysis.analyse(taken);
        assertThat(granite()).isEmpty();
        analysis.analyse(versions.add(SAID));
        String related = "Ostmark ministry withdrew its claim that the granite bridge at Quill was inspected in March."
                + " RETRACTS The granite bridge at Quill was inspected in March."
                + " withdrew its claim that … the granite bridge at Quill was inspected in March";
        assertThat(granite()).containsExactly(related);

        readAnew(taken);
        assertThat(granite()).as("read anew").containsExactly(related);

        database.run("delete from statement where article_version_id = " + taken);
        assertThat(granite()).as("without its words").isEmpty();
        readAnew(taken);
        assertThat(granite()).as("found again").containsExactly(related);
    }

    private void readAnew(long version) {
        versions.age(version);
        analysis.analyse(version);
    }

    private List<String> granite() {
        return database.texts("""
                        select f.text || ' ' || r.kind || ' ' || t.text
                          || coalesce(' ' || substr(v.text, e.cue_start + 1, e.cue_end - e.cue_start) || ' … '
                             || substr(v.text, e.claimed_start + 1, e.claimed_end - e.claimed_start), '')
                        from claim_relation r join claim f on f.id = r.from_claim_id join claim t on t.id = r.to_claim_id
                        left join relation_evidence e on e.claim_relation_id = r.id
                        left join statement s on s.id = e.statement_id
                        left join article_version v on v.id = s.article_version_id
                        where t.text like '%granite%'""");
    }
}
