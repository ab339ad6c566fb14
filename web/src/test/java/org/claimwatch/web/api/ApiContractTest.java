package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Routes;
import org.claimwatch.web.support.Routes.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API keeps what its description promises, and says the numbers that pages say. */
@QuarkusTest
@AsBen
class ApiContractTest {
    private static final List<Route> API =
            Routes.read().all().stream().filter(Route::ofApi).toList();
    private static final Pattern TOTAL = Pattern.compile("class=\"totals\"><b>(\\d+)</b>");
    private static Desk.@Nullable Made made;

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void fill() {
        press.gold();
        if (made == null) {
            made = desk.make("river-desk", "Contract", "ceasefire OR dam", Instant.now(), "c@river.example");
            desk.verdict("river-desk", press.claim("cf-obs-both"));
            desk.annotated("river-desk", press.claim("cf-obs-both"));
            desk.checkOf(press.claim("cf-obs-both"), press.article("cth-0911-half-point"), "Words that were checked");
            Forms.post(
                    "/teams/river-desk/basket",
                    Map.of(
                            "tick",
                            given().get("/api/v1/statements?period=all&limit=5")
                                    .jsonPath()
                                    .getList("items.id")));
        }
    }

    @Test
    void every_route_is_described_and_answers_as_described() throws Exception {
        JsonNode description = description();
        assertThat(API).hasSizeGreaterThanOrEqualTo(15);
        assertThat(description.at("/paths").size()).as("described").isEqualTo(API.size());
        var each = new SoftAssertions();
        for (Route route : API) {
            Response answer = given().urlEncodingEnabled(false).get(address(route) + "?period=all");
            each.assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            each.assertThat(mistakes(description, schema(description, route, "200"), answer))
                    .as(route.toString())
                    .isEmpty();
        }
        each.assertAll();
    }

