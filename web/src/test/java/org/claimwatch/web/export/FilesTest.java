package org.claimwatch.web.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.claimwatch.web.reading.Ids;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files beside a search and a monitor have the rows that these show. */
@QuarkusTest
@AsBen
class FilesTest {
    @Inject
    Press press;

    @Inject
    Stranger stranger;

    @Inject
    Desk desk;

    @Inject
    Rows rows;

    private final List<Stranger.Rows> put = new ArrayList<>();

    @AfterEach
    void tidy() {
        put.forEach(stranger::remove);
    }

    @ParameterizedTest
    @CsvSource({
        "statements,ceasefire",
        "articles,ceasefire",
        "claims,ceasefire",
        "stories,ceasefire",
        "articles,speaker:ferrow",
        "stories,stance:against",
        "statements,''",
        "articles,''",
        "claims,''",
        "stories,''"
    })
    void of_each_kind_are_linked_and_have_as_many_rows_as_the_page_says(String kind, String query) {
        press.gold();
        hold("/search?period=all&q=%s&as=%s".formatted(query.replace(":", "%3A"), kind), kind);
    }

    @ParameterizedTest
    @CsvSource({"statements", "articles", "claims", "stories"})
    void of_a_monitor_too(String kind) {
        press.gold();
        long monitor = desk.make(
                        "river-desk", "Files of " + kind, "lang:en ceasefire", Instant.now(), "f@river.example")
                .monitor();
        hold("/teams/river-desk/monitors/%d?period=all&as=%s".formatted(monitor, kind), kind);
        put.add(stranger.put(
                "ceasefire of files", "https://files.example/", 0.95f, Instant.parse("2031-01-01T10:00:00Z")));
        hold(
                "/teams/river-desk/monitors/%d?as=%s&new-from=2031-01-01T09:00:00Z&new-to=2031-01-01T11:00:00Z"
                        .formatted(monitor, kind),
                kind);
    }

    private static void hold(String address, String kind) {
        String page = get(address).asString();
        Matcher total = Pattern.compile("<p class=\"totals\"><b>([0-9,]+)</b>").matcher(page);
        assertThat(total.find()).as(address).isTrue();
        int shown = Integer.parseInt(total.group(1).replace(",", ""));
        assertThat(shown).as(address).isPositive();
        for (String end : List.of("csv", "jsonl")) {
            Matcher link = Pattern.compile("<a href=\"([^\"]*/" + kind + "\\." + end + "[^\"]*)\">")
                    .matcher(page);
            assertThat(link.find()).as("%s of %s", end, address).isTrue();
            Response file = get(link.group(1).replace("&amp;", "&"));
            assertThat(file.header("Claimwatch-Rows")).isEqualTo(Integer.toString(shown));
            assertThat(file.asString().lines().count())
                    .as(link.group(1))
                    .isEqualTo(shown + (end.equals("csv") ? 1 : 0));
        }
    }

    @Test
    void the_one_for_networks_leaves_out_what_the_machine_doubts_as_the_network_does() {
        put.add(stranger.put("langur sure", "https://langur.example/1", 0.95f, Instant.parse("2025-09-12T10:00:00Z")));
        put.add(stranger.put(
                "langur doubted", "https://langur.example/2", 0.4f, Instant.parse("2025-09-12T10:00:00Z")));
        assertThat(get("/statements.csv?period=all&q=langur").asString()).contains("langur sure", "langur doubted");
        assertThat(get("/statements.dna.csv?period=all&q=langur").asString())
                .contains("langur sure")
                .doesNotContain("langur doubted");
    }

    @Test
    void what_is_no_query_has_no_file() {
        for (String file : List.of("statements.csv", "articles.csv", "claims.jsonl", "stories.jsonl")) {
            assertThat(given().get("/%s?q=topi:x".formatted(file)).statusCode())
                    .as(file)
                    .isEqualTo(400);
        }
    }

    /** PostgreSQL takes 65,535 parameters. */
    @Test
    void any_number_of_ids_is_one_parameter() {
        List<Long> many = LongStream.range(0, 70_000).boxed().toList();
        assertThat(desk.in(
                        "river-desk",
                        () -> rows.number(
                                "select count(*) from generate_series(1, 10) n where n = any (:ids)",
                                Map.of("ids", new Ids(many)))))
                .isEqualTo(10);
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
