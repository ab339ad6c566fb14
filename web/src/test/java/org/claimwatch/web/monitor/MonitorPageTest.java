package org.claimwatch.web.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.monitor.NewsOfMonitor.News;
import org.claimwatch.web.reading.Arrived;
import org.claimwatch.web.reading.ResultKind;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.SettableClock;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitor shows beside its matches: their course, what came since one was here, and who gets it. */
@QuarkusTest
@AsBen
class MonitorPageTest {
    @Inject
    Press press;

    @Inject
    Stranger stranger;

    @Inject
    SettableClock clock;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> put = new ArrayList<>();

    @AfterEach
    void tidy() {
        put.forEach(stranger::remove);
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "articles", "claims", "stories"})
    void finds_of_each_kind_what_search_finds(String kind) {
        press.gold();
        String monitor = monitor("Kinds " + kind, "lang:en ceasefire");
        String asked = "period=all&as=" + kind;
        String search = given().urlEncodingEnabled(false)
                .get("/search?q=lang%3Aen+ceasefire&" + asked)
                .asString();
        String page = page(monitor + "?" + asked);
        assertThat(total(page)).isPositive().isEqualTo(total(search));
        assertThat(rows(page, kind)).isNotEmpty().isEqualTo(rows(search, kind));
        assertThat(page.replaceAll("(?s).*<nav class=\"choices\" aria-label=\"as\"(.*?)</nav>.*", "$1"))
                .contains("Statements (", "Articles (", "Claims (", "Stories (");
    }

    @Test
    void a_new_visit_begins_half_an_hour_after_the_last_look_and_tells_what_came_meanwhile() {
        String monitor = monitor("Visits", "tamarin");
        say("tamarin", "2031-02-01T08:00:00Z");
        at("2031-02-01T09:00:00Z");
        assertThat(page(monitor)).doesNotContain("class=\"since\"");
        at("2031-02-01T09:20:00Z");
        assertThat(page(monitor)).doesNotContain("class=\"since\"");
        Stranger.Rows came = say("tamarin", "2031-02-01T10:00:00Z");
        say("tamarin", "2031-02-01T10:30:00Z");
        at("2031-02-01T11:00:00Z");
        JsonPath news = given().get("/api/v1" + monitor + "/news").jsonPath();
        assertThat(news.getInt("statements")).isEqualTo(2);
        assertThat(news.getList("atLeast")).isEmpty();
        for (int look = 0; look < 2; look++) {
            String page = page(monitor);
            assertThat(since(page))
                    .contains("2031-02-01T09:20:00Z")
                    .contains("2 new statements", "2 new articles", "2 new claims", "2 new stories");
            for (Matcher link = Pattern.compile("href=\"([^\"]+)\">2 new").matcher(since(page)); link.find(); ) {
                String address = link.group(1).replace("&amp;", "&");
                String shown = page(address);
                assertThat(total(shown)).isEqualTo(2);
                String kind = address.contains("as=") ? address.replaceFirst(".*as=([a-z]+).*", "$1") : "statements";
                assertThat(told(monitor, kind, news)).hasSize(2).isEqualTo(rows(shown, kind));
                assertThat(shown).contains("This is only what came in from", "Show all of a period");
            }
            at("2031-02-01T11:10:00Z");
        }
        // The article comes once more, and says what it said: no news.
        stranger.publishAnew(came, "tamarin 1", 0.95f, Instant.parse("2031-02-01T12:00:00Z"));
        at("2031-02-01T13:00:00Z");
        assertThat(given().get("/api/v1" + monitor + "/news").jsonPath().getString("since"))
                .isEqualTo("2031-02-01T11:10:00Z");
        assertThat(since(page(monitor))).contains("2031-02-01T11:10:00Z", "nothing has come");
    }

    /** The ids of what a program is told came in since the last visit. */
    private static List<String> told(String monitor, String kind, JsonPath news) {
        JsonPath list = given().queryParam(Arrived.FROM, news.getString("since"))
                .queryParam(Arrived.TO, news.getString("to"))
                .get("/api/v1%s/%s".formatted(monitor, kind))
                .jsonPath();
        assertThat(list.getInt("total")).isEqualTo(news.getInt(kind));
        assertThat(list.getString("period")).isNull();
        return list.<Integer>getList("items.id").stream().map(String::valueOf).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new-from=2031-02-01T09:00:00Z",
                "new-to=2031-02-01T09:00:00Z",
                "new-from=yesterday&new-to=2031-02-01T09:00:00Z",
                "new-from=2031-02-01T09:00:00Z&new-to=2031-02-01T08:00:00Z",
                "new-from=-1000000000-01-01T00:00:00Z&new-to=2031-02-01T08:00:00Z"
            })
    void no_stretch_of_time_is_refused_by_the_api_and_none_to_the_page(String asked) {
        String monitor = monitor("Nonsense", "tamarin");
        assertThat(page(monitor + "?" + asked)).doesNotContain("This is only what came in from");
        for (ResultKind kind : ResultKind.values()) {
            assertThat(given().urlEncodingEnabled(false)
                            .get("/api/v1%s/%s?%s".formatted(monitor, kind.word(), asked))
                            .statusCode())
                    .as(kind.word())
                    .isEqualTo(400);
        }
    }

    @Test
    void says_of_which_kinds_more_came_than_were_counted() {
        var news = new News(
                new Arrived(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
                Map.of(ResultKind.STATEMENTS, new Total(100_000, true), ResultKind.CLAIMS, Total.exactly(7)));
        assertThat(MonitorApi.atLeast(news)).containsExactly("statements");
    }

    @Test
    void what_is_doubted_or_was_fetched_long_ago_is_no_news() {
        String monitor = monitor("No news", "uakari");
        at("2031-03-01T09:00:00Z");
        page(monitor);
        put.add(stranger.put(
                "uakari doubted", "https://uakari.example/doubted", 0.4f, Instant.parse("2031-03-01T10:00:00Z")));
        Stranger.Rows old = say("uakari", "2031-01-01T10:00:00Z");
        desk.in(
                "river-desk",
                () -> entities.createNativeQuery(
                                "update article_version set analysed_at = '2031-03-01T10:30:00Z' where article_id = :id")
                        .setParameter("id", old.article())
                        .executeUpdate());
        at("2031-03-01T11:00:00Z");
        String since = since(page(monitor));
        assertThat(since).contains("1 new article").doesNotContain("new statement", "new claim");
    }

    @Test
    void draws_the_days_and_marks_the_spike_in_picture_table_and_words() {
        String monitor = monitor("Days", "colobus");
        for (int day = 1; day <= 20; day++) {
            for (int i = 0; i < (day == 18 ? 12 : 1); i++) {
                say("colobus", "2031-04-%02dT12:00:00Z".formatted(day));
            }
        }
        at("2031-04-21T00:00:00Z");
        String page = page(monitor + "?period=30d");
        assertThat(page)
                .contains("31 statements in 30 days; a spike: 18 Apr 2031.")
                .contains("class=\"flag\"", "18 Apr 2031: 12 statements; a spike, where 1.0 a day were usual");
        assertThat(page.split("class=\"column", -1)).hasSize(21);
        assertThat(page.split("class=\"flag\"", -1)).hasSize(2);
        Matcher row = Pattern.compile(
                        "<a href=\"([^\"]+)\" dir=\"auto\">18 Apr 2031</a></th><td class=\"number\"><a href=\"[^\"]+\">12</a></td><td class=\"number\"><a href=\"[^\"]+\">12</a></td><td class=\"number\">1.0</td><td class=\"number\">spike</td>")
                .matcher(page);
        assertThat(row.find()).isTrue();
        assertThat(total(page(row.group(1).replace("&amp;", "&")))).isEqualTo(12);
        List<Map<String, Object>> days = given().get("/api/v1" + monitor + "/volume?period=30d")
                .jsonPath()
                .getList("days");
        assertThat(days)
                .hasSize(30)
                .filteredOn(day -> Boolean.TRUE.equals(day.get("spike")))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day).containsEntry("day", "2031-04-18").containsEntry("statements", 12);
                });
    }

    @Test
    void says_who_gets_it_but_not_whose_own_digest_it_is() {
        var made = desk.make("river-desk", "Told", "dam", Instant.now(), "a@river.example", "b@river.example");
        String monitor = "/teams/river-desk/monitors/" + made.monitor();
        String page = page(monitor);
        assertThat(page)
                .contains("/digests/%d\">Digest to</a> <bdi>a@river.example, b@river.example</bdi>"
                        .formatted(made.digest()));
        desk.in("river-desk", () -> {
            entities.createNativeQuery("""
                            insert into account (subject, name) values ('another-of-the-team', 'Another') on conflict do nothing
                            """).executeUpdate();
            return entities.createNativeQuery(
                            "update digest set account_id = (select id from account where subject = 'another-of-the-team') where id = :id")
                    .setParameter("id", made.digest())
                    .executeUpdate();
        });
        assertThat(page(monitor)).contains("Nobody: it is read here alone.").doesNotContain("a@river.example");
    }

    private static String monitor(String name, String query) {
        return Forms.postAndFollow(
                "/teams/river-desk/monitors", Map.of("name", name + " " + System.nanoTime(), "query", query));
    }

    private Stranger.Rows say(String words, String at) {
        Stranger.Rows rows = stranger.put(
                words + " " + put.size(),
                "https://%s.example/%d".formatted(words, put.size()),
                0.95f,
                Instant.parse(at));
        put.add(rows);
        return rows;
    }

    private void at(String time) {
        clock.set(Instant.parse(time));
    }

    private static String page(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String since(String page) {
        Matcher found = Pattern.compile("(?s)<p class=\"since\">.*?</p>").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static List<String> rows(String page, String kind) {
        String pattern = switch (kind) {
            case "statements" -> "cite=\"/articles/\\d+\\?version=\\d+#statement-(\\d+)\"";
            case "articles" -> "class=\"claim-text\"><a href=\"/articles/(\\d+)\"";
            case "claims" -> "class=\"claim-text\"><a href=\"/claims/(\\d+)\"";
            default -> "class=\"claim-text\"><a href=\"/stories/(\\d+)\"";
        };
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static int total(String page) {
        Matcher found = Pattern.compile("<p class=\"totals\"><b>(\\d+)</b>").matcher(page);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
