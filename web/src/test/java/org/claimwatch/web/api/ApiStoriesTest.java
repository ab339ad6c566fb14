package org.claimwatch.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimwatch.web.support.AsAda;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What moves and what rises, and how each outlet tells it: the API says what the pages show. */
@QuarkusTest
@AsAda
class ApiStoriesTest extends ApiDesk {
    private static final List<String> PERIODS = List.of(
            "7d",
            "30d",
            "all",
            "own&from=2025-09-08&to=2025-09-12",
            "own&from=2025-09-13&to=2025-09-17",
            "own&from=2025-09-08&to=2025-09-17&q=dam");

    /** Id, articles, outlets, those of the period before where one asks, first, last. */
    private static final Pattern ROW =
            Pattern.compile("(?s)<p class=\"claim-text\"><a href=\"/stories/(\\d+)\".*?>(\\d+) articles?</a>"
                    + ".*?>(\\d+) outlets?</a> (?:<span>(none|\\d+) in the period before</span> )?"
                    + "<span><time datetime=\"([^\"]+)\".*?<time datetime=\"([^\"]+)\"");

    @Test
    void stories_that_move_are_the_pages_in_its_order() {
        int moving = 0;
        for (String period : PERIODS) {
            String asked = "stories?show=moving&period=" + period;
            String page = page("/" + asked);
            JsonPath told = get("/api/v1/" + asked);
            List<String> rows = rows(page);
            assertThat(told(told)).as(period).isEqualTo(rows);
            assertThat(told.getInt("total")).as(period).isEqualTo(total(page));
            moving += rows.size();
        }
        assertThat(moving).isGreaterThan(3);
    }

    @Test
    void all_stories_are_counted_within_the_period_as_the_page_counts_them() {
        for (String period : PERIODS) {
            String asked = "stories?period=" + period;
            JsonPath told = get("/api/v1/" + asked + "&limit=100");
            List<String> rows = rows(page("/" + asked));
            assertThat(rows).as(period).isNotEmpty();
            assertThat(told(told)).as(period).containsAll(rows).hasSize(told.getInt("total"));
            assertThat(told.getList("items.before")).containsOnlyNulls();
            JsonPath ordered = get("/api/v1/" + asked + "&order=told");
            assertThat(told(ordered)).as(period).isEqualTo(rows);
            assertThat(ordered.getInt("total")).as(period).isEqualTo(told.getInt("total"));
        }
        JsonPath narrow = get("/api/v1/stories?limit=100&period=own&from=2025-09-08&to=2025-09-12");
        assertThat(narrow.getList("items.findAll { it.within.articles < it.articles }"))
                .as("some go on after the period")
                .isNotEmpty();
    }

    @Test
    void whom_a_telling_quotes_is_whom_the_page_leads_to() {
        long story = press.story("ceasefire-orrin");
        List<Map<String, Object>> speakers =
                get("/api/v1/stories/" + story).<List<Map<String, Object>>>getList("tellings.speakers").stream()
                        .flatMap(List::stream)
                        .toList();
        assertThat(speakers).isNotEmpty();
        Matcher link = Pattern.compile("<a href=\"/actors/(\\d+)\"").matcher(page("/stories/" + story));
        List<String> links = new ArrayList<>();
        while (link.find()) {
            links.add(link.group(1));
        }
        assertThat(speakers.stream()
                        .map(speaker ->
                                Objects.requireNonNull(speaker.get("id")).toString())
                        .toList())
                .isEqualTo(links);
    }

    @Test
    void the_course_of_what_rises_is_the_numbers_under_its_drawing() {
        JsonPath spikes = get("/api/v1/today/spikes");
        List<Map<String, List<Integer>>> courses = spikes.getList("items.course");
        assertThat(courses.stream()
                        .limit(25)
                        .flatMap(course -> numbers(course).stream())
                        .toList())
                .isNotEmpty()
                .isEqualTo(drawn(page("/today/spikes")));
        for (String side : List.of("before", "now")) {
            assertThat(spikes.<List<Integer>>getList("items.course." + side).stream()
                            .map(counts -> counts.stream().mapToInt(n -> n).sum())
                            .toList())
                    .isEqualTo(spikes.getList("items." + side));
        }
        int stories = 0;
        for (String period : PERIODS) {
            JsonPath today = get("/api/v1/today?period=" + period);
            String page = page("/?period=" + period);
            List<Map<String, List<Integer>>> moving = today.getList("stories.items.course");
            assertThat(moving.stream()
                            .flatMap(course -> numbers(course).stream())
                            .toList())
                    .as(period)
                    .isEqualTo(drawn(page.substring(page.indexOf("id=\"moving\""))));
            stories += moving.size();
            assertThat(today.<Object>get("steps")).as("the page shows none").isNull();
            assertThat(page).doesNotContain("first-steps");
        }
        assertThat(stories).isPositive();
    }

    private static List<Integer> numbers(Map<String, List<Integer>> course) {
        var all = new ArrayList<>(Objects.requireNonNull(course.get("before")));
        assertThat(all).hasSize(7);
        all.addAll(Objects.requireNonNull(course.get("now")));
        return all;
    }

    private static List<Integer> drawn(String page) {
        Matcher number = Pattern.compile("<td class=\"number\">(\\d+)</td>").matcher(page);
        List<Integer> all = new ArrayList<>();
        while (number.find()) {
            all.add(Integer.valueOf(number.group(1)));
        }
        return all;
    }

    /** Each row of a page as "id articles outlets before first last". */
    private static List<String> rows(String page) {
        Matcher row = ROW.matcher(page);
        List<String> all = new ArrayList<>();
        while (row.find()) {
            all.add(IntStream.rangeClosed(1, 6).mapToObj(row::group).collect(Collectors.joining(" ")));
        }
        assertThat(all).hasSize(page.split("<li class=\"story-line", -1).length - 1);
        return all;
    }

    private static List<String> told(JsonPath stories) {
        return stories.<Map<String, Object>>getList("items").stream()
                .map(item -> {
                    Map<?, ?> within = (Map<?, ?>) Objects.requireNonNull(item.get("within"));
                    return "%s %s %s %s %s %s"
                            .formatted(
                                    item.get("id"),
                                    within.get("articles"),
                                    within.get("outlets"),
                                    Objects.equals(item.get("before"), 0) ? "none" : item.get("before"),
                                    second(within.get("first")),
                                    second(within.get("last")));
                })
                .toList();
    }

    private static String second(@Nullable Object moment) {
        return Instant.parse(String.valueOf(moment))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static int total(String page) {
        Matcher total = Pattern.compile("class=\"totals\"><b>([0-9]+)</b>").matcher(page);
        return total.find() ? Integer.parseInt(total.group(1)) : 0;
    }

    private static JsonPath get(String address) {
        return given().urlEncodingEnabled(false).get(address).jsonPath();
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false).get(address).asString();
    }
}
