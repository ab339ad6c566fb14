package org.claimwatch.web.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.common.claim.Claim;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.review.Review;
import org.claimwatch.web.review.Verdict;
import org.claimwatch.web.security.Account;
import org.claimwatch.web.security.Team;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.AsNoor;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ReviewExportTest {
    private static final Path SCORER = Path.of("../../shared/score/statements.py");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARTICLE = "sad-0914-correction";
    private static boolean reviewed;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    private GoldArticle gold;
    private String url;

    /**
     * All accepted but the last three: one corrected in every way, one rejected and that undone, the last accepted first and
     * rejected later.
     */
    @BeforeEach
    void review() {
        gold = press.gold().articles().stream()
                .filter(a -> a.id().equals(ARTICLE))
                .findFirst()
                .orElseThrow();
        url = gold.url();
        if (reviewed) {
            return;
        }
        reviewed = true;
        desk.make("river-desk", "Reviews to export", "ceasefire", Instant.now(), "ben@river.example");
        desk.in("river-desk", () -> {
            Team team = entities.getReference(Team.class, desk.teamId("river-desk"));
            Account account = entities.createQuery("from Account where subject = 'member-of-river-desk'", Account.class)
                    .getSingleResult();
            List<Statement> statements = entities.createQuery(
                            "from Statement s where s.articleVersion.article.id = ?1 order by s.ordinal",
                            Statement.class)
                    .setParameter(1, press.article(ARTICLE))
                    .getResultList();
            Instant now = Instant.now();
            int last = statements.size() - 1;
            for (int i = 0; i <= last; i++) {
                Verdict verdict =
                        i == last - 2 ? Verdict.CORRECTED : i == last - 1 ? Verdict.REJECTED : Verdict.ACCEPTED;
                var review = new Review(team, account, statements.get(i), verdict, null, now);
                if (verdict == Verdict.CORRECTED) {
                    review.correctedStart = review.contentStart + 1;
                    review.correctedEnd = review.contentEnd;
                    review.correctedSpeaker = "Nadia Ferrow";
                    review.correctedTarget = "Kareth";
                    review.correctedPolarity = Polarity.AGAINST;
                    review.correctedClaim = entities.getReference(Claim.class, press.claim("cf-obs-both"));
                }
                if (verdict == Verdict.REJECTED) {
                    review.undoneAt = now;
                }
                entities.persist(review);
            }
            entities.persist(
                    new Review(team, account, statements.get(last), Verdict.REJECTED, "no", now.plusSeconds(1)));
            return last;
        });
    }

    @Test
    @AsBen
    void holds_what_was_accepted_as_the_gold_has_it() throws Exception {
        JsonNode article = exported();
        assertThat(article.get("text").asText()).isEqualTo(gold.text());
        assertThat(article.get("outlet").get("name").asText())
                .isEqualTo(gold.outlet().name());
        int accepted = gold.statements().size() - 3;
        assertThat(accepted).isPositive();
        assertThat(article.get("statements")).hasSize(accepted + 1);
        for (int i = 0; i < accepted; i++) {
            JsonNode statement = article.get("statements").get(i);
            var wanted = gold.statements().get(i);
            assertThat(statement.get("content")).isEqualTo(JSON.valueToTree(wanted.content()));
            assertThat(statement.get("cue")).isEqualTo(JSON.valueToTree(wanted.cue()));
            assertThat(statement.get("form").asText()).isEqualTo(wanted.form());
            assertThat(statement.get("chain")).isEqualTo(JSON.valueToTree(wanted.chain()));
            assertThat(statement.get("speaker")).isEqualTo(JSON.valueToTree(wanted.speaker()));
            assertThat(statement.get("claim").isNull()).isEqualTo(wanted.claim() == null);
        }
    }

    @Test
    @AsBen
    void holds_what_was_corrected_as_it_ought_to_be_read() throws Exception {
        var read = gold.statements().get(gold.statements().size() - 3);
        JsonNode corrected = exported().get("statements").get(gold.statements().size() - 3);
        assertThat(corrected.get("verdict").asText()).isEqualTo("CORRECTED");
        assertThat(corrected.get("content"))
                .isEqualTo(JSON.valueToTree(List.of(List.of(
                        read.content().getFirst().getFirst() + 1,
                        read.content().getLast().getLast()))));
        assertThat(corrected.get("speaker").get("name").asText()).isEqualTo("Nadia Ferrow");
        assertThat(corrected.get("speaker").get("kind").asText()).isEqualTo("PERSON");
        assertThat(corrected.get("chain").get(0).get("name").asText()).isEqualTo("Nadia Ferrow");
        assertThat(corrected.get("stances"))
                .contains(JSON.valueToTree(Map.of("target", "Kareth", "polarity", "AGAINST")));
        assertThat(corrected.get("claim").asText()).isEqualTo("c" + press.claim("cf-obs-both"));
        assertThat(corrected.get("cue")).isEqualTo(JSON.valueToTree(read.cue()));
    }

    @Test
    @AsBen
    void keeps_apart_what_the_machine_misread_and_leaves_out_what_was_undone() throws Exception {
        JsonNode article = exported();
        var read = gold.statements().get(gold.statements().size() - 3);
        assertThat(article.get("corrected")).hasSize(1);
        assertThat(article.get("corrected").get(0).get("speaker")).isEqualTo(JSON.valueToTree(read.speaker()));
        assertThat(article.get("rejected")).hasSize(1);
        assertThat(article.get("rejected").get(0).get("comment").asText()).isEqualTo("no");
    }

    @Test
    @AsBen
    void scores_whole_against_itself(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(SCORER), "no scorers beside the project");
        Path set = Files.createDirectory(folder.resolve("set"));
        Path file = Files.writeString(set.resolve("articles.jsonl"), export());
        Files.writeString(set.resolve("claims.jsonl"), "");
        Process scorer = new ProcessBuilder(
                        "python3", SCORER.toString(), "--gold", set.toString(), "--pred", file.toString(), "--json")
                .redirectErrorStream(true)
                .start();
        String scores = new String(scorer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(scorer.waitFor()).as(scores).isZero();
        for (String measure : List.of("statement F1", "speaker accuracy", "chain accuracy", "form accuracy")) {
            assertThat(scores).containsPattern("\"" + measure + "\": *(?:\\{\"value\": *|\\[)?1\\.0");
        }
    }

    @Test
    @AsNoor
    void another_team_gets_none_of_it() {
        assertThat(given().get("/teams/river-desk/reviews.jsonl").statusCode()).isEqualTo(404);
        assertThat(given().get("/teams/health-desk/reviews.jsonl").asString()).doesNotContain(url);
    }

    private JsonNode exported() throws Exception {
        List<JsonNode> found = new ArrayList<>();
        for (String line : export().lines().toList()) {
            JsonNode article = JSON.readTree(line);
            if (article.get("url").asText().equals(url)) {
                found.add(article);
            }
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String export() {
        var response = given().get("/teams/river-desk/reviews.jsonl");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString();
    }
}
