package org.claimwatch.web.today;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number on Today leads to exactly the rows that it counts. */
@QuarkusTest
@AsAda
class NumbersLeadToRowsTest {
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("class=\"totals\">(?:\\s*)<b>(\\d+)</b>");
    private static final Instant AT = Instant.parse("2025-09-17T16:00:00Z");

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    private final List<Stranger.Rows> held = new ArrayList<>();

    /** One whose name has what a query takes for its own, one that it is a part of, and one that nobody is sure of. */
    @BeforeEach
    void fill() {
        press.gold();
        held.add(stranger.put("Vesna \"Iron\" Kolar", "http://kolar.example/", 0.95f, AT));
        held.add(stranger.put("The Vesna \"Iron\" Kolar Fund", "http://fund.example/", 0.95f, AT));
        held.add(stranger.put("Doubted Kolar", "http://doubted.example/", 0.5f, AT));
    }

    @AfterEach
    void remove() {
        held.forEach(stranger::remove);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contradictions | <li class=\"claim-line",
                "reversals      | <div class=\"contradiction reversal",
                "new-claims     | <li class=\"claim-line",
                "new-speakers   | <tr><th scope=\"row\">",
                "spikes         | <li class=\"spike",
                "moving         | <li class=\"story-line",
                "trouble        | <p class=\"facts\"><span class=\"bad\">"
            })
    void a_blocks_number_is_that_of_the_rows_behind_it(String block, String row) {
        for (String period : List.of("7d", "30d", "24h")) {
            String today = get("/?period=" + period);
            Matcher heading = Pattern.compile(
                            "<h2 id=\"" + block + "\">[^<]*<a class=\"total\" href=\"([^\"]+)\">(\\d+)<")
                    .matcher(today);
            if (!heading.find()) {
                assertThat(today).doesNotContain("id=\"" + block + "\"");
                continue;
            }
            long rows = 0;
            String next = heading.group(1).replace("&amp;", "&");
            while (next != null) {
                String page = get(next);
                rows += page.split(Pattern.quote(row), -1).length - 1;
                Matcher more = NEXT.matcher(page);
                next = more.find() ? more.group(1).replace("&amp;", "&") : null;
            }
            assertThat(rows).as("%s of %s", block, period).isEqualTo(Long.parseLong(heading.group(2)));
        }
        assertThat(get("/")).contains("<h2 id=\"" + block + "\">");
    }

    /** "never quoted before; 3 statements in 2 outlets", "12 statements, 2 in the period before". */
    @Test
    void so_is_the_number_of_each_row() {
        String today = get("/");
        Matcher row = Pattern.compile(
                        "<a (?:class=\"muted\" )?href=\"(/(?:search|matrix)[^\"]+)\">(?:never quoted before; )?(\\d+) (?:statement|stance)")
                .matcher(today);
        int rows = 0;
        while (row.find()) {
            String href = row.group(1).replace("&amp;", "&");
            assertThat(total(get(href))).as(href).isEqualTo(Long.parseLong(row.group(2)));
            rows++;
        }
        assertThat(rows).isGreaterThan(7);
    }

    @Test
    void names_are_meant_whole_whatever_stands_in_them() {
        for (String page : List.of(
                "/outlets/" + held.getFirst().outlet(),
                "/actors/" + held.getFirst().actor())) {
            Matcher link =
                    Pattern.compile("href=\"(/search\\?[^\"]*q=[^\"]+)\"").matcher(get(page));
            int links = 0;
            while (link.find()) {
                assertThat(total(get(link.group(1).replace("&amp;", "&"))))
                        .as(page + " " + link.group(1))
                        .isEqualTo(1);
                links++;
            }
            assertThat(links).as(page).isPositive();
        }
    }

    @Test
    void programs_get_the_same_lists() {
        for (String list : List.of("reversals", "spikes", "trouble")) {
            var whole = given().get("/api/v1/today").jsonPath();
            var listed = given().get("/api/v1/today/" + list + "?limit=100").jsonPath();
            if (list.equals("spikes") || list.equals("trouble")) {
                listed = given().get("/api/v1/today/" + list).jsonPath();
            }
            assertThat(listed.getLong("total")).as(list).isPositive().isEqualTo(whole.getLong(list + ".total"));
            assertThat(listed.getList("items")).as(list).hasSize((int) listed.getLong("total"));
        }
        assertThat(given().get("/api/v1/actors?show=new").jsonPath().getLong("total"))
                .isPositive()
                .isEqualTo(given().get("/api/v1/today").jsonPath().getLong("newSpeakers.total"));
        assertThat(given().get("/api/v1/actors?show=old").statusCode()).isEqualTo(400);
    }

    /** What a person quotes says through whom it came and how sure the machine is of it. */
    @Test
    void contradictions_and_reversals_say_how_sure_they_are_and_through_whom() {
        String today = get("/?period=all");
        String contradictions =
                today.substring(today.indexOf("id=\"contradictions\""), today.indexOf("id=\"new-claims\""));
        int sides = contradictions.split("<blockquote", -1).length - 1;
        assertThat(sides).isPositive();
        assertThat(contradictions.split("class=\"confidence\"", -1)).hasSize(sides + 1);
        assertThat(contradictions.split("class=\"by-machine\"", -1)).hasSize(sides + 1);
        assertThat(contradictions).contains("class=\"chain relayed\"");
    }

    private static long total(String page) {
        Matcher total = TOTAL.matcher(page);
        assertThat(total.find()).as(page).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static String get(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }
}
