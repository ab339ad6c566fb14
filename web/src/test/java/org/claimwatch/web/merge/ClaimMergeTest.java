package org.claimwatch.web.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsEmil;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.ToldRelation;
import org.claimwatch.web.support.ToldRelation.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's word on what is claimed stands above the machine's, outlives its next reading, and can be taken back whole. */
@QuarkusTest
class ClaimMergeTest {
    private static final String MERGES = Decisions.MERGES;

    @Inject
    Press press;

    @Inject
    Database database;

    @Inject
    Decisions decisions;

    @Inject
    ToldRelation relation;

    private String before;
    private long claim;
    private long otherClaim;

    /** The two that are made most. */
    @BeforeEach
    void press() {
        press.gold();
        before = decisions.everything();
        List<Long> most =
                database.numbers("select claim_id from claim_statement group by 1 order by count(*) desc, 1 limit 2");
        claim = most.get(0);
        otherClaim = most.get(1);
    }

    @AfterEach
    void nothing_of_it_stays() {
        decisions.takeAllBack();
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
        for (String below : List.of("?limit=5", "/course?limit=5", "/replaced", "/decisions", "/fact-checks?limit=5")) {
            assertThat(led("/api/v1/claims/0" + otherClaim + below)).endsWith("/api/v1/claims/" + claim + below);
        }
        for (String list : List.of("/api/v1/statements", "/api/v1/teams/river-desk/fact-checks")) {
            assertThat(URI.create(led("%s?claim=%d&limit=5".formatted(list, otherClaim))))
                    .hasPath(list)
                    .hasParameter("claim", Long.toString(claim))
                    .hasParameter("limit", "5");
        }
        var decided =
                given().get("/api/v1/claims/%d/decisions".formatted(claim)).jsonPath();
        assertThat(decided.getList("items.from.id", Long.class)).containsExactly(otherClaim);
        assertThat(decided.getList("items.opposite")).containsExactly(true);
        assertThat(decided.getList("items.by")).containsExactly("Emil");
        decisions.readAnew(before);
        assertThat(made(claim, "DENIES")).isEqualTo(denies);
        decisions.undo("claims");
        assertThat(decisions.everything()).isEqualTo(before);
        assertThat(given().get("/api/v1/claims/%d/decisions".formatted(otherClaim))
                        .jsonPath()
                        .getList("items"))
                .as("two again, and as on the page nothing of it is left")
                .isEmpty();
    }

    /** Where a program is led to, for as long as the merge stands. */
    private static String led(String address) {
        var answer = given().urlEncodingEnabled(false).redirects().follow(false).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(307);
        return answer.header("Location");
    }

    @Test
    @AsEmil
    void statements_that_say_something_else_are_split_off_whatever_is_read_later() {
        List<Long> statements = database.numbers(
                "select statement_id from claim_statement where claim_id = %d order by 1".formatted(claim));
        long all = statements.size();
        String made = Forms.postAndFollow(
                MERGES + "/claims/" + claim + "/split",
                Map.of("statement", statements.subList(0, 1), "text", "Something else was said."));
        long split = Long.parseLong(made.replace("/claims/", ""));
        long taken = database.number("select count(*) from claim_statement where claim_id = " + split);
        assertThat(taken).isOne();
        assertThat(database.number("select count(*) from claim_statement where claim_id = " + claim))
                .isEqualTo(all - taken);
        assertThat(given().get(made).asString()).contains("Something else was said.", "in 1 statement is");
        assertThat(given().get("/search?period=all&q=claim:\"something else\"").asString())
                .contains("<b>1</b>");
        decisions.readAnew(before);
        database.run("""
                update claim_statement set claim_id = %d, read_claim_id = null, read_polarity = null where statement_id = %d
                """.formatted(otherClaim, statements.getFirst()));
        database.run("select settle_version(article_version_id) from statement where id = " + statements.getFirst());
        assertThat(database.numbers(
                        "select claim_id from claim_statement where statement_id = " + statements.getFirst()))
                .as("the machine took it for a third claim")
                .containsExactly(split);
        database.run("""
                update claim_statement set read_claim_id = %d where statement_id = %d
                """.formatted(claim, statements.getFirst()));
        decisions.undo("claims");
        assertThat(decisions.everything()).isEqualTo(before);
    }

