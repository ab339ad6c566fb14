package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.support.AsAda;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of drawings and of a team's lists lead to exactly the rows that they count, and lists say how many they have. */
@QuarkusTest
@AsAda
class NumbersOfPagesTest {
    private static final String PERIOD = "period=own&from=2025-09-09&to=2025-09-17";

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @Inject
    EntityManager entities;

    @BeforeEach
    void fill() {
        press.gold();
    }

    @Test
    void a_monitors_matches_in_the_list_are_those_of_its_page() {
        String monitor = monitor("ceasefire OR speaker:ferrow");
        String list = get("/teams/river-desk/monitors?" + PERIOD);
        Matcher number = Pattern.compile("<a href=\"(" + monitor + "\\?[^\"]+)\">(\\d+) (?:statement|claim)")
                .matcher(list);
        int numbers = 0;
        while (number.find()) {
            assertThat(total(get(href(number)))).as(href(number)).isPositive().isEqualTo(number(number));
            numbers++;
        }
        assertThat(numbers).isEqualTo(2);
    }

    @Test
    void a_days_numbers_in_a_monitors_course_are_those_of_its_rows() {
        assertThat(follow("class=\"number\"", monitor("ceasefire OR speaker:ferrow") + "?" + PERIOD))
                .isGreaterThan(5);
    }

    @Test
    void a_monitor_is_compared_with_the_period_before() {
        String monitor = monitor("ceasefire OR speaker:ferrow");
        String compared = get(monitor + "?period=own&from=2025-09-14&to=2025-09-17&compare=before");
        Matcher before =
                Pattern.compile("statements in the period before: (\\d+)").matcher(compared);
        assertThat(before.find()).isTrue();
        assertThat(total(get(monitor + "?period=own&from=2025-09-10&to=2025-09-13")))
                .isPositive()
                .isEqualTo(Long.parseLong(before.group(1)));
    }

    @Test
    void whom_an_outlet_quotes_how_often_is_found_by_the_number() {
        String outlet = get("/outlets/" + press.outlet("Halyard") + "?" + PERIOD);
        Matcher bar = Pattern.compile("<a href=\"(/search[^\"]+)\"><text class=\"value\"[^>]*><title>[^<]*: (\\d+)")
                .matcher(outlet);
        int bars = 0;
        while (bar.find()) {
            assertThat(total(get(href(bar)))).as(href(bar)).isEqualTo(number(bar));
            bars++;
        }
        assertThat(bars).isPositive();
        assertThat(follow("class=\"number\"", "/outlets/" + press.outlet("Halyard") + "?" + PERIOD))
                .isEqualTo(bars);
    }

    @Test
    void the_claims_that_no_other_outlet_carries_are_listed() {
        Stranger.Rows alone =
                stranger.put("Tamarin Sole", "http://sole.example/", 0.95f, Instant.parse("2025-09-16T10:00:00Z"));
        try {
            Matcher sentence = Pattern.compile("<a href=\"(/claims[^\"]+)\">None of its (\\d+) claim")
                    .matcher(get("/outlets/" + alone.outlet() + "?" + PERIOD));
            assertThat(sentence.find()).isTrue();
            assertThat(total(get(href(sentence)))).isPositive().isEqualTo(number(sentence));
        } finally {
            stranger.remove(alone);
        }
    }

