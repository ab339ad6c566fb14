package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.common.support.Database;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Routes;
import org.claimwatch.web.support.Routes.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API keeps what its description promises. */
@QuarkusTest
@AsAda
class ApiContractTest extends ApiDesk {
    private static final List<Route> API =
            Routes.read().all().stream().filter(Route::ofApi).toList();

    @Inject
    Database database;

    @Test
    void every_route_is_described_and_answers_as_described() throws Exception {
        JsonNode description = description();
        assertThat(API).hasSizeGreaterThanOrEqualTo(15);
        assertThat(description.at("/paths").size()).as("described").isEqualTo(API.size());
        var each = new SoftAssertions();
        for (Route route : API) {
            Response answer = given().urlEncodingEnabled(false).get(address(route) + "?period=all");
            each.assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            if (route.template().endsWith("/warc")) {
                each.assertThat(answer.contentType()).isEqualTo("application/warc");
                each.assertThat(response(description, route, "200")
                                .at("/content")
                                .fieldNames())
                        .toIterable()
                        .containsExactly("application/warc");
                continue;
            }
            each.assertThat(mistakes(description, schema(description, route, "200"), answer))
                    .as(route.toString())
                    .isEmpty();
        }
        each.assertAll();
    }

    /** A schema that takes anything would make the test above worth nothing. */
    @Test
    void a_description_is_exact() throws Exception {
        JsonNode description = description();
        for (String mergeable : List.of(
                "claims~1{id}", "claims~1{id}~1course", "actors~1{id}", "statements", "teams~1{slug}~1verdicts")) {
            assertThat(description.at("/paths/~1api~1v1~1%s/get/responses/307/headers/Location".formatted(mergeable)))
                    .as(mergeable)
                    .isNotEmpty();
        }
        JsonNode schemas = description.at("/components/schemas");
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
                "/api/v1/stories?order=best",
                "/api/v1/stories?order=told&after=x",
                "/api/v1/stories?show=new",
                "/api/v1/stories?show=moving&after=x",
                "/api/v1/actors/999999999?lists=some",
                "/api/v1/claims?compare=after",
                "/api/v1/matrix/own?outlet=x",
                "/api/v1/matrix/own?after=x",
                "/api/v1/query?q=topi%3Awar",
                "/api/v1/query?as=people",
                "/api/v1/claims/999999999/decisions",
                "/api/v1/claims/999999999/fact-checks",
                "/api/v1/actors/999999999/decisions",
                "/api/v1/teams/river-desk/reviews?after=x",
                "/api/v1/teams/river-desk/audit?after=x",
                "/api/v1/teams/river-desk/audit?who=somebody",
                "/api/v1/teams/river-desk/audit?from=yesterday",
                "/api/v1/teams/river-desk/coding/999999999",
                "/api/v1/teams/health-desk/members",
                "/api/v1/outlets/999999999/feeds",
                "/api/v1/outlets/999999999/retention",
                "/api/v1/outlets/searches/999999999",
                "/api/v1/outlets/imports/999999999",
                "/api/v1/claims/999999999/course",
                "/api/v1/claims/999999999/replaced",
                "/api/v1/teams/river-desk/claims/999999999/rejected",
                "/api/v1/articles/999999999/changes",
                "/api/v1/articles/999999999/versions/1/archived",
                "/api/v1/articles/999999999/versions/1/archived/warc",
                "/api/v1/facets?as=people",
                "/api/v1/facets?q=topi%3Awar",
                "/api/v1/teams/river-desk/reviews/queue?of=everything",
                "/api/v1/teams/river-desk/monitors/999999999/claims",
                "/api/v1/teams/river-desk/monitors/999999999/alert-rule",
                "/api/v1/teams/river-desk/digests/999999999/preview",
                "/api/v1/teams/health-desk/reviews/queue",
                "/api/v1/feeds?after=x",
                "/api/v1/statements/999999999",
                "/api/v1/teams/river-desk/verdicts?claim=x",
                "/api/v1/teams/river-desk/verdicts?claim=1&after=x",
                "/api/v1/teams/river-desk/coding/999999999/readings",
                "/api/v1/teams/river-desk/coding/999999999/next",
                "/api/v1/teams/river-desk/monitors/999999999/articles",
                "/api/v1/teams/river-desk/monitors/999999999/stories"
            })
    void every_mistake_is_a_problem(String address) throws Exception {
        Response answer = given().urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).isIn(400, 404);
        isAProblem(answer);
    }

    @Test
    void so_is_what_is_gone() throws Exception {
        database.run(
                "insert into erasure (article_id, outlet_id, address_hash, account_id, requested_by, requested_at, erased_at)"
                        + " values (987654322, 1, repeat('0b', 32), 1, 'Ada', now(), now()) on conflict do nothing");
        Response answer = given().get("/api/v1/articles/987654322");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.jsonPath().getString("since")).isNotEmpty();
        isAProblem(answer);
    }

    private void isAProblem(Response answer) throws Exception {
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

    private String address(Route route) {
        return route.path("river-desk", id(route.template()));
    }

    private long id(String template) {
        Map<String, Supplier<Long>> things = new LinkedHashMap<>();
        things.put("/outlets/searches", () -> search);
        things.put("/outlets/imports", () -> handedIn);
        things.put("/digests", () -> Objects.requireNonNull(made).digest());
        things.put("/tags", () -> desk.annotated("river-desk", press.claim("cf-obs-both")));
        things.put("/coding", () -> round);
        things.put("/monitors", () -> Objects.requireNonNull(made).monitor());
        things.put("/claims", () -> press.claim("cf-obs-both"));
        things.put("/stories", () -> press.story("ceasefire-orrin"));
        things.put("/articles", () -> press.article("hal-0909-kessa-shelling"));
        things.put("/actors", () -> press.actor("Nadia Ferrow"));
        things.put("/outlets", () -> press.outlet("Sable Harbour Gazette"));
        things.put(
                "/statements",
                () -> given().get("/api/v1/statements?period=all&limit=1")
                        .jsonPath()
                        .getLong("items[0].id"));
        return things.entrySet().stream()
                .filter(thing -> template.contains(thing.getKey()))
                .findFirst()
                .map(thing -> thing.getValue().get())
                .orElse(0L);
    }

    private JsonNode description() throws Exception {
        return json.readTree(given().header("Accept", "application/json")
                .get("/api/openapi.json")
                .asString());
    }

    private static JsonNode schema(JsonNode description, Route route, String status) {
        return response(description, route, status).at("/content/application~1json/schema");
    }

    private static JsonNode response(JsonNode description, Route route, String status) {
        String path = route.template()
                .replaceAll("\\{(\\w+)[^}]*}", "{$1}")
                .replace("~", "~0")
                .replace("/", "~1");
        return description.at("/paths/%s/get/responses/%s".formatted(path, status));
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
}