    /** A schema that takes anything would make the test above worth nothing. */
    @Test
    void a_description_is_exact() throws Exception {
        JsonNode schemas = description().at("/components/schemas");
        assertThat(schemas.size()).isGreaterThan(20);
        schemas.properties().stream()
                .filter(schema -> schema.getValue().at("/type").asText().equals("object"))
                .forEach(schema -> {
                    assertThat(schema.getValue().at("/properties").size())
                            .as(schema.getKey())
                            .isPositive();
                    assertThat(schema.getValue().at("/additionalProperties").toString())
                            .as(schema.getKey())
                            .isEqualTo("false");
                });
        assertThat(schemas.findValues("required")).hasSizeGreaterThan(20);
        assertThat(schemas.at("/Statement/required").toString())
                .contains("\"words\"")
                .doesNotContain("\"cue\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/statements?q=ceasefire+topi%3Awar",
                "/api/v1/claims/999999999",
                "/api/v1/nowhere",
                "/api/v1/teams/health-desk/monitors",
                "/api/v1/statements?limit=0",
                "/api/v1/statements?limit=101",
                "/api/v1/statements?period=year",
                "/api/v1/statements?period=own&from=2025-09-02&to=2025-09-01",
                "/api/v1/statements?claim=x",
                "/api/v1/statements?after=x",
                "/api/v1/actors?after=x",
                "/api/v1/matrix?after=x",
                "/api/v1/matrix?by=speaker",
                "/api/v1/claims?show=all",
                "/api/v1/teams/river-desk/reviews?after=x"
            })
    void every_mistake_is_a_problem(String address) throws Exception {
        Response answer = given().urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.contentType()).startsWith(org.claimwatch.web.layout.Problem.TYPE);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(answer.statusCode());
        JsonNode description = description();
        assertThat(mistakes(
                        description,
                        description.at(
                                "/paths/~1api~1v1~1statements/get/responses/default/content/application~1problem+json/schema"),
                        answer))
                .isEmpty();
    }

    @Test
    void a_querys_mistake_is_pointed_at() {
        var problem = given().queryParam("q", "ceasefire topi:war")
                .get("/api/v1/statements")
                .jsonPath();
        assertThat(problem.getInt("character")).isEqualTo(11);
        assertThat(problem.getString("at")).startsWith("topi");
        assertThat(problem.getString("detail")).startsWith("At character 11");
    }

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
                "/teams/river-desk/verdicts?page=1; /api/v1/teams/river-desk/verdicts?limit=3"
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
                    .contains("by statements that match “<bdi>speaker:ferrow</bdi>”");
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
    @ValueSource(strings = {"statements", "articles", "claims", "stories", "actors", "matrix"})
    void pages_follow_each_other_and_leave_nothing_out(String list) {
        String first = "/api/v1/%s?period=all&limit=7".formatted(list);
        List<JsonNode> all = walk(first);
        assertThat(all).hasSize(given().get(first).jsonPath().getInt("total"));
        Set<String> once = new HashSet<>();
        all.forEach(item ->
                assertThat(once.add(JsonNodes.key(item))).as(item.toString()).isTrue());
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

    /** What programs rely on in place of a picture: the words are where the spans say, in the text that the API gives. */
    @Test
    void a_direct_statements_words_are_cut_from_its_articles_text() {
        Response statements =
                given().urlEncodingEnabled(false).get("/api/v1/statements?period=all&q=form:direct&limit=20");
        List<Integer> articles = statements.jsonPath().getList("items.article.id");
        assertThat(articles).isNotEmpty();
        for (int i = 0; i < articles.size(); i++) {
            String text = given().get("/api/v1/articles/%d?version=%d"
                            .formatted(
                                    articles.get(i),
                                    statements.jsonPath().getInt("items[%d].article.version".formatted(i))))
                    .jsonPath()
                    .getString("text");
            int[] points = text.codePoints().toArray();
            int start = statements.jsonPath().getInt("items[%d].spans[0].start".formatted(i));
            int end = statements.jsonPath().getInt("items[%d].spans[0].end".formatted(i));
            assertThat(statements.jsonPath().getString("items[%d].words".formatted(i)))
                    .contains(new String(points, start, end - start));
        }
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
        return Long.parseLong(total.group(1));
    }

    private String address(Route route) {
        String template = route.template();
        long id = template.contains("/claims")
                ? press.claim("cf-obs-both")
                : template.contains("/stories")
                        ? press.story("ceasefire-orrin")
                        : template.contains("/articles")
                                ? press.article("hal-0909-kessa-shelling")
                                : template.contains("/actors")
                                        ? press.actor("Nadia Ferrow")
                                        : template.contains("/outlets")
                                                ? press.outlet("Sable Harbour Gazette")
                                                : template.contains("/digests")
                                                        ? Objects.requireNonNull(made)
                                                                .digest()
                                                        : template.contains("/tags")
                                                                ? desk.annotated(
                                                                        "river-desk", press.claim("cf-obs-both"))
                                                                : Objects.requireNonNull(made)
                                                                        .monitor();
        return route.path("river-desk", id);
    }

    private JsonNode description() throws Exception {
        return json.readTree(given().header("Accept", "application/json")
                .get("/api/openapi.json")
                .asString());
    }

    private static JsonNode schema(JsonNode description, Route route, String status) {
        String path = route.template()
                .replaceAll("\\{(\\w+)[^}]*}", "{$1}")
                .replace("~", "~0")
                .replace("/", "~1");
        return description.at("/paths/%s/get/responses/%s/content/application~1json/schema".formatted(path, status));
    }

    private Set<ValidationMessage> mistakes(JsonNode description, JsonNode schema, Response answer) throws Exception {
        assertThat(schema.isObject()).as("a schema is given").isTrue();
        ObjectNode whole = json.createObjectNode();
        whole.set("components", description.get("components"));
        whole.putArray("allOf").add(schema);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(json.readTree(answer.asString()));
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
            return item.has("id") ? item.get("id").asText() : item.get("holder") + " " + item.get("target");
        }

        static long stances(JsonNode cell) {
            return cell.get("favour").asLong()
                    + cell.get("against").asLong()
                    + cell.get("neutral").asLong();
        }
    }
}
