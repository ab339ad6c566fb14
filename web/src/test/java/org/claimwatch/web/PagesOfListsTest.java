package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Stranger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever goes from page to page meets each row of a list once, as many as its total says, whatever arrives meanwhile. */
@QuarkusTest
@AsBen
class PagesOfListsTest {
    private static final Pattern TOTAL = Pattern.compile("class=\"totals?\"[^>]*>(?:<b>)?(\\d+)<");
    private static final Pattern CLAIM = Pattern.compile("<p class=\"claim-text\"><a href=\"/claims/(\\d+)\"");
    private static final Pattern STORY = Pattern.compile("<p class=\"claim-text\"><a href=\"/stories/(\\d+)\"");
    private static final Pattern STATEMENT = Pattern.compile("cite=\"/articles/\\d+\\?version=\\d+#statement-(\\d+)\"");

    @Inject
    Press press;

    @Inject
    Desk desk;

    @Inject
    Stranger stranger;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?period=all",
                "?period=all&order=recent",
                "?period=all&order=outlets",
                "?period=own&from=2025-09-01&to=2025-09-14",
                "?period=own&from=2025-09-01&to=2025-09-14&order=recent&show=new",
                "?period=all&q=lang%3Aen&order=outlets"
            })
    void claims_in_each_order(String asked) {
        press.gold();
        walk("/claims" + asked, CLAIM, 2);
    }

    @Test
    void what_one_speaker_said_what_an_outlet_published_and_who_spoke() {
        press.gold();
        walk("/actors?period=all", Pattern.compile("<a href=\"/actors/(\\d+)\" dir"), 2);
        walk("/stories?period=all", STORY, 1);
        walk("/actors/%d?period=all".formatted(press.actor("Nadia Ferrow")), STATEMENT, 1);
        walk(
                "/outlets/%d?period=all".formatted(press.outlet("Sable Harbour Gazette")),
                Pattern.compile("</time>\\s*<a href=\"/articles/(\\d+)\" lang"),
                1);
    }

    @Test
    void what_a_team_keeps() {
        press.gold();
        var made = desk.make("river-desk", "Pages", "lang:en", Instant.now(), "p@river.example");
        String monitor = "/teams/river-desk/monitors/%d?period=all".formatted(made.monitor());
        walk(monitor, STATEMENT, 2);
        walk(monitor + "&as=claims", CLAIM, 2);
        for (int i = 0; i < 30; i++) {
            Forms.post(
                    "/teams/river-desk/notes",
                    Map.of("on", "CLAIM", "of", press.claim("cf-obs-both"), "body", "Note " + i));
        }
        walk("/teams/river-desk/notes", Pattern.compile("(<li>)\\s*<p dir=\"auto\">"), 2);
        Forms.post(
                "/teams/river-desk/basket",
                Map.of(
                        "tick",
                        given().get("/api/v1/statements?period=all&limit=60")
                                .jsonPath()
                                .getList("items.id")));
        walk("/teams/river-desk/basket", STATEMENT, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/claims?order=worth", "/claims?order=recent", "/claims?order=outlets", "/claims", "/actors"})
    void programs_meet_each_row_once_and_in_the_pages_order(String list) {
        press.gold();
        String address = "/api/v1" + list + (list.contains("?") ? "&" : "?") + "period=all&limit=9";
        List<Integer> all = new ArrayList<>();
        String last = address;
        for (String next = address; next != null; ) {
            Response answer = given().urlEncodingEnabled(false).get(next);
            all.addAll(answer.jsonPath().getList("items.id"));
            last = next;
            next = answer.jsonPath().getString("links.next");
        }
        Response end = given().urlEncodingEnabled(false).get(last);
        assertThat(all).doesNotHaveDuplicates().hasSize(end.jsonPath().getInt("total"));
        assertThat(end.jsonPath().getBoolean("atLeast")).isFalse();
        Response before = given().urlEncodingEnabled(false)
                .get(Objects.requireNonNull(end.jsonPath().getString("links.previous")));
        int left = all.size() - end.jsonPath().getList("items.id").size();
        assertThat(before.jsonPath().getList("items.id")).isEqualTo(all.subList(left - 9, left));
        if (list.contains("order")) {
            assertThat(walked("/claims?period=all&" + list.substring(list.indexOf("order")), CLAIM, () -> {}))
                    .isEqualTo(all.stream().map(String::valueOf).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&order=worth", "&order=recent", "&order=outlets"})
    void arrivals_hide_no_claim_and_show_none_twice(String order) {
        press.gold();
        String address = "/claims?period=all" + order;
        List<String> before = walked(address, CLAIM, () -> {});
        var arrived = new ArrayList<Stranger.Rows>();
        try {
            List<String> meanwhile = walked(
                    address,
                    CLAIM,
                    () -> arrived.add(stranger.put(
                            "Nothing of this was known before " + arrived.size(),
                            "http://arrives.example/" + arrived.size(),
                            Press.CONFIDENCE,
                            Instant.parse("2025-09-18T10:00:00Z"))));
            assertThat(arrived).hasSizeGreaterThan(2);
            assertThat(meanwhile).doesNotHaveDuplicates().containsAll(before);
        } finally {
            arrived.forEach(stranger::remove);
        }
    }

    @Test
    void what_no_page_wrote_asks_for_the_first() {
        press.gold();
        String first = get("/claims?period=all");
        for (String nonsense :
                List.of("after=x", "after=1.2", "before=1.1.1.1.x", "after=99999999999999999999.1.1.1.1")) {
            assertThat(CLAIM.matcher(get("/claims?period=all&" + nonsense))
                            .results()
                            .map(found -> found.group(1)))
                    .as(nonsense)
                    .isEqualTo(CLAIM.matcher(first)
                            .results()
                            .map(found -> found.group(1))
                            .toList());
        }
        assertThat(given().get("/api/v1/claims?order=worth&after=1.2").statusCode())
                .isEqualTo(400);
        assertThat(given().get("/api/v1/claims?order=best").statusCode()).isEqualTo(400);
    }

    private void walk(String address, Pattern item, int atLeast) {
        var pages = new LinkedHashMap<String, List<String>>();
        for (String next = address; next != null; next = link(get(next), "next")) {
            pages.put(next, items(get(next), item));
        }
        List<String> all = pages.values().stream().flatMap(List::stream).toList();
        assertThat(pages).as(address).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(all).as(address).hasSize(total(get(address)));
        if (!all.getFirst().startsWith("<")) {
            assertThat(all).as(address).doesNotHaveDuplicates();
        }
        var back = new ArrayList<List<String>>();
        for (String next = List.copyOf(pages.keySet()).getLast(); next != null; next = link(get(next), "prev")) {
            back.addFirst(items(get(next), item));
        }
        assertThat(back).as(address).isEqualTo(List.copyOf(pages.values()));
    }

    private List<String> walked(String address, Pattern item, Runnable afterEach) {
        var all = new ArrayList<String>();
        for (String next = address; next != null; ) {
            String page = get(next);
            all.addAll(items(page, item));
            afterEach.run();
            next = link(page, "next");
        }
        return all;
    }

    private static List<String> items(String page, Pattern item) {
        return item.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static @Nullable String link(String page, String rel) {
        Matcher link = Pattern.compile("<a rel=\"%s\" href=\"([^\"]+)\"".formatted(rel))
                .matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    /** The list's own, where others stand on the page too. */
    private static int total(String page) {
        int list = Stream.of("id=\"statements\"", "id=\"articles\"", "id=\"notes\"")
                .mapToInt(page::indexOf)
                .max()
                .orElse(0);
        Matcher total = TOTAL.matcher(page.substring(Math.max(0, list)));
        assertThat(total.find()).isTrue();
        return Integer.parseInt(total.group(1));
    }

    private static String get(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }
}
