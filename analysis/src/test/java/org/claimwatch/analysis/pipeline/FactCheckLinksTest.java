package org.claimwatch.analysis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.outlet.Outlet;
import org.claimwatch.common.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** Fact-checks and claims find each other in a real database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FactCheckLinksTest {
    @Inject
    EntityManager entities;

    @Inject
    VersionAnalysis analysis;

    @Test
    void a_fact_check_finds_the_claims_that_are_there_and_those_that_come() {
        analysis.analyse(version("The mayor said that the lantern festival had cost the town 70 thousand crowns."));
        long check = version("We looked at the bills of the lantern festival.");
        check(check, "The lantern festival cost the town 70 thousand crowns.");
        analysis.analyse(check);
        assertThat(links(check)).containsExactly("The lantern festival had cost the town 70 thousand crowns.");

        analysis.analyse(version("“The lantern festival cost our town 70 thousand crowns,” Edda Moor said."));
        analysis.analyse(version("The mayor said that the lantern festival would be held in the town again."));
        assertThat(links(check)).allMatch(claim -> claim.contains("70 thousand crowns"));

        anew(check, "The town has 12 wells.");
        analysis.analyse(check);
        assertThat(links(check)).as("what is checked is something else now").isEmpty();
    }

    @Test
    void a_claim_that_comes_later_is_found_by_the_newest_version_of_a_fact_check_alone() {
        long first = version("We counted the herons.");
        check(first, "Nine hundred herons breed on Gull Island.");
        analysis.analyse(first);
        long second = QuarkusTransaction.requiringNew()
                .call(() ->
                        persist(entities.find(ArticleVersion.class, first).article, "We counted the herons again.", 2));
        check(second, "Nine hundred herons breed on Gull Island.");
        analysis.analyse(second);
        analysis.analyse(version("The warden said that nine hundred herons breed on Gull Island."));
        assertThat(links(second)).containsExactly("Nine hundred herons breed on Gull Island.");
        assertThat(links(first)).isEmpty();
    }

    private void anew(long version, String claim) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("delete from fact_check where article_version_id = :version")
                    .setParameter("version", version)
                    .executeUpdate();
            entities.find(ArticleVersion.class, version).analysisVersion = "an older one";
        });
        check(version, claim);
    }

    private void check(long version, String claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into fact_check (article_version_id, position, claim) values (:version, 0, :claim)")
                        .setParameter("version", version)
                        .setParameter("claim", claim)
                        .executeUpdate());
    }

    private List<String> links(long version) {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("""
                                select c.text from fact_check_link l join claim c on c.id = l.claim_id
                                join fact_check f on f.id = l.fact_check_id
                                where f.article_version_id = :version order by c.id""", String.class)
                        .setParameter("version", version)
                        .getResultList());
        return found.stream().map(Object::toString).toList();
    }

    private long version(String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Outlet outlet = new Outlet("Halyard", "http://" + UUID.randomUUID() + ".example/", Instant.now());
            entities.persist(outlet);
            Article article = new Article(outlet, outlet.homeUrl + "1", Instant.now());
            entities.persist(article);
            return persist(article, text, 1);
        });
    }

    private long persist(Article article, String text, int number) {
        ArticleVersion version = new ArticleVersion(article, number, "Checks", text, "hash" + number, Instant.now());
        version.language = "en";
        entities.persist(version);
        return Objects.requireNonNull(version.id);
    }
}
