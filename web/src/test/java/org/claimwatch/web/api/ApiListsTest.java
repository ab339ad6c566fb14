package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of the API are whole, page by page, and say the numbers that pages say. */
@QuarkusTest
@AsAda
class ApiListsTest extends ApiDesk {
    private static final Pattern TOTAL = Pattern.compile("class=\"totals\"><b>([0-9,]+)</b>");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/search?as=statements; /api/v1/statements?limit=3",
                "/search?q=ceasefire+-accord; /api/v1/statements?q=ceasefire+-accord",
                "/search?as=articles&q=dam; /api/v1/articles?q=dam",
                "/search?as=claims&q=speaker:ferrow; /api/v1/claims?q=speaker:ferrow",
                "/search?as=stories&q=dam; /api/v1/stories?q=dam",
                "/claims?order=recent; /api/v1/claims?limit=3",
                "/claims?show=contested; /api/v1/claims?show=contested",
                "/claims?show=new; /api/v1/claims?show=new",
                "/stories?page=1; /api/v1/stories?limit=3",
                "/actors?page=1; /api/v1/actors?limit=3",
                "/outlets?page=1; /api/v1/outlets?limit=3",
                "/teams/river-desk/reviews?page=1; /api/v1/teams/river-desk/reviews?limit=3",
                "/outlets?q=speaker:ferrow; /api/v1/outlets?q=speaker:ferrow",
                "/teams/river-desk/basket?page=1; /api/v1/teams/river-desk/basket?limit=3",
                "/teams/river-desk/verdicts?page=1; /api/v1/teams/river-desk/verdicts?limit=3",
                "/teams/river-desk/merges?page=1; /api/v1/teams/river-desk/merges?limit=3",
                "/teams/river-desk/audit?page=1; /api/v1/teams/river-desk/audit?limit=3",
                "/teams/river-desk/audit?what=monitor; /api/v1/teams/river-desk/audit?what=monitor"
            })
    void each_total_is_the_pages(String page, String api) {
        for (String period : List.of("all", "7d", "own&from=2025-09-08&to=2025-09-12")) {
            long total = total(page + "&period=" + period);
            Response answer = given().urlEncodingEnabled(false).get(api + "&period=" + period);
            assertThat(answer.jsonPath().getLong("total")).as(api).isEqualTo(total);
        }
        assertThat(total(page + "&period=all")).isPositive();
    }

    @Test
    void so_are_those_of_monitors_matrix_and_network() {
        long monitor = Objects.requireNonNull(made).monitor();
        assertThat(given().get("/api/v1/teams/river-desk/monitors/%d/statements?period=all".formatted(monitor))
                        .jsonPath()
                        .getLong("total"))
                .isPositive()
                .isEqualTo(total("/teams/river-desk/monitors/%d?period=all".formatted(monitor)));
        assertThat(given().get("/api/v1/network?period=all").jsonPath().getList("ties"))
                .hasSize((int) total("/network?period=all"));
        assertThat(given().get("/api/v1/network?period=all&q=speaker:ferrow")
                        .jsonPath()
                        .getList("ties"))
                .isEmpty();
        for (String by : List.of("", "&by=outlet", "&target=a", "&q=ceasefire", "&by=outlet&q=ceasefire")) {
            long stances = walk("/api/v1/matrix?period=all" + by).stream()
                    .mapToLong(JsonNodes::stances)
                    .sum();
            assertThat(stances).as(by).isPositive().isEqualTo(total("/matrix?period=all" + by));
        }
    }

    /** Today's blocks, as the page's headings say. */
    @Test
    void todays_totals_are_the_pages() {
        String page = given().get("/?period=all").asString();
        for (String[] block : new String[][] {
            {"contradictions", "contradictions"},
            {"newClaims", "new-claims"},
            {"newSpeakers", "new-speakers"},
            {"stories", "moving"}
        }) {
            var total = Pattern.compile("(?s)id=\"" + block[1] + "\".*?class=\"total\"[^>]*>([0-9,]+)<")
                    .matcher(page);
            assertThat(total.find()).as(block[1]).isTrue();
            assertThat(given().get("/api/v1/today?period=all").jsonPath().getLong(block[0] + ".total"))
                    .as(block[0])
                    .isEqualTo(Long.parseLong(total.group(1).replace(",", "")));
        }
        assertThat(given().get("/api/v1/today?period=all").jsonPath().getList("contradictions.items"))
                .isNotEmpty();
    }

    @Test
    void a_query_narrows_every_page_that_takes_one() {
        for (String page : List.of("/network", "/matrix", "/matrix?by=outlet", "/outlets")) {
            String join = page.contains("?") ? "&" : "?";
            assertThat(given().get(page + join + "period=all&q=speaker:ferrow").asString())
                    .as(page)
                    .contains("<span class=\"chip\" dir=\"auto\">speaker:ferrow <a ");
            assertThat(given().get(page + join + "period=all&q=topi:x").asString())
                    .as(page)
                    .contains("At character 1");
        }
        assertThat(given().get("/api/v1/outlets?period=all&q=speaker:nobodyatall")
                        .jsonPath()
                        .getList("items.articles", Long.class))
                .isNotEmpty()
                .containsOnly(0L);
        assertThat(given().get("/api/v1/matrix?period=all&q=speaker:selenik")
                        .jsonPath()
                        .getLong("total"))
                .isPositive()
                .isLessThan(given().get("/api/v1/matrix?period=all").jsonPath().getLong("total"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claims?order=recent",
                "/claims?show=new",
                "/stories?page=1",
                "/actors?page=1",
                "/search?q=ceasefire",
                "/search?as=articles",
                "/matrix?by=outlet",
                "/network?page=1"
            })
    void the_period_before_is_counted_as_if_it_were_asked_for(String page) {
        String shown = given().get(page + "&compare=before&period=own&from=2025-09-13&to=2025-09-17")
                .asString();
        var before = Pattern.compile("in the period before: ([0-9,]+)").matcher(shown);
        assertThat(before.find()).isTrue();
        assertThat(Long.parseLong(before.group(1).replace(",", "")))
                .isPositive()
                .isEqualTo(total(page + "&period=own&from=2025-09-08&to=2025-09-12"));
        assertThat(given().get(page + "&period=7d").asString()).doesNotContain("in the period before:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statements",
                "articles",
                "claims",
                "stories",
                "actors",
                "matrix",
                "matrix/own",
                "feeds",
                "teams/river-desk/audit"
            })
    void pages_follow_each_other_and_leave_nothing_out(String list) {
        String first = "/api/v1/%s?period=all&limit=7".formatted(list);
        List<JsonNode> all = walk(first);
        assertThat(all).hasSize(given().get(first).jsonPath().getInt("total"));
        Set<String> once = new HashSet<>();
        all.forEach(item ->
                assertThat(once.add(JsonNodes.key(item))).as(item.toString()).isTrue());
    }

    @Test
    void an_audit_log_is_narrowed_to_what_is_asked_for() {
        var audit = given().get("/api/v1/teams/river-desk/audit?what=share_link&limit=100")
                .jsonPath();
        assertThat(audit.getList("items.what")).isNotEmpty().containsOnly("share_link");
        assertThat(audit.getList("items.deed")).contains("added");
        assertThat(audit.getList("items.who")).contains("Ada");
        assertThat(audit.getList("items.find { it.deed == 'added' }.changes.field"))
                .contains("query")
                .doesNotContain("token hash");
        assertThat(audit.getLong("total"))
                .isLessThan(
                        given().get("/api/v1/teams/river-desk/audit").jsonPath().getLong("total"));
    }

    @Test
    void a_link_is_told_until_after_it_is_taken_back_but_never_where_it_leads() {
        String page = Forms.post(
                        "/teams/river-desk/shares",
                        Map.of("monitor", Objects.requireNonNull(made).monitor(), "days", 9))
                .asString();
        var token = Pattern.compile("/shared/([^<\\s]+)").matcher(page);
        assertThat(token.find()).as("a link, once").isTrue();
        Response open = given().get("/api/v1/teams/river-desk/shares");
        assertThat(open.asString()).doesNotContain(token.group(1));
        assertThat(open.jsonPath().getString("items[0].name")).isEqualTo("Contract");
        assertThat(open.jsonPath().getBoolean("items[0].ended")).isFalse();
        assertThat(open.jsonPath().getString("items[0].revoked")).isNull();
        long id = open.jsonPath().getLong("items[0].id");
        Forms.post("/teams/river-desk/shares/%d/revoke".formatted(id), Map.of());
        var taken = given().get("/api/v1/teams/river-desk/shares").jsonPath();
        assertThat(taken.getLong("items[0].id")).isEqualTo(id);
        assertThat(taken.getBoolean("items[0].ended")).isTrue();
        assertThat(taken.getString("items[0].revoked")).isNotNull();
    }

    @Test
    void a_page_leads_back_too() {
        Response first = given().get("/api/v1/statements?period=all&limit=5");
        assertThat(first.header("Link")).contains("; rel=\"next\"");
        Response second = given().urlEncodingEnabled(false).get(first.jsonPath().getString("links.next"));
        Response back = given().urlEncodingEnabled(false).get(second.jsonPath().getString("links.previous"));
        assertThat(back.jsonPath().getList("items.id"))
                .isEqualTo(first.jsonPath().getList("items.id"));
    }

    private List<JsonNode> walk(String address) {
        List<JsonNode> all = new ArrayList<>();
        String next = address;
        while (next != null) {
            Response answer = given().urlEncodingEnabled(false).get(next);
            assertThat(answer.statusCode()).as(next).isEqualTo(200);
            JsonNodes.items(json, answer).forEach(all::add);
            next = answer.jsonPath().getString("links.next");
            assertThat(all.size()).as("an end").isLessThan(20_000);
        }
        return all;
    }

    private static long total(String page) {
        String html = given().urlEncodingEnabled(false).get(page).asString();
        Matcher total = TOTAL.matcher(html);
        assertThat(total.find()).as(page).isTrue();
        return Long.parseLong(total.group(1).replace(",", ""));
    }

    /** What the test looks at in items of any kind. */
    private static final class JsonNodes {
        private JsonNodes() {}

        static JsonNode items(ObjectMapper json, Response answer) {
            try {
                return json.readTree(answer.asString()).get("items");
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        }

        static String key(JsonNode item) {
            return item.has("id") ? item.get("id").asText() : item.toString();
        }

        static long stances(JsonNode cell) {
            return cell.get("favour").asLong()
                    + cell.get("against").asLong()
                    + cell.get("neutral").asLong();
        }
    }
}