    @Test
    @AsEmil
    void a_chain_of_merges_opens_link_by_link() {
        long third = database.numbers(
                        "select claim_id from claim_statement group by 1 order by count(*) desc, 1 limit 3")
                .getLast();
        Forms.postAndFollow(MERGES + "/claims/" + third + "/merge", Map.of("into", otherClaim));
        String middle = decisions.everything();
        Forms.postAndFollow(MERGES + "/claims/" + otherClaim + "/merge", Map.of("into", claim));
        assertThat(given().redirects().follow(false).get("/claims/" + third).header("Location"))
                .endsWith("/claims/" + claim);
        assertThat(database.numbers(
                        "select count(*) from claim_statement where claim_id in (%d, %d)".formatted(third, otherClaim)))
                .containsExactly(0L);
        decisions.undo("claims");
        assertThat(decisions.everything()).isEqualTo(middle);
    }

    @Test
    @AsEmil
    void what_tells_that_a_claim_supports_another_is_shown_at_the_one_that_stays_and_comes_back() {
        Told told = relation.put();
        try {
            assertThat(evidence(told.from())).containsExactly(told.to() + " " + told.words());
            Forms.postAndFollow(MERGES + "/claims/" + told.from() + "/merge", Map.of("into", claim));
            assertThat(evidence(claim)).as("as the one that tells").containsExactly(told.to() + " " + told.words());
            assertThat(evidence(told.to())).containsExactly(claim + " " + told.words());
            Forms.postAndFollow(MERGES + "/claims/" + told.to() + "/merge", Map.of("into", otherClaim));
            assertThat(evidence(otherClaim)).as("as the one told of").containsExactly(claim + " " + told.words());
            assertThat(evidence(claim)).containsExactly(otherClaim + " " + told.words());
            assertThat(given().get("/claims/" + otherClaim).asString())
                    .contains("#statement-" + told.statement(), "Supports this");

            decisions.undo("claims");
            assertThat(evidence(otherClaim)).isEmpty();
            assertThat(evidence(told.to())).containsExactly(claim + " " + told.words());
            decisions.undo("claims");
            assertThat(evidence(claim)).isEmpty();
            assertThat(evidence(told.from())).containsExactly(told.to() + " " + told.words());
            assertThat(evidence(told.to())).containsExactly(told.from() + " " + told.words());
            assertThat(decisions.everything()).isEqualTo(before);
        } finally {
            relation.clear(told);
        }
    }

    @Test
    @AsEmil
    void a_claim_that_merges_with_the_one_that_it_supports_does_not_support_itself() {
        Told told = relation.put();
        try {
            Forms.postAndFollow(MERGES + "/claims/" + told.from() + "/merge", Map.of("into", told.to()));
            assertThat(evidence(told.to())).isEmpty();
            decisions.undo("claims");
            assertThat(evidence(told.to())).containsExactly(told.from() + " " + told.words());
        } finally {
            relation.clear(told);
        }
    }

    @Test
    @AsEmil
    void what_supports_a_claim_does_not_support_its_opposite() {
        Told told = relation.put();
        try {
            Forms.postAndFollow(MERGES + "/claims/" + told.to() + "/merge", Map.of("opposite", claim));
            assertThat(evidence(claim)).isEmpty();
            assertThat(evidence(told.from())).isEmpty();
            decisions.undo("claims");
            assertThat(evidence(told.from())).containsExactly(told.to() + " " + told.words());
        } finally {
            relation.clear(told);
        }
    }

    /** The other claim of each relation that is told in so many words, and the words. */
    private static List<String> evidence(long claim) {
        List<Map<String, Object>> told =
                given().get("/api/v1/claims/" + claim).jsonPath().getList("related.evidence.flatten()");
        return told.stream()
                .map(words -> words.get("claim") + " " + words.get("words"))
                .toList();
    }

    private long made(long of, String polarity) {
        return database.number(
                "select count(*) from claim_statement where claim_id = %d and polarity = '%s'".formatted(of, polarity));
    }
}
