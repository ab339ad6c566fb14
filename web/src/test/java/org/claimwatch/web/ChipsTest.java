package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list that takes a query shows it part by part; each part goes by its ×, and nothing else with it. */
@QuarkusTest
@AsAda
class ChipsTest {
    private static final Pattern CHIP =
            Pattern.compile("<span class=\"chip\" dir=\"auto\">([^<]+) <a href=\"([^\"]+)\" aria-label=\"Remove ");
    private static final Pattern TOTAL = Pattern.compile("class=\"totals\">\\s*<b>(\\d+)</b>");

    @Inject
    Press press;

    @BeforeEach
    void fill() {
        press.gold();
    }

    private record Chip(String label, String without) {}

    private static List<Chip> chips(String page) {
        var chips = new ArrayList<Chip>();
        Matcher chip = CHIP.matcher(page);
        while (chip.find()) {
            chips.add(new Chip(chip.group(1), chip.group(2).replace("&amp;", "&")));
        }
        return chips;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/claims?period=30d&order=recent&show=contested",
                "/actors?period=all&show=new",
                "/stories?period=all&compare=before",
                "/outlets?period=all&compare=before",
                "/matrix?period=all&by=outlet&sort=name",
                "/network?period=all&compare=before",
                "/search?period=all&as=articles"
            })
    void each_goes_by_its_x_and_period_order_and_view_stay(String list) {
        String asked = get(list + "&q=speaker%3Aferrow+-form%3Amixed");
        List<Chip> chips = chips(asked);
        assertThat(chips).extracting(Chip::label).containsExactly("speaker:ferrow", "-form:mixed");
        for (int gone = 0; gone < 2; gone++) {
            Chip chip = chips.get(gone);
            assertThat(parameters(chip.without()))
                    .as(chip.label())
                    .containsAll(parameters(list))
                    .hasSize(parameters(list).size() + 1);
            List<Chip> left = chips(get(chip.without()));
            assertThat(left)
                    .extracting(Chip::label)
                    .containsExactly(chips.get(1 - gone).label());
            assertThat(left.getFirst().without().split("\\?", 2)[0]).isEqualTo(list.split("\\?", 2)[0]);
            assertThat(parameters(left.getFirst().without())).containsExactlyInAnyOrderElementsOf(parameters(list));
            assertThat(chips(get(left.getFirst().without()))).isEmpty();
        }
        assertThat(asked)
                .contains(
                        "href=\"/teams/river-desk/monitors/new?q=speaker%3Aferrow+-form%3Amixed\">save as monitor</a>");
        assertThat(get("/teams/river-desk/monitors/new?q=speaker%3Aferrow+-form%3Amixed"))
                .contains("speaker:ferrow -form:mixed");
    }

    /** A mistake is one chip, which can be removed as any other, and nothing that a monitor could watch. */
    @ParameterizedTest
    @ValueSource(strings = {"/claims", "/actors", "/stories", "/outlets", "/matrix", "/network", "/search"})
    void a_mistake_can_be_removed_too(String list) {
        String page = get(list + "?period=all&q=topi%3Ax");
        assertThat(page).contains("At character 1").doesNotContain("save as monitor");
        assertThat(chips(page)).containsExactly(new Chip("topi:x", list + "?period=all"));
    }

    private static List<String> parameters(String address) {
        return List.of(address.split("\\?", 2)[1].split("&", -1));
    }

    /** The list, its form and the same question to the API find as many. */
    @Test
    void actors_and_stories_take_a_query() {
        for (String list : List.of("actors", "stories")) {
            for (String query : List.of("speaker:ferrow", "ceasefire", "outlet:halyard -form:direct")) {
                String asked = "?period=all&q=" + query.replace(":", "%3A").replace(" ", "+");
                long found = total(get("/" + list + asked));
                assertThat(found)
                        .as(list + " " + query)
                        .isPositive()
                        .isLessThan(total(get("/" + list + "?period=all")))
                        .isEqualTo(given().urlEncodingEnabled(false)
                                .get("/api/v1/" + list + asked)
                                .jsonPath()
                                .getLong("total"));
            }
            String page = get("/" + list + "?period=30d");
            assertThat(page)
                    .contains("<form method=\"get\" action=\"/" + list + "\">")
                    .contains("<input type=\"hidden\" name=\"period\" value=\"30d\">");
        }
        assertThat(total(get("/stories?show=moving&q=ceasefire")))
                .isLessThanOrEqualTo(total(get("/stories?show=moving")));
    }

    /** Where nothing is found, the next longer period of the same list is one click away. */
    @ParameterizedTest
    @ValueSource(strings = {"/claims", "/actors", "/stories", "/search", "/matrix", "/network", "/today/reversals"})
    void an_empty_list_leads_to_a_longer_period(String list) {
        String q = list.equals("/today/reversals") ? "" : "&q=zebra";
        String page = get(list + "?period=own&from=2001-01-01&to=2001-01-02" + q);
        assertThat(page).contains("class=\"nothing\"");
        Matcher longer =
                Pattern.compile(" <a href=\"([^\"]+)\">Look at: all time</a>").matcher(page);
        assertThat(longer.find()).isTrue();
        assertThat(longer.group(1).replace("&amp;", "&")).startsWith(list + "?").contains("period=all");
        assertThat(get(list + "?period=all" + q)).doesNotContain("Look at: ");
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
