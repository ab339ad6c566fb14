package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages count is what the gold data holds. */
@QuarkusTest
@AsVera
class GoldPagesTest {
    private static final Instant FROM = Instant.parse("2025-09-11T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-09-18T00:00:00Z");

    @Inject
    Press press;

    private Gold gold;

    @BeforeEach
    void fill() {
        gold = press.gold();
    }

    @Test
    void today_counts_back_from_the_newest_news() {
        String page = get("/");
        Set<String> before = gold.claimsIn(Instant.EPOCH, FROM);
        var fresh = new HashSet<>(gold.claimsIn(FROM, TO));
        fresh.removeAll(before);
        assertThat(page).contains("7 days to 17 Sep 2025, the newest news held");
        assertThat(block(page, "new-claims")).isEqualTo(fresh.size());
        assertThat(block(page, "contradictions")).isEqualTo(contested(FROM, TO).size());
        assertThat(block(page, "moving")).isEqualTo(moving());
        assertThat(page).contains("HTTP 503 Service Unavailable");
    }

    /** Stories with three articles at least, and two standard deviations more than in the week before. */
    private long moving() {
        Map<String, Long> before = within(FROM.minus(Duration.ofDays(7)), FROM)
                .collect(Collectors.groupingBy(GoldArticle::story, Collectors.counting()));
        long moving =
                within(FROM, TO)
                        .collect(Collectors.groupingBy(GoldArticle::story, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(story -> story.getValue() >= 3)
                        .filter(story -> {
                            long usual = before.getOrDefault(story.getKey(), 0L);
                            return story.getValue() >= usual + 2 * Math.sqrt(usual + 1.0);
                        })
                        .count();
        assertThat(moving)
                .isPositive()
                .isLessThan(within(FROM, TO).map(GoldArticle::story).distinct().count());
        return moving;
    }

    @Test
    void claims_of_a_period_of_all_time_and_contested() {
        assertThat(total(get("/claims"))).isEqualTo(gold.claimsIn(FROM, TO).size());
        assertThat(total(get("/claims?period=all")))
                .isEqualTo(gold.claimsIn(Instant.EPOCH, TO).size());
        assertThat(total(get("/claims?period=all&show=contested")))
                .isEqualTo(contested(Instant.EPOCH, TO).size());
        assertThat(total(get("/claims?period=own&from=2025-09-08&to=2025-09-08")))
                .isEqualTo(gold.claimsIn(Instant.parse("2025-09-08T00:00:00Z"), Instant.parse("2025-09-09T00:00:00Z"))
                        .size());
        assertThat(get("/claims?period=own&from=2025-09-09&to=2025-09-08"))
                .contains("the first no later than the last");
    }

    @Test
    void each_claim_counts_its_statements_and_outlets() {
        for (var claim : gold.claims()) {
            List<GoldStatement> statements =
                    gold.statements().filter(s -> claim.id().equals(s.claim())).toList();
            long outlets = gold.current().stream()
                    .filter(a ->
                            a.statements().stream().anyMatch(s -> claim.id().equals(s.claim())))
                    .map(a -> a.outlet().name())
                    .distinct()
                    .count();
            long asserts = statements.stream()
                    .filter(s -> s.polarity().equals("ASSERTS"))
                    .count();
            if (statements.isEmpty()) {
                continue;
            }
            String page = get("/claims/" + press.claim(claim.id()));
            assertThat(page).contains(outlets == 1 ? ">1 outlet<" : ">" + outlets + " outlets<");
            assertThat(rows(get("/statements.csv?claim=" + press.claim(claim.id()))))
                    .isEqualTo(statements.size());
            if (asserts > 0) {
                assertThat(page).contains("asserted by " + asserts + (asserts == 1 ? " statement" : " statements"));
            }
        }
    }

    @Test
    void near_verbatim_reprints_are_folded_and_no_origin_of_their_own() {
        String page = get("/claims/" + press.claim("cf-obs-both"));
        assertThat(page).contains("3 reprints of Halyard");
        assertThat(page.substring(0, page.indexOf("id=\"timeline\""))).contains(">2 independent origins</a>");
        // What Halyard heard itself is its own, though it has another voice on this claim from Dalmara One.
        assertThat(count(page, "class=\"mark up\"")).isPositive();
    }

    @Test
    void a_claims_timeline_has_a_lane_for_each_outlet_and_says_who_was_first() {
        for (String id : List.of("cf-obs-both", "cf-obs-dalmara-only", "bk-cpi-64")) {
            String page = get("/claims/" + press.claim(id));
            String timeline = page.substring(page.indexOf("id=\"timeline\""), page.indexOf("id=\"chains\""));
            List<GoldArticle> carrying = gold.current().stream()
                    .filter(a -> a.statements().stream().anyMatch(s -> id.equals(s.claim())))
                    .toList();
            assertThat(count(timeline, "<path class=\"base\"")).as(id).isEqualTo((int)
                    carrying.stream().map(a -> a.outlet().name()).distinct().count());
            assertThat(timeline).contains(carrying.getFirst().outlet().name() + " had it first");
            assertThat(Pattern.compile("class=\"mark (up|down)[^\"]*\"")
                            .matcher(timeline)
                            .results())
                    .hasSizeBetween(1, (int)
                            gold.statements().filter(s -> id.equals(s.claim())).count());
        }
        assertThat(get("/claims/" + press.claim("cf-obs-both")))
                .contains("<h3>Contradicts this</h3>", "class=\"mark up hollow\"");
    }

    @Test
    void a_corrected_article_counts_once_and_keeps_both_versions() {
        long article = press.article("hal-0909-kessa-shelling");
        assertThat(press.article("hal-0909-kessa-shelling-v2")).isEqualTo(article);
        String newest = get("/articles/" + article);
        assertThat(newest).contains("version 1", "version 2", "Kareth denies shelling");
        assertThat(statementCards(newest)).isEqualTo(statementsOf("hal-0909-kessa-shelling-v2"));
        assertThat(statementCards(get("/articles/" + article + "?version=1")))
                .isEqualTo(statementsOf("hal-0909-kessa-shelling"));
        assertThat(given().get("/articles/" + article + "?version=3").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_evidence_is_highlighted_where_it_stands() {
        String page = get("/articles/" + press.article("hal-0909-kessa-shelling"));
        assertThat(page)
                .contains("<mark class=\"content\">Karethi artillery struck the border village of Kessa before dawn on"
                        + " Tuesday, killing four people</mark>")
                .contains("<mark class=\"speaker\">Anton Grebik</mark>")
                .contains("<mark class=\"cue\">denied</mark>");
    }

    @Test
    void arabic_and_german_say_which_they_are() {
        assertThat(get("/articles/" + press.article("sad-0910-rubelin-deaths")))
                .contains("<h1 lang=\"ar\" dir=\"auto\">");
        assertThat(get("/articles/" + press.article("abe-0912-notenbank"))).contains("<h1 lang=\"de\" dir=\"auto\">");
    }

    @Test
    void a_search_finds_what_the_texts_hold_and_exports_as_many_rows() {
        for (String query : List.of("lang:de", "outlet:halyard", "speaker:\"Nadia Ferrow\"", "lang:ar outlet:sada")) {
            String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
            int total = total(get("/search?period=all&q=" + encoded));
            assertThat(total).as(query).isEqualTo(matching(query));
            assertThat(rows(get("/statements.csv?period=all&q=" + encoded)))
                    .as(query)
                    .isEqualTo(total);
        }
        int words = total(get("/search?period=all&q=ceasefire"));
        assertThat(words).isBetween(5, 120);
        assertThat(rows(get("/statements.csv?period=all&q=ceasefire"))).isEqualTo(words);
        assertThat(total(get("/search?period=all&q=ceasefire%20-accord"))).isBetween(1, words);
    }

    @Test
    void lists_export_as_many_rows_as_they_count() {
        for (String asked : List.of("", "?period=all", "?period=all&show=contested", "?show=new&order=recent")) {
            assertThat(rows(get("/claims.csv" + asked))).as(asked).isEqualTo(total(get("/claims" + asked)));
        }
    }

    @Test
    void stories_hold_their_articles() {
        assertThat(total(get("/stories?period=all"))).isEqualTo(6);
        String story = get("/stories/" + press.story("port-strike"));
        assertThat(story).contains("5 articles", "4 outlets", "Lindmarker Abendbote");
    }

    @Test
    void actors_are_counted_and_the_unnamed_are_none() {
        assertThat(total(get("/actors?period=all"))).isEqualTo((int) gold.statements()
                .filter(s -> !s.speaker().kind().equals("UNNAMED"))
                .map(s -> s.speaker().name() + s.speaker().kind())
                .distinct()
                .count());
        long said = gold.statements()
                .filter(s -> s.speaker().name().equals("Nadia Ferrow"))
                .count();
        String page = get("/actors/" + press.actor("Nadia Ferrow") + "?period=all");
        assertThat(page).contains("Statements <span class=\"total\">" + said + "</span>");
        assertThat(rows(get("/statements.csv?period=all&actor=" + press.actor("Nadia Ferrow"))))
                .isEqualTo((int) said);
    }

    @Test
    void an_outlets_own_voice_stays_apart_from_whom_it_quotes() {
        GoldArticle article = gold.current().stream()
                .filter(a -> a.outlet().name().equals("Counting House")
                        && !a.outletStances().isEmpty())
                .findFirst()
                .orElseThrow();
        String page = get("/outlets/" + press.outlet("Counting House") + "?period=all");
        String own = page.substring(page.indexOf("Its own voice"), page.indexOf("What it quotes"));
        Set<String> targets = gold.current().stream()
                .filter(a -> a.outlet().name().equals("Counting House"))
                .flatMap(a -> a.outletStances().stream())
                .map(Gold.GoldStance::target)
                .collect(Collectors.toSet());
        assertThat(own).contains(article.outletStances().getFirst().target());
        assertThat(count(own, "<th scope=\"row\"")).isEqualTo(targets.size());
        assertThat(page).contains("it announces about one article a day");
    }

    private Stream<GoldArticle> within(Instant from, Instant to) {
        return gold.current().stream().filter(a -> !a.at().isBefore(from) && a.at().isBefore(to));
    }

    private Set<String> contested(Instant from, Instant to) {
        return gold.claimsIn(from, to).stream()
                .filter(claim -> within(from, to)
                                .flatMap(a -> a.statements().stream())
                                .filter(s -> claim.equals(s.claim()))
                                .map(GoldStatement::polarity)
                                .distinct()
                                .count()
                        == 2)
                .collect(Collectors.toSet());
    }

    private int matching(String query) {
        return (int) gold.current().stream()
                .filter(a -> !query.contains("lang:de") || a.outlet().language().equals("de"))
                .filter(a -> !query.contains("lang:ar") || a.outlet().language().equals("ar"))
                .filter(a -> !query.contains("halyard")
                        || a.outlet().name().toLowerCase(Locale.ROOT).contains("halyard"))
                .flatMap(a -> a.statements().stream())
                .filter(s ->
                        !query.contains("Ferrow") || Objects.equals(s.speaker().name(), "Nadia Ferrow"))
                .count();
    }

    private int statementsOf(String article) {
        return gold.articles().stream()
                .filter(a -> a.id().equals(article))
                .findFirst()
                .orElseThrow()
                .statements()
                .size();
    }

    private static String get(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }

    private static int total(String page) {
        return number(page, "<p class=\"totals\"><b>(\\d+)</b>");
    }

    private static int block(String page, String id) {
        return number(page, "<h2 id=\"" + id + "\">[^<]*<a class=\"total\"[^>]*>(\\d+)</a>");
    }

    private static int number(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static int statementCards(String page) {
        return count(page, "<article class=\"statement");
    }

    private static int count(String page, String words) {
        return page.split(Pattern.quote(words), -1).length - 1;
    }

    /** Rows below the header; a row's own line breaks lie within quotation marks. */
    private static int rows(String csv) {
        return csv.split("\r\n").length - 1;
    }
}
