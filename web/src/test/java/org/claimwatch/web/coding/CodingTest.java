package org.claimwatch.web.coding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.coding.CodingRounds.Passage;
import org.claimwatch.web.coding.CodingRounds.Round;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.SignIn;
import org.claimwatch.web.security.SignIn.Identity;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.Test;

/** Two coders, neither of whom sees the other's readings before both are through. */
@QuarkusTest
class CodingTest {
    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    SignIn signIn;

    @Inject
    CodingRounds rounds;

    @Inject
    Rows rows;

    @Test
    @AsAda
    void what_somebody_coded_is_not_read_in_the_audit_log() {
        press.gold();
        String page = Forms.postAndFollow("/teams/river-desk/coding", Map.of("name", "Blind to all", "size", 2));
        long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        long item = desk.in(
                "river-desk",
                () -> rounds.next(id, account("ada")).orElseThrow().id());
        Forms.postAndFollow(
                page, Map.of("item", item, "form", "MIXED", "speaker", "Ada’s own word", "polarity", "AGAINST"));
        for (String log : List.of("/teams/river-desk/audit", "/api/v1/teams/river-desk/audit")) {
            assertThat(given().queryParam("what", "coding").get(log).asString())
                    .contains(String.valueOf(item))
                    .doesNotContain("MIXED", "Ada’s own word", "AGAINST");
        }
    }

    @Test
    @AsBen
    void is_blind_until_both_are_through_and_then_says_how_far_they_agree() {
        press.gold();
        String page = Forms.postAndFollow("/teams/river-desk/coding", Map.of("name", "First round", "size", 6));
        long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        Viewer cleo = signIn.viewer(
                new Identity("cleo", "Cleo", null, null, Groups.of(List.of("/teams/river-desk/analyst"))));
        Member member = cleo.in("river-desk").orElseThrow();
        for (int i = 0; i < 6; i++) {
            String form = i == 0 ? "MIXED" : i % 2 == 0 ? "DIRECT" : "INDIRECT";
            desk.in("river-desk", () -> {
                Passage next = rounds.next(id, cleo.accountId()).orElseThrow();
                return rounds.code(
                        member,
                        id,
                        next.id(),
                        cleo.accountId(),
                        new Answer(form, "  Cleo’s  Speaker ", "AGAINST", null, null, null));
            });
        }
        assertThat(given().get(page).asString())
                .as("one is through, the other has not begun")
                .contains("Cleo: 6", "It is shown once you are through")
                .doesNotContain("Cleo’s");
        var blind = given().get("/api/v1" + page).jsonPath();
        assertThat(blind.getList("coders.name")).containsExactly("Cleo");
        assertThat(blind.getBoolean("through")).isFalse();
        assertThat(blind.getList("agreements")).isEmpty();
        for (int i = 0; i < 6; i++) {
            long item = desk.in(
                    "river-desk", () -> rounds.next(id, ben()).orElseThrow().id());
            isNext(page, item, i);
            Forms.postAndFollow(
                    page,
                    Map.of(
                            "item",
                            item,
                            "form",
                            i % 2 == 0 ? "DIRECT" : "INDIRECT",
                            "speaker",
                            "cleo’s speaker",
                            "polarity",
                            i == 5 ? "FAVOR" : "AGAINST"));
            assertThat(given().get(page).asString().contains("95 % interval")).isEqualTo(i == 5);
            assertThat(given().get("/api/v1" + page + "/readings").jsonPath().getInt("total"))
                    .isEqualTo(i == 5 ? 6 : 0);
        }
        Round round = desk.in(
                "river-desk", () -> rounds.one(member, cleo.accountId(), id).orElseThrow());
        var fields = desk.in("river-desk", () -> rounds.agreements(round));
        assertThat(fields)
                .extracting(CodingRounds.Agreement::field)
                .containsExactly("form", "speaker", "stance", "span", "claim");
        double form = Alpha.of(List.of(
                        List.of("MIXED", "DIRECT"),
                        List.of("INDIRECT", "INDIRECT"),
                        List.of("DIRECT", "DIRECT"),
                        List.of("INDIRECT", "INDIRECT"),
                        List.of("DIRECT", "DIRECT"),
                        List.of("INDIRECT", "INDIRECT")))
                .value();
        assertThat(fields.getFirst().all().value()).isCloseTo(form, within(1e-9));
        assertThat(fields.get(1).all().defined()).as("all name one speaker").isFalse();
        assertThat(fields.getFirst().byCoder()).hasSize(2);
        assertThat(given().get(page).asString()).contains("<td>%.3f</td>".formatted(form), "<td>not defined</td>");
        var told = given().get("/api/v1" + page).jsonPath();
        assertThat(told.getLong("round.mine")).isEqualTo(6);
        assertThat(given().get("/api/v1" + page + "/next").jsonPath().getString("next"))
                .isNull();
        assertThat(told.getBoolean("through")).isTrue();
        assertThat(told.getList("agreements.field")).containsExactly("form", "speaker", "stance", "span", "claim");
        assertThat(told.getDouble("agreements[0].all.value")).isCloseTo(form, within(1e-6));
        assertThat(told.getList("agreements[0].byCoder.coder")).containsExactly("Ben", "Cleo");
        assertThat(told.getList("agreements.all.units")).containsExactly(6, 6, 6, 0, 0);
        assertThat(told.getString("agreements[1].all.value")).isNull();
        assertThat(Forms.post(page, Map.of("item", 1, "form", "DIRECT", "polarity", "NONE"))
                        .statusCode())
                .as("without a speaker")
                .isEqualTo(422);
    }

    /** A program is shown the passage that the page asks about, and the claims it offers. */
    private static void isNext(String page, long item, int done) {
        var told = given().get("/api/v1" + page + "/next").jsonPath();
        assertThat(told.getLong("next.id")).isEqualTo(item);
        assertThat(told.getInt("mine")).isEqualTo(done);
        assertThat(new TextSpan(told.getInt("next.span.start"), told.getInt("next.span.end"))
                        .cut(told.getString("next.text")))
                .isEqualTo(told.getString("next.words"));
        assertThat(told.<Integer>getList("next.claims.id").stream()
                        .map(String::valueOf)
                        .toList())
                .isEqualTo(Pattern.compile("name=\"claim\" value=\"(\\d+)\"")
                        .matcher(given().get(page).asString())
                        .results()
                        .map(radio -> radio.group(1))
                        .toList());
    }

    private long ben() {
        return account("ben");
    }

    private long account(String name) {
        return rows.number("select id from account where subject = :subject", Map.of("subject", "subject-of-" + name));
    }
}
