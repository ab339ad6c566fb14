package org.claimwatch.web.today;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the machine doubts is shown pale where one looks for it, and makes no headline. */
@QuarkusTest
@AsBen
class DoubtTest {
    private static final String WORDS = "The moon over Kessa is made of cheese";

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> held = new ArrayList<>();

    @AfterEach
    void remove() {
        held.forEach(stranger::remove);
    }

    private Stranger.Rows put(float confidence) {
        press.gold();
        held.add(stranger.put(
                held.isEmpty() ? WORDS : WORDS + " " + held.size(),
                "http://moon.example/" + held.size(),
                confidence,
                Instant.parse("2025-09-17T16:00:00Z")));
        return held.getLast();
    }

    @Test
    void a_doubtful_claim_is_no_news() {
        var rows = put(0.6f);
        assertThat(newClaims()).doesNotContain(WORDS);
        assertThat(given().get("/claims/" + rows.claim()).asString())
                .contains("class=\"statement doubtful\"", ">doubtful<", "0.60 of 1");
    }

    @Test
    void a_likely_one_is() {
        var rows = put(0.7f);
        int total = total(newClaims());
        stranger.remove(rows);
        assertThat(total(newClaims())).isEqualTo(total - 1);
    }

    @Test
    void a_claim_that_is_doubted_altogether_says_so_where_its_numbers_stand() {
        var rows = put(0.6f);
        assertThat(given().get("/claims/" + rows.claim()).asString())
                .contains(
                        "no outlet for certain; 1 doubtful reading in 1 outlet",
                        "No outlet had it for certain: the machine doubts its one reading, in 1 outlet",
                        "The machine doubts every reading of this claim",
                        "Every reading drawn here is doubtful.",
                        "<span class=\"total\">0 and 1 doubtful</span>")
                .doesNotContain("0 outlets", "0 independent origins", "had it first,");
    }

    @Test
    void it_stands_last_in_every_list() {
        put(0.6f);
        for (String order : List.of("worth", "recent", "outlets")) {
            List<String> lines = given().get("/claims.csv?period=all&order=" + order)
                    .asString()
                    .lines()
                    .toList();
            assertThat(lines.getLast()).as(order).contains(WORDS);
            assertThat(lines.get(lines.size() - 2)).as(order).doesNotContain(WORDS);
        }
    }

    /** The reading or that it is of this claim may be what is doubted: numbers, marks and export leave out both. */
    @Test
    void numbers_timeline_and_export_follow_one_rule() {
        long claim = put(0.95f).claim();
        makeIt(claim, put(0.6f), 0.95f);
        makeIt(claim, put(0.95f), 0.6f);
        String page = given().get("/claims/" + claim).asString();
        assertThat(page)
                .contains(">1 outlet<", ">1 independent origin<", "2 doubtful readings, in 2 outlets more")
                .contains("; 2 outlets more by doubtful readings alone", "pale: doubtful, counted nowhere")
                .contains(">doubtful whether of this claim<", " 2 doubtful readings left out.");
        String timeline = page.substring(page.indexOf("id=\"timeline\""), page.indexOf("id=\"chains\""));
        assertThat(timeline.split("class=\"mark ")).hasSize(4);
        assertThat(timeline.split("class=\"mark [^\"]*pale")).hasSize(3);
        assertThat(timeline.split("<text class=\"small\" x=\"0\"[^>]*>doubtful<"))
                .hasSize(3);
        String row = given().get("/claims.csv?period=all")
                .asString()
                .lines()
                .filter(line -> line.startsWith(claim + ","))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains(",en,0.9,1,0,1,1,2,2,2025");
    }

    private void makeIt(long claim, Stranger.Rows other, float ofClaim) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        update claim_statement set claim_id = :claim, confidence = :of_claim where statement_id in
                          (select s.id from statement s join article_version v on v.id = s.article_version_id
                           where v.article_id = :article)""")
                        .setParameter("claim", claim)
                        .setParameter("of_claim", ofClaim)
                        .setParameter("article", other.article())
                        .executeUpdate());
    }

    private static String newClaims() {
        String page = given().get("/").asString();
        return page.substring(page.indexOf("id=\"new-claims\""), page.indexOf("id=\"moving\""));
    }

    private static int total(String block) {
        return Integer.parseInt(block.replaceFirst("(?s).*?class=\"total\"[^>]*>(\\d+)<.*", "$1"));
    }
}
