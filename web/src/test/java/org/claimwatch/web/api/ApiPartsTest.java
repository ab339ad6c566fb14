package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Forms;
import org.junit.jupiter.api.Test;

/** What pages draw or ask, the API says in numbers, and they are the pages'. */
@QuarkusTest
@AsAda
class ApiPartsTest extends ApiDesk {
    private static JsonPath get(String address) {
        return given().urlEncodingEnabled(false).get(address).jsonPath();
    }

    private static Object of(Map<?, ?> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    @Test
    void a_claims_course_is_its_statements_with_their_origins() {
        long claim = press.claim("cf-obs-both");
        JsonPath facts = get("/api/v1/claims/" + claim);
        JsonPath course = get("/api/v1/claims/%d/course".formatted(claim));
        assertThat(course.getList("items")).hasSize(course.getInt("total"));
        for (String side : List.of("asserts", "denies")) {
            assertThat(course.getList("items.findAll { it.counts && it.side == '%s' }".formatted(side)))
                    .as(side)
                    .hasSize(facts.getInt("claim." + side));
        }
        Set<String> origins = course.<Map<String, Object>>getList("items").stream()
                .filter(step -> (boolean) of(step, "counts"))
                .map(step -> (String) of(step, "origin"))
                .collect(Collectors.toSet());
        assertThat(origins).hasSize(facts.getInt("claim.origins"));
        assertThat(new HashSet<>(course.<String>getList("items.findAll { it.counts }.outlet.name")))
                .hasSize(facts.getInt("claim.outlets"));
        assertThat(course.getString("items.find { it.counts }.outlet.name"))
                .isEqualTo(facts.getString("claim.firstOutlet"));
        List<Number> repeated = course.getList("items.findAll { it.repeats != null }.repeats");
        assertThat(course.<Number>getList("items.statement")).containsAll(repeated);
        assertThat(course.<List<String>>getList("items.chain"))
                .allSatisfy(chain -> assertThat(chain).hasSizeGreaterThan(1));
    }

    /** The words of every piece are where its span says, in the text of its version; both texts are whole. */
    @Test
    void an_articles_changes_can_be_cut_from_its_versions() {
        long article = press.article("hal-0909-kessa-shelling");
        JsonPath changes = get("/api/v1/articles/%d/changes".formatted(article));
        assertThat(changes.getInt("added") + changes.getInt("changed")).isPositive();
        Map<String, String> texts = Map.of(
                "before", text(article, changes.getInt("from.version")),
                "after", text(article, changes.getInt("to.version")));
        List<Map<String, Object>> pieces = changes.getList("text.pieces.flatten()");
        assertThat(pieces).extracting("in").contains("both", "after");
        for (Map<String, Object> piece : pieces) {
            int[] points = Objects.requireNonNull(texts.get(of(piece, "in").equals("before") ? "before" : "after"))
                    .codePoints()
                    .toArray();
            Map<?, ?> span = (Map<?, ?>) of(piece, "span");
            int start = (int) of(span, "start");
            assertThat(new String(points, start, (int) of(span, "end") - start).replaceAll("\\s+", " "))
                    .contains(of(piece, "words").toString().strip().replaceAll("\\s+", " "));
        }
        assertThat(changes.getList("text.findAll { it.kind == 'added' }")).hasSize(changes.getInt("added"));
        String page = given().get("/articles/%d/changes".formatted(article)).asString();
        for (Map<?, ?> cue : changes.<Map<?, ?>>getList("cues")) {
            assertThat(page).contains(of(cue, "after").toString());
        }
    }

    private static String text(long article, int version) {
        return get("/api/v1/articles/%d?version=%d".formatted(article, version)).getString("text");
    }

    @Test
    void an_archived_page_is_described_and_its_file_handed_out() {
        long article = press.article("hal-0909-kessa-shelling");
        JsonPath archived = get("/api/v1/articles/%d/versions/1/archived".formatted(article));
        assertThat(archived.getString("state")).isEqualTo("held");
        assertThat(archived.getString("fetched.sha256")).startsWith("0a0a");
        assertThat(archived.getLong("fetched.bytes")).isEqualTo(48213);
        assertThat(given().get(archived.getString("warc")).asByteArray())
                .isEqualTo(given().get("/articles/%d/versions/1/archived/warc".formatted(article))
                        .asByteArray())
                .isNotEmpty();
        long none = press.article("sad-0910-rubelin-deaths");
        JsonPath never = get("/api/v1/articles/%d/versions/1/archived".formatted(none));
        assertThat(never.getString("state")).isEqualTo("never archived");
        assertThat(given().get(never.getString("warc")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_facets_number_is_what_its_query_finds() {
        for (String as : List.of("statements", "articles", "claims")) {
            List<Map<String, Object>> values =
                    get("/api/v1/facets?period=all&q=ceasefire&as=" + as).getList("items");
            assertThat(values).extracting("facet").contains("speaker", "outlet", "month");
            for (Map<String, Object> value : values) {
                assertThat(given().queryParam("q", of(value, "q"))
                                .get("/api/v1/%s?period=all&limit=1".formatted(as))
                                .jsonPath()
                                .getInt("total"))
                        .as("%s as %s", value, as)
                        .isEqualTo(of(value, "count"));
            }
        }
    }

    @Test
    void an_actor_has_positions_affiliations_and_those_who_speak_about_it() {
        long actor = get("/api/v1/matrix?period=all").getLong("items[0].holder.id");
        JsonPath alone = get("/api/v1/actors/%d?period=all".formatted(actor));
        List<Map<String, Object>> statements =
                get("/api/v1/statements?period=all&limit=100&actor=" + actor).getList("items");
        assertThat(statements).hasSize(alone.getInt("said"));
        Map<String, Long> taken = statements.stream()
                .filter(statement -> (float) of(statement, "confidence") >= 0.7f)
                .flatMap(statement -> ((List<?>) of(statement, "stances")).stream())
                .map(stance -> (Map<?, ?>) stance)
                .filter(stance -> (float) of(stance, "confidence") >= 0.7f)
                .collect(Collectors.groupingBy(stance -> (String) of(stance, "target"), Collectors.counting()));
        assertThat(taken).isNotEmpty();
        assertThat(alone.<Map<String, Object>>getList("positions").stream()
                        .collect(Collectors.toMap(
                                position -> (String) of(position, "target"),
                                position -> (long) (int) of(position, "favour")
                                        + (int) of(position, "against")
                                        + (int) of(position, "neutral"))))
                .isEqualTo(taken);
        assertThat(get("/api/v1/actors/%d?period=all".formatted(press.actor("Nadia Ferrow")))
                        .getList("affiliations.statements", Integer.class))
                .isNotEmpty()
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    @Test
    void an_outlets_voices_share_its_statements() {
        long outlet = press.outlet("Sable Harbour Gazette");
        JsonPath alone = get("/api/v1/outlets/%d?period=all".formatted(outlet));
        List<Map<String, Object>> voices = alone.getList("voices");
        assertThat(voices).hasSizeBetween(2, 49);
        assertThat(voices.stream()
                        .mapToDouble(voice -> ((Number) of(voice, "share")).doubleValue())
                        .sum())
                .isBetween(0.999, 1.001);
        String page = given().get("/outlets/%d?period=all".formatted(outlet)).asString();
        assertThat(page).contains(of(voices.getFirst(), "name").toString());
        assertThat(page).contains("; %d voices in all.".formatted(alone.getInt("voicesTotal")));
        assertThat(get("/api/v1/outlets/%d/retention".formatted(outlet)).getString("outlet.name"))
                .isEqualTo("Sable Harbour Gazette");
    }

    @Test
    void what_waits_for_review_is_what_the_queues_page_asks() {
        JsonPath queue = get("/api/v1/teams/river-desk/reviews/queue");
        String page = given().get("/teams/river-desk/reviews/queue").asString();
        assertThat(queue.getLong("waiting")).isPositive();
        assertThat(page).contains("name=\"statement\" value=\"%d\"".formatted(queue.getLong("next.statement.id")));
        JsonPath basket = get("/api/v1/teams/river-desk/reviews/queue?of=basket");
        assertThat(given().get("/teams/river-desk/reviews/queue?of=basket").asString())
                .containsPattern("%d readings? of <a href=".formatted(basket.getLong("waiting")));
        long before = queue.getLong("next.statement.id");
        long today = queue.getLong("today");
        Forms.post("/teams/river-desk/reviews", Map.of("statement", before, "verdict", "ACCEPTED"));
        JsonPath after = get("/api/v1/teams/river-desk/reviews/queue");
        assertThat(after.getLong("today")).isEqualTo(today + 1);
        assertThat(after.getLong("next.statement.id")).isNotEqualTo(before);
    }

    @Test
    @AsVera
    void a_viewer_is_told_that_the_queue_is_for_analysts() {
        assertThat(given().get("/api/v1/teams/river-desk/reviews/queue").statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/v1/outlets/searches").statusCode()).isEqualTo(403);
    }

    @Test
    void a_monitors_rule_and_channels_are_told_but_for_secrets() {
        String monitor = "/teams/river-desk/%s/" + Objects.requireNonNull(made).monitor();
        String rule = "/api/v1" + monitor.formatted("monitors") + "/alert-rule";
        String page = monitor.formatted("alerts/of");
        assertThat(get(rule).getList("kinds")).isEmpty();
        Forms.post(page, Map.of("kinds", List.of("REVERSAL", "SPIKE"), "sensitivity", "HIGH", "active", "on"));
        Forms.post(
                page + "/channels",
                Map.of(
                        "kind",
                        "EMAIL",
                        "address",
                        "desk@river.example",
                        "zone",
                        "Asia/Amman",
                        "quietFrom",
                        "",
                        "quietTo",
                        ""));
        JsonPath told = get(rule);
        assertThat(told.getBoolean("active")).isTrue();
        assertThat(told.getList("kinds")).hasSize(2);
        assertThat(told.getString("sensitivity")).isEqualTo("high");
        assertThat(told.getString("feed")).startsWith("/alert-feeds/");
        assertThat(told.getList("channels.address")).containsExactly("desk@river.example");
        assertThat(told.getList("channels.zone")).containsExactly("Asia/Amman");
        assertThat(given().get(rule).asString()).doesNotContain("secret");
    }

    @Test
    void a_digests_preview_is_the_pages() {
        String digest = "/teams/river-desk/digests/%d"
                .formatted(Objects.requireNonNull(made).digest());
        JsonPath preview = get("/api/v1" + digest + "/preview");
        assertThat(preview.getString("text"))
                .isEqualTo(given().get(digest + "/preview/text").asString());
        assertThat(preview.getString("html"))
                .isEqualTo(given().get(digest + "/preview/html").asString());
        assertThat(preview.getLong("bytes")).isBetween(100L, 100_000L);
        JsonPath alone = get("/api/v1" + digest);
        assertThat(alone.getList("recipients.address")).containsExactly("c@river.example");
        assertThat(alone.getString("next")).isNotNull();
    }

    @Test
    void a_search_for_feeds_and_a_list_that_was_handed_in_are_told_line_by_line() {
        JsonPath found = get("/api/v1/outlets/searches/" + search);
        assertThat(found.getString("search.state")).isEqualTo("running");
        assertThat(found.getString("name")).isEqualTo("Searched Post");
        assertThat(found.getString("icon")).isEqualTo("https://searched.example/icon.png");
        assertThat(found.getList("candidates.language")).containsExactly("de", "");
        assertThat(found.getList("candidates.verdict")).containsExactly("feed", "refused");
        assertThat(found.getList("candidates.suggested")).containsExactly(true, false);
        assertThat(get("/api/v1/outlets/searches").getList("items.id", Long.class))
                .contains(search);
        JsonPath plan = get("/api/v1/outlets/imports/" + handedIn);
        assertThat(plan.getString("file")).isEqualTo("outlets.csv");
        assertThat(plan.getList("outlets.name")).containsExactly("Contract Post");
        assertThat(plan.getList("outlets[0].feeds.url")).containsExactly("https://post.searched.example/rss");
        assertThat(plan.getList("problems.line", Integer.class)).containsExactly(3);
        assertThat(plan.getString("taken")).isNull();
    }

    @Test
    void an_account_says_what_it_is() {
        JsonPath account = get("/api/v1/account");
        assertThat(account.getBoolean("administers")).isTrue();
        assertThat(given().get("/account").asString()).contains("<option selected>" + account.getString("zone"));
    }

    @Test
    void who_may_do_what_in_a_team_is_its_pages_table() {
        List<String> roles = List.of("viewer", "analyst", "editor", "admin");
        String table = given().get("/teams/river-desk").asString().replaceFirst("(?s).*id=\"deeds\"", "");
        List<Map<String, Object>> deeds = get("/api/v1/teams/river-desk/deeds").getList("items");
        assertThat(table.split("<th scope=\"row\">", -1)).hasSize(deeds.size() + 1);
        for (Map<String, Object> deed : deeds) {
            int least = roles.indexOf(of(deed, "role"));
            assertThat(table)
                    .contains("<th scope=\"row\">%s</th>%s%s</tr>"
                            .formatted(
                                    of(deed, "what").toString().replace("'", "&#39;"),
                                    "<td><span class=\"muted\">no</span></td>".repeat(least),
                                    "<td>yes</td>".repeat(roles.size() - least)));
            assertThat(deed).containsEntry("yours", true);
        }
    }

    @Test
    void a_monitors_claims_are_the_pages() {
        long monitor = Objects.requireNonNull(made).monitor();
        int total = get("/api/v1/teams/river-desk/monitors/%d/claims?period=all".formatted(monitor))
                .getInt("total");
        assertThat(total)
                .isPositive()
                .isEqualTo(get("/api/v1/claims?period=all&q=ceasefire+OR+dam").getInt("total"));
    }
}
