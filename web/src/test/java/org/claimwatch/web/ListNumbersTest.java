package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers in lists are links, and what they lead to counts the same. */
@QuarkusTest
@AsVera
class ListNumbersTest {
    private static final Pattern CELL = Pattern.compile("<td class=\"number\"><a href=\"([^\"]+)\">(\\d+)</a></td>");
    private static final Pattern TOTAL = Pattern.compile("class=\"totals\">\\s*<b>(\\d+)</b>");

    @Inject
    Press press;

    @BeforeEach
    void fill() {
        press.gold();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actors?period=all",
                "/actors",
                "/actors?show=new",
                "/actors?period=all&q=ceasefire",
                "/outlets?period=all",
                "/outlets?period=all&q=form%3Adirect"
            })
    void each_number_of_a_table_is_that_of_the_rows_behind_it(String list) {
        Matcher cell = CELL.matcher(get(list));
        int numbers = 0;
        while (cell.find() && numbers < 24) {
            String href = cell.group(1).replace("&amp;", "&");
            long said = Long.parseLong(cell.group(2));
            String page = get(href.replaceFirst("#.*", ""));
            if (href.endsWith("#quoted-by")) {
                String quoting = page.substring(page.indexOf("id=\"quoted-by\""));
                assertThat(quoting.substring(0, quoting.indexOf("</ul>")).split("<li>", -1))
                        .as(href)
                        .hasSize((int) said + 1);
            } else if (href.endsWith("#articles")) {
                assertThat(page)
                        .as(href)
                        .containsPattern("<h2 id=\"articles\">[^<]*<span class=\"total\">" + said + "<");
            } else if (!list.contains("q=") && !list.contains("show=new")) {
                assertThat(total(page)).as(href).isEqualTo(said);
            } else {
                // Outlets of narrowed rows lead to these rows, of which each has several.
                assertThat(total(page)).as(href).isGreaterThanOrEqualTo(said);
            }
            numbers++;
        }
        assertThat(numbers).as(list).isGreaterThan(5);
    }

    @Test
    void a_claims_numbers_lead_to_where_it_counts_them() {
        Matcher line = Pattern.compile(
                        "<a href=\"(/claims/\\d+)#(asserts|denies)\">(?:asserted|denied) (\\w+)(?: times)?</a>")
                .matcher(get("/claims?period=all"));
        int numbers = 0;
        while (line.find()) {
            String said = switch (line.group(3)) {
                case "once" -> "1";
                case "twice" -> "2";
                default -> line.group(3);
            };
            assertThat(get(line.group(1)))
                    .as(line.group())
                    .containsPattern("<h2 id=\"" + line.group(2) + "\">.*<span class=\"total\">" + said + "[ <]");
            numbers++;
        }
        assertThat(numbers).isGreaterThan(5);
    }

    @Test
    void a_storys_speakers_lead_to_their_pages() {
        assertThat(get("/stories/" + press.story("ceasefire-orrin")))
                .contains("<a href=\"/actors/" + press.actor("Nadia Ferrow") + "\" dir=\"auto\">Nadia Ferrow</a>");
    }

    @Test
    void an_actor_and_an_outlet_are_compared_with_the_period_before() {
        for (String page : List.of("/actors/" + press.actor("Nadia Ferrow"), "/outlets/" + press.outlet("Halyard"))) {
            String compared = get(page + "?period=own&from=2025-09-14&to=2025-09-17&compare=before");
            Matcher before = Pattern.compile("(?:statements|articles) in the period before: (\\d+)")
                    .matcher(compared);
            assertThat(before.find()).as(page).isTrue();
            assertThat(get(page + "?period=own&from=2025-09-10&to=2025-09-13"))
                    .containsPattern(
                            "<h2 id=\"(?:statements|articles)\">[^<]*<span class=\"total\">" + before.group(1) + "<");
        }
    }

    private static long total(String page) {
        Matcher total = TOTAL.matcher(page);
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static String get(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }
}
