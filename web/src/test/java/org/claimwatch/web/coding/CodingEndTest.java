package org.claimwatch.web.coding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.claimwatch.web.coding.CodingRounds.Agreement;
import org.claimwatch.web.coding.CodingRounds.Passage;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.security.Groups;
import org.claimwatch.web.security.Member;
import org.claimwatch.web.security.SignIn;
import org.claimwatch.web.security.SignIn.Identity;
import org.claimwatch.web.security.Viewer;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a round ends: who is through sees what the others read, whoever stops or comes late hides nothing, and closing ends it. */
@QuarkusTest
@AsBen
class CodingEndTest {
    private static final int SIZE = 4;

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

    private String page;
    private long id;

    @BeforeEach
    void draw() {
        press.gold();
        page = Forms.postAndFollow(
                "/teams/river-desk/coding", Map.of("name", "Ends " + System.nanoTime(), "size", SIZE));
        id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    @Test
    void whoever_stops_half_way_hides_nothing_and_is_not_counted() {
        code("carl", SIZE, "DIRECT", 0);
        code("dora", 1, "MIXED", 0);
        assertThat(given().get(page).asString())
                .as("Ben is not to be led")
                .contains("It is shown once you are through")
                .doesNotContain("95 % interval", "What each read");
        assertThat(readings("").getInt("total")).as("nor by a program").isZero();
        assertThat(readings("").getList("items")).isEmpty();
        codeAsBen("INDIRECT");
        assertThat(given().get(page).asString()).contains("95 % interval", "What each read", "Dora: 1");
        var told = given().get("/api/v1" + page).jsonPath();
        assertThat(told.getBoolean("through")).isTrue();
        assertThat(told.getString("round.closed")).isNull();
        assertThat(told.getList("agreements.field")).containsExactly("form", "speaker", "stance", "span", "claim");
        assertThat(told.getList("agreements[0].byCoder.coder")).containsExactly("Ben", "Carl");
        assertThat(readings("").getInt("total")).isEqualTo(SIZE);
        assertThat(readings("").<List<String>>getList("items.readings.coder"))
                .as("who stopped is left out, and the machine has no name")
                .allSatisfy(coders -> assertThat(coders).containsExactly("Ben", "Carl", null));
        code("emil-who-is-late", 1, "MIXED", 0);
        assertThat(given().get(page).asString()).as("a latecomer hides nothing").contains("95 % interval");
    }

    @Test
    void a_closed_round_is_coded_no_more_and_shows_what_those_read_who_are_through() {
        code("carl", SIZE, "DIRECT", 0);
        code("dora", SIZE, "DIRECT", 0);
        assertThat(given().get(page).asString()).contains("Close it").doesNotContain("95 % interval");
        long item = next("ben").id();
        assertThat(Forms.postAndFollow(page + "/close", Map.of())).isEqualTo(page);
        assertThat(given().get(page).asString())
                .contains("95 % interval", "What each read", "closed")
                .doesNotContain("Close it", "Save and go on");
        Forms.postAndFollow(page, Map.of("item", item, "form", "MIXED", "speaker", "Too late", "polarity", "NONE"));
        assertThat(given().get(page).asString()).doesNotContain("Too late", "Ben: 1");
        assertThat(given().get("/api/v1" + page).jsonPath().getString("round.closed"))
                .isNotNull();
        assertThat(given().get("/teams/river-desk/coding").asString()).contains("<span>closed</span>");
    }

    @Test
    void closed_before_two_are_through_it_says_so() {
        code("carl", SIZE, "DIRECT", 0);
        Forms.postAndFollow(page + "/close", Map.of());
        assertThat(given().get(page).asString())
                .contains("It was closed before two were through.")
                .doesNotContain("Carl’s");
    }

    @Test
    void what_each_read_stands_beside_what_the_machine_reads_and_differences_come_first() {
        code("carl", SIZE, "DIRECT", 0);
        code("dora", SIZE - 1, "DIRECT", 0);
        Member member = code("dora", 1, "DIRECT", 1);
        Forms.postAndFollow(page + "/close", Map.of());
        String html = given().get(page).asString();
        assertThat(html).containsSubsequence("the coders differ on: words", "the coders agree", "the coders agree");
        assertThat(html.split("<article class=\"coded\">", -1)).hasSize(SIZE + 1);
        assertThat(html.split("</span> <bdi>machine</bdi>", -1))
                .as("the machine, once for each")
                .hasSize(SIZE + 1);
        assertThat(html).contains("<bdi>Carl</bdi>", "<bdi>Dora</bdi>", "the passage");
        programs_are_told_the_same(html);
        List<Agreement> agreements = desk.in(
                "river-desk",
                () -> rounds.agreements(rounds.one(member, account("carl"), id).orElseThrow()));
        double span = Alpha.of(List.of(List.of("a", "a"), List.of("b", "b"), List.of("c", "c"), List.of("d", "e")))
                .value();
        assertThat(agreements.get(3).field()).isEqualTo("span");
        assertThat(agreements.get(3).all().value()).isEqualTo(span);
        assertThat(agreements.get(4).all().defined()).as("all say none").isFalse();
        assertThat(agreements.get(4).all().units()).isEqualTo(SIZE);
    }

    /** Dora’s last reading ends one character before the passage does. */
    private void programs_are_told_the_same(String html) {
        JsonPath first = readings("?limit=3");
        assertThat(first.getInt("total")).isEqualTo(SIZE);
        List<Map<String, Object>> passages = new ArrayList<>(first.getList("items"));
        passages.addAll(given().get(first.getString("links.next")).jsonPath().<Map<String, Object>>getList("items"));
        assertThat(passages)
                .extracting(passage -> passage.get("href"))
                .isEqualTo(Pattern.compile("<article class=\"coded\">\\s*<h3><a href=\"([^\"]+)\"")
                        .matcher(html)
                        .results()
                        .map(link -> link.group(1))
                        .toList());
        assertThat(passages)
                .extracting(passage -> passage.get("differ"))
                .containsExactly(List.of("span"), List.of(), List.of(), List.of());
        assertThat(first.getList("items[0].readings.coder")).containsExactly("Carl", "Dora", null);
        assertThat(first.getList("items[0].readings.form").subList(0, 2)).containsExactly("direct", "direct");
        assertThat(first.getList("items[0].readings.noClaim").subList(0, 2)).containsExactly(true, true);
        assertThat(first.getInt("items[0].readings[1].span.end"))
                .isEqualTo(first.getInt("items[0].span.end") - 1)
                .isEqualTo(first.getInt("items[0].readings[0].span.end") - 1);
        assertThat(first.getString("items[0].words")).startsWith(first.getString("items[0].readings[1].words"));
        assertThat(given().get("/api/v1" + page + "/readings?after=x").statusCode())
                .isEqualTo(400);
    }

    private JsonPath readings(String asked) {
        return given().get("/api/v1" + page + "/readings" + asked).jsonPath();
    }

    @Test
    void the_target_is_named_where_the_machine_read_one_and_its_side_is_not() {
        long asked = desk.in("river-desk", () -> rows.number("""
                        select count(*) from coding_item i
                        join statement s on s.article_version_id = i.article_version_id
                          and i.content_start = (select min(span_start) from statement_content_span where statement_id = s.id)
                          and i.content_end = (select max(span_end) from statement_content_span where statement_id = s.id)
                        where i.round_id = :round
                          and i.target is distinct from (select t.target from stance t where t.statement_id = s.id
                                                         order by t.confidence desc, t.id limit 1)""", Map.of("round", id)));
        assertThat(asked).isZero();
        Passage next = next("ben");
        String html = given().get(page).asString();
        assertThat(html).contains(next.target() == null ? "stance toward what it is about" : "stance toward <q");
        assertThat(html).contains("name=\"start\"", "none of these").doesNotContain("checked");
    }

    private Passage next(String name) {
        long account = account(name);
        return desk.in("river-desk", () -> rounds.next(id, account).orElseThrow());
    }

    private void codeAsBen(String form) {
        for (int i = 0; i < SIZE; i++) {
            Passage next = next("ben");
            Forms.postAndFollow(
                    page,
                    Map.of(
                            "item",
                            next.id(),
                            "form",
                            form,
                            "speaker",
                            "Somebody",
                            "polarity",
                            "NONE",
                            "start",
                            next.contentStart(),
                            "end",
                            next.contentEnd(),
                            "claim",
                            "NONE"));
        }
    }

    /** As many as that, each of whose ends lies so much earlier than the passage's. */
    private Member code(String name, int count, String form, int earlier) {
        Viewer viewer = signIn.viewer(new Identity(
                "subject-of-" + name,
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                null,
                null,
                Groups.of(List.of("/teams/river-desk/analyst"))));
        Member member = viewer.in("river-desk").orElseThrow();
        for (int i = 0; i < count; i++) {
            desk.in("river-desk", () -> {
                Passage next = rounds.next(id, viewer.accountId()).orElseThrow();
                return rounds.code(
                        member,
                        id,
                        next.id(),
                        viewer.accountId(),
                        new Answer(
                                form,
                                "Somebody",
                                "NONE",
                                next.contentStart(),
                                next.contentEnd() - earlier,
                                Answer.NONE));
            });
        }
        return member;
    }

    private long account(String name) {
        return rows.number("select id from account where subject = :subject", Map.of("subject", "subject-of-" + name));
    }
}
