package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.claimwatch.common.support.Database;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** Fact-checks and claims find each other in a real database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FactCheckLinksTest {
    @Inject
    Database database;

    @Inject
    StoredVersions versions;

    @Inject
    VersionAnalysis analysis;

    @Test
    void a_fact_check_finds_the_claims_that_are_there_and_those_that_come() {
        analysis.analyse(
                versions.add("The mayor said that the lantern festival had cost the town 70 thousand crowns."));
        long check = versions.add("We looked at the bills of the lantern festival.");
        check(check, "The lantern festival cost the town 70 thousand crowns.");
        analysis.analyse(check);
        assertThat(links(check)).containsExactly("The lantern festival had cost the town 70 thousand crowns.");

        analysis.analyse(versions.add("“The lantern festival cost our town 70 thousand crowns,” Edda Moor said."));
        analysis.analyse(versions.add("The mayor said that the lantern festival would be held in the town again."));
        assertThat(links(check)).allMatch(claim -> claim.contains("70 thousand crowns"));

        anew(check, "The town has 12 wells.");
        analysis.analyse(check);
        assertThat(links(check)).as("what is checked is something else now").isEmpty();
    }

    @Test
    void a_claim_that_comes_later_is_found_by_the_newest_version_of_a_fact_check_alone() {
        long first = versions.add("We counted the herons.");
        check(first, "Nine hundred herons breed on Gull Island.");
        analysis.analyse(first);
        long second = versions.addAfter(first, "We counted the herons again.");
        check(second, "Nine hundred herons breed on Gull Island.");
        analysis.analyse(second);
        analysis.analyse(versions.add("The warden said that nine hundred herons breed on Gull Island."));
        assertThat(links(second)).containsExactly("Nine hundred herons breed on Gull Island.");
        assertThat(links(first)).isEmpty();
    }

    private void anew(long version, String claim) {
        database.run("delete from fact_check where article_version_id = " + version);
        versions.age(version);
        check(version, claim);
    }

    private void check(long version, String claim) {
        database.run("insert into fact_check (article_version_id, position, claim) values (%d, 0, '%s')"
                .formatted(version, claim));
    }

    private List<String> links(long version) {
        return database.texts("""
                select c.text from fact_check_link l join claim c on c.id = l.claim_id
                join fact_check f on f.id = l.fact_check_id
                where f.article_version_id = %d order by c.id""".formatted(version));
    }
}
