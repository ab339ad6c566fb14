package org.claimwatch.web.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.claimwatch.common.statement.AttributionHop;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewTest {
    @Inject
    Press press;

    @Inject
    EntityManager entities;

    private String article;
    private long statement;

    @BeforeEach
    void choose() {
        article = "/articles/" + press.article("cth-0911-half-point");
        statement = entities.createQuery("""
                        select s.id from Statement s
                        where s.articleVersion.article.id = :article and s.stances is empty
                          and not exists (select 1 from ClaimStatement cs where cs.statement = s)
                        order by s.ordinal
                        """, Long.class)
                .setParameter("article", press.article("cth-0911-half-point"))
                .setMaxResults(1)
                .getSingleResult();
    }

    @Test
    @AsBen
    void stands_beside_the_machines_reading_and_outlives_it() {
        assertThat(Forms.postAndFollow(
                        "/teams/river-desk/reviews",
                        Map.of(
                                "statement",
                                statement,
                                "verdict",
                                "REJECTED",
                                "comment",
                                "That is <i>not</i> what she said",
                                "back",
                                article)))
                .isEqualTo(article);
        assertThat(given().get(article).asString())
                .contains("rejected this reading", "That is &lt;i&gt;not&lt;/i&gt; what she said", "○</span> machine");
        assertThat(given().get("/teams/river-desk/reviews").asString()).contains("<b>Ben</b> rejected this reading");
        Statement again = QuarkusTransaction.requiringNew().call(this::replaced);
        assertThat(again.id).isNotEqualTo(statement);
        assertThat(given().get(article).asString())
                .as("found again by its evidence")
                .contains("rejected this reading");
    }

    /** As a new analysis does: the same reading in a new row. */
    private Statement replaced() {
        Statement old = entities.find(Statement.class, statement);
        var again = new Statement(old.articleVersion, 999, old.speakerName, old.speakerKind, old.form, old.content);
        again.speaker = old.speaker;
        again.contentSpans.addAll(old.contentSpans);
        again.confidence = old.confidence;
        old.chain.forEach(
                hop -> again.chain.add(new AttributionHop(again, hop.position, hop.kind, hop.name, hop.span)));
        int ordinal = old.ordinal;
        entities.remove(old);
        entities.flush();
        again.ordinal = ordinal;
        entities.persist(again);
        return again;
    }

    @Test
    @AsBen
    void leads_back_to_this_site_only() {
        assertThat(Forms.postAndFollow(
                        "/teams/river-desk/reviews",
                        Map.of("statement", statement, "verdict", "ACCEPTED", "back", "//evil.example/")))
                .isEqualTo("/teams/river-desk/reviews");
    }

    @Test
    @AsBen
    void needs_a_verdict_and_a_statement() {
        assertThat(Forms.post("/teams/river-desk/reviews", Map.of("statement", statement))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Forms.post("/teams/river-desk/reviews", Map.of("statement", -1, "verdict", "ACCEPTED"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @AsVera
    void a_viewer_is_offered_no_form() {
        assertThat(given().get(article).asString()).doesNotContain("Accept the reading");
    }

    @Test
    @AsNoor
    void another_team_sees_none_of_it() {
        assertThat(given().get(article).asString())
                .contains("Accept the reading")
                .doesNotContain("rejected this reading");
    }
}
