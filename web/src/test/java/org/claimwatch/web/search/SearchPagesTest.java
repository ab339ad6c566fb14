package org.claimwatch.web.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.claimwatch.web.support.NaiveAnswer;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four lists of a search, their facets and their pages, counted against the sample press. */
@QuarkusTest
@AsBen
class SearchPagesTest {
    @Inject
    Press press;

    @SuppressWarnings("NullAway.Init")
    private Gold gold;

    @BeforeEach
    void fill() {
        gold = press.gold();
    }

    @Test
    void a_query_is_explained_to_programs_as_to_people_and_told_as_a_feed() {
        String page = given().get("/search?as=claims&q=dam -river").asString();
        var explained = Pattern.compile("<p class=\"explained\">(.*?)\\.</p>").matcher(page);
        assertThat(explained.find()).isTrue();
        var told = given().get("/api/v1/query?as=claims&q=dam -river").jsonPath();
        assertThat(told.getString("explained")).startsWith("Claims ").isEqualTo(explained.group(1));
        assertThat(page).contains("href=\"/search-feeds/");
        assertThat(given().get(told.getString("atom")).contentType()).startsWith("application/atom+xml");
        assertThat(given().get(told.getString("rss")).contentType()).startsWith("application/rss+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ceasefire",
                "ceasefire -accord lang:en",
                "dam NEAR/6 water OR observers",
                "stance:against target:kareth",
                "speaker:ferrow",
                "-form:direct topic:ceasefire"
            })
    void each_kind_counts_what_the_press_holds(String text) {
        Query query = Query.of(text);
        assertThat(total(search(text, "statements")))
                .isEqualTo(rows(query, false).count());
        assertThat(total(search(text, "claims")))
                .isEqualTo(rows(query, false)
                        .filter(row -> row.s() != null && row.s().claim() != null)
                        .map(row -> Objects.requireNonNull(row.s()).claim())
                        .distinct()
                        .count());
        assertThat(total(search(text, "articles")))
                .isEqualTo(rows(query, true).map(row -> row.a().id()).distinct().count());
        assertThat(total(search(text, "stories")))
                .isEqualTo(
                        rows(query, true).map(row -> row.a().story()).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "articles", "claims", "stories"})
    void the_number_of_each_facet_is_what_its_link_finds(String kind) {
        String page =
                get("/search?period=all&facets=now&as=%s&q=%s".formatted(kind, encoded("ceasefire OR target:kareth")));
        Matcher facets = Pattern.compile(
                        "<li><a href=\"(/search[^\"]*)\"><bdi>([^<]*)</bdi> <span class=\"muted\">(\\d+)</span></a></li>")
                .matcher(page);
        int seen = 0;
        while (facets.find()) {
            assertThat(facets.group(1)).doesNotContain("facets");
            String narrowed = get(facets.group(1).replace("&amp;", "&"));
            assertThat(total(narrowed)).as(facets.group(2)).isEqualTo(Long.parseLong(facets.group(3)));
            seen++;
        }
        assertThat(seen).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "articles", "claims"})
    void pages_follow_each_other_without_gap_or_double_and_lead_back(String kind) {
        String address = "/search?period=all&as=" + kind;
        var pages = new ArrayList<List<String>>();
        String last = address;
        for (String next = address; next != null; ) {
            String page = get(next);
            pages.add(items(page, kind));
            last = next;
            next = link(page, "next");
        }
        List<String> all = pages.stream().flatMap(List::stream).toList();
        assertThat(new HashSet<>(all)).hasSameSizeAs(all).hasSize((int) total(get(address)));
        var back = new ArrayList<List<String>>();
        for (String next = last; next != null; ) {
            String page = get(next);
            back.addFirst(items(page, kind));
            next = link(page, "prev");
        }
        assertThat(back).isEqualTo(pages);
    }

    @Test
    void a_mistake_is_marked_where_it_is() {
        String page = search("ceasefire topi:war <b>", "statements");
        assertThat(page)
                .contains("At character 11", "<mark class=\"misread\">topi:</mark>war &lt;b&gt;", "<b>0</b> statements")
                .doesNotContain("save as monitor");
        assertThat(given().urlEncodingEnabled(false)
                        .get("/statements.csv?q=topi%3Awar")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void each_export_has_as_many_rows_as_the_page_counts() {
        String asked = "?period=all&q=" + encoded("ceasefire OR dam");
        long total = total(get("/search" + asked));
        assertThat(get("/statements.csv" + asked).split("\r\n", -1)).hasSize((int) total + 2);
        assertThat(get("/statements.jsonl" + asked).split("\n", -1)).hasSize((int) total + 1);
        long claimed = rows(Query.of("ceasefire OR dam"), false)
                .filter(row -> row.s() != null && row.s().claim() != null)
                .count();
        String network = get("/statements.dna.csv" + asked);
        assertThat(network)
                .startsWith("ID,time,docId,docTitle,docSource,start,end,text,person,organization,concept,agreement");
        assertThat(network.split("\r\n", -1)).hasSize((int) claimed + 2);
    }

    private record Row(GoldArticle a, @Nullable GoldStatement s) {}

    private Stream<Row> rows(Query query, boolean inArticle) {
        var naive = new NaiveAnswer(gold, inArticle);
        return gold.current().stream()
                .flatMap(a -> a.statements().isEmpty() && inArticle
                        ? Stream.of(new Row(a, null))
                        : a.statements().stream().map(s -> new Row(a, s)))
                .filter(row -> naive.holds(query.asked(), row.a(), row.s()));
    }

    private static String search(String text, String kind) {
        return get("/search?period=all&as=" + kind + "&q=" + encoded(text));
    }

    private static List<String> items(String page, String kind) {
        String pattern = kind.equals("statements")
                ? "cite=\"/articles/\\d+\\?version=\\d+#statement-(\\d+)\""
                : "<p class=\"claim-text\"><a href=\"/%s/(\\d+)\"".formatted(kind);
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }

    private static @Nullable String link(String page, String rel) {
        Matcher link =
                Pattern.compile("<a rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String get(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }

    private static long total(String page) {
        Matcher found = Pattern.compile("<p class=\"totals\"><b>(\\d+)</b>").matcher(page);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }
}
