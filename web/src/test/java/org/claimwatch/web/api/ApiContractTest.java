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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
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
                "/api/v1/teams/river-desk/reviews?after=x",
                "/api/v1/teams/river-desk/audit?after=x",
                "/api/v1/teams/river-desk/audit?who=somebody",
                "/api/v1/teams/river-desk/audit?from=yesterday",
                "/api/v1/teams/river-desk/coding/999999999",
                "/api/v1/teams/health-desk/members",
                "/api/v1/outlets/999999999/feeds",
                "/api/v1/feeds?after=x"
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
                                                                : template.contains("/coding")
                                                                        ? round
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
}