    /** Ten are shown at first. */
    @Test
    void a_longer_list_of_an_actors_page_says_so_and_leads_to_all() {
        long actor = QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select speaker_id from told_statement where speaker_id is not null group by 1 order by count(*) desc, 1 limit 1")
                                .getSingleResult())
                        .longValue());
        List<Object[]> before = QuarkusTransaction.requiringNew().call(() -> {
            List<Object[]> held = entities.unwrap(Session.class)
                    .createNativeQuery(
                            "select id, speaker_affiliation from statement where speaker_id = " + actor, Object[].class)
                    .getResultList();
            entities.createNativeQuery(
                            "update statement set speaker_affiliation = 'Post ' || id where speaker_id = " + actor)
                    .executeUpdate();
            return held;
        });
        try {
            Matcher some = Pattern.compile("<a href=\"([^\"]+)#affiliations\">10 of (\\d+), show all</a>")
                    .matcher(get("/actors/" + actor + "?period=all"));
            assertThat(some.find()).isTrue();
            assertThat(number(some)).isGreaterThan(10).isLessThanOrEqualTo(before.size());
            String whole = get(href(some));
            String list = whole.substring(whole.indexOf("id=\"affiliations\""));
            assertThat(list.substring(0, list.indexOf("</ul>")).split("<li>", -1))
                    .hasSize((int) number(some) + 1);
            assertThat(whole).doesNotContain("#affiliations\">");
            JsonPath told =
                    given().get("/api/v1/actors/%d?period=all".formatted(actor)).jsonPath();
            assertThat(told.getLong("affiliationsTotal")).isEqualTo(number(some));
            assertThat(told.getList("affiliations")).hasSize(10);
            assertThat(given().get("/api/v1/actors/%d?period=all&lists=all".formatted(actor))
                            .jsonPath()
                            .<String>getList("affiliations.name"))
                    .hasSize((int) number(some))
                    .allSatisfy(name -> assertThat(list).contains(">" + name + "<"));
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> before.forEach(row -> entities.createNativeQuery(
                                    "update statement set speaker_affiliation = nullif(:was, '') where id = :id")
                            .setParameter("was", Objects.requireNonNullElse(row[1], ""))
                            .setParameter("id", row[0])
                            .executeUpdate()));
        }
    }

    @Test
    void a_teams_lists_say_how_many_they_have() {
        var made = desk.make(
                "river-desk",
                "Listed " + System.nanoTime(),
                "ceasefire",
                Instant.parse("2025-09-17T16:00:00Z"),
                "ada@example.org");
        Forms.post("/teams/river-desk/shares", Map.of("monitor", made.monitor(), "days", 7));
        Forms.post("/teams/river-desk/coding", Map.of("name", "A round of " + System.nanoTime(), "size", 3));
        for (String list : new String[] {"digests", "alerts", "shares", "coding"}) {
            String page = get("/teams/river-desk/" + list);
            int rows = page.replaceAll("(?s)<section class=\"block\".*", "")
                            .split("<li>\\s*<p class=\"claim-text\"", -1)
                            .length
                    - 1;
            assertThat(total(page)).as(list).isEqualTo(rows);
            if (list.equals("shares")) {
                assertThat(given().get("/api/v1/teams/river-desk/shares")
                                .jsonPath()
                                .getInt("total"))
                        .isEqualTo(rows);
            }
            if (!list.equals("alerts")) {
                assertThat(rows).as(list).isPositive();
            }
        }
    }

    private static String monitor(String query) {
        return Forms.postAndFollow(
                "/teams/river-desk/monitors", Map.of("name", "Numbers " + System.nanoTime(), "query", query));
    }

    /** How many numbers of a page's tables under its drawings were links, each to as many rows as it says. */
    private static int follow(String cell, String page) {
        Matcher number = Pattern.compile("<td " + cell + "><a href=\"([^\"]+)\">(\\d+)</a></td>")
                .matcher(get(page));
        int numbers = 0;
        while (number.find()) {
            assertThat(total(get(href(number)))).as(href(number)).isEqualTo(number(number));
            numbers++;
        }
        return numbers;
    }

    private static String href(Matcher link) {
        return link.group(1).replace("&amp;", "&");
    }

    private static long number(Matcher link) {
        return Long.parseLong(link.group(2));
    }

    private static long total(String page) {
        Matcher total = Pattern.compile("class=\"totals\">\\s*<b>(\\d+)</b>").matcher(page);
        assertThat(total.find()).as(page).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static String get(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }
}
