package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.claimwatch.web.support.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Today, matrix, network and outlets show is what the gold data holds. */
@QuarkusTest
@AsVera
class GoldSeeTest {
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
    void the_matrix_of_speakers_counts_each_of_their_stances() {
        long stances = gold.statements()
                .filter(GoldSeeTest::named)
                .mapToLong(s -> s.stances().size())
                .sum();
        String page = get("/matrix?period=all");
        assertThat(page).contains("<b>" + stances + "</b> stances of");
        for (String polarity : Set.of("FAVOR", "AGAINST", "NEUTRAL")) {
            long expected = gold.statements()
                    .filter(GoldSeeTest::named)
                    .filter(s -> s.speaker().name().equals("Davor Selenik"))
                    .flatMap(s -> s.stances().stream())
                    .filter(s -> s.target().equals("Kareth") && s.polarity().equals(polarity))
                    .count();
            String cell = page.substring(page.indexOf(">Davor Selenik</a>"));
            String sign = Map.of("FAVOR", "▲", "AGAINST", "▼", "NEUTRAL", "■").get(polarity);
            var label = Pattern.compile("aria-label=\"Davor Selenik on Kareth: [^\"]*\"[^>]*>(.*?)</a>")
                    .matcher(cell);
            String shown = label.find() ? label.group(1) : "";
            assertThat(shown.contains(sign + expected)).as(polarity).isEqualTo(expected > 0);
        }
    }

    @Test
    void the_matrix_of_outlets_counts_their_own_voice_alone() {
        long stances =
                gold.current().stream().mapToLong(a -> a.outletStances().size()).sum();
        assertThat(get("/matrix?by=outlet&period=all")).contains("<b>" + stances + "</b> stances of");
        long outlet = press.outlet("Counting House");
        Map<String, Long> own = gold.current().stream()
                .filter(a -> a.outlet().name().equals("Counting House"))
                .flatMap(a -> a.outletStances().stream())
                .collect(Collectors.groupingBy(Gold.GoldStance::target, TreeMap::new, Collectors.counting()));
        own.forEach((target, count) -> {
            String page = given().queryParam("by", "outlet")
                    .queryParam("period", "all")
                    .queryParam("of", outlet)
                    .queryParam("on", target)
                    .get("/matrix")
                    .asString();
            assertThat(page.split("class=\"statement own\"", -1)).as(target).hasSize((int) (count + 1));
            assertThat(page).contains("<mark class=\"content\">");
        });
    }

    @Test
    void a_cell_opens_the_statements_that_it_counts() {
        long expected = gold.statements()
                .filter(s -> s.speaker().name().equals("Davor Selenik"))
                .filter(s ->
                        s.stances().stream().anyMatch(stance -> stance.target().equals("Kareth")))
                .count();
        String page = get("/matrix?period=all&of=" + press.actor("Davor Selenik") + "&on=Kareth");
        String evidence = page.substring(page.indexOf("id=\"evidence\""));
        assertThat(evidence.split("<article class=\"statement", -1)).hasSize((int) expected + 1);
        assertThat(evidence).contains("<span class=\"total\">" + expected + "</span>");
    }

    @Test
    void the_matrix_is_filtered_and_sorted_by_its_address() {
        String page = get("/matrix?period=all&holder=selenik&sort=name");
        assertThat(page).contains("Davor Selenik").doesNotContain(">Iveta Haldane</a></th>");
        assertThat(get("/matrix?period=all&target=no+such+target")).contains("No speaker took a side");
    }

    /** Pairs on one side of a claim, or on opposite ones, and those parted by claims that contradict each other. */
    @Test
    void the_network_has_the_golds_pairs() {
        Map<String, Map<String, Set<String>>> stands = new TreeMap<>();
        gold.statements()
                .filter(GoldSeeTest::named)
                .filter(s -> s.claim() != null)
                .forEach(s -> stands.computeIfAbsent(s.claim(), c -> new TreeMap<>())
                        .computeIfAbsent(s.speaker().name() + s.speaker().kind(), a -> new TreeSet<>())
                        .add(s.polarity()));
        stands.values().forEach(actors -> actors.values().removeIf(sides -> sides.size() > 1));
        Set<String> pairs = new TreeSet<>();
        stands.values()
                .forEach(actors -> actors.keySet()
                        .forEach(one -> actors.keySet().stream()
                                .filter(other -> one.compareTo(other) < 0)
                                .forEach(other -> pairs.add(one + "|" + other))));
        for (var claim : gold.claims()) {
            for (var relation : claim.relations()) {
                stands.getOrDefault(claim.id(), Map.of())
                        .forEach((one, side) -> stands.getOrDefault(relation.to(), Map.of())
                                .forEach((other, otherSide) -> {
                                    boolean counts = relation.kind().equals("SAME_AS")
                                            || (relation.kind().equals("CONTRADICTS")
                                                    && side.contains("ASSERTS")
                                                    && otherSide.contains("ASSERTS"));
                                    if (counts && !one.equals(other)) {
                                        pairs.add(one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one);
                                    }
                                }));
            }
        }
        String page = get("/network?period=all");
        assertThat(page).contains("<b>" + pairs.size() + "</b> pairs");
        assertThat(get("/network.csv?period=all").split("\r\n")).hasSize(pairs.size() + 1);
        assertThat(get("/network.graphml?period=all").split("<edge ", -1)).hasSize(pairs.size() + 1);
    }

    /** Speakers whose first statement lies within the week, and turns from one side to the other between articles. */
    @Test
    void today_names_new_speakers_and_reversals() {
        Map<String, Instant> first = new TreeMap<>();
        Map<String, Map<String, List<Stood>>> stood = new TreeMap<>();
        for (var article : gold.articles()) {
            article.statements().stream()
                    .filter(GoldSeeTest::named)
                    .forEach(s -> first.merge(
                            s.speaker().name() + s.speaker().kind(), article.at(), (a, b) -> a.isBefore(b) ? a : b));
        }
        for (var article : gold.current()) {
            for (var s : article.statements()) {
                if (named(s)) {
                    var of = stood.computeIfAbsent(
                            s.speaker().name() + s.speaker().kind(), k -> new TreeMap<>());
                    s.stances().stream()
                            .filter(stance -> !stance.polarity().equals("NEUTRAL"))
                            .forEach(stance -> of.computeIfAbsent("target " + stance.target(), k -> new ArrayList<>())
                                    .add(new Stood(article.id(), article.at(), stance.polarity())));
                    if (s.claim() != null) {
                        of.computeIfAbsent("claim " + s.claim(), k -> new ArrayList<>())
                                .add(new Stood(article.id(), article.at(), s.polarity()));
                    }
                }
            }
        }
        Set<String> currently = gold.current().stream()
                .filter(a -> !a.at().isBefore(FROM) && a.at().isBefore(TO))
                .flatMap(a -> a.statements().stream())
                .filter(GoldSeeTest::named)
                .map(s -> s.speaker().name() + s.speaker().kind())
                .collect(Collectors.toSet());
        long fresh = currently.stream()
                .filter(name -> !first.get(name).isBefore(FROM))
                .count();
        long turns = stood.values().stream()
                .flatMap(matters -> matters.values().stream())
                .mapToLong(GoldSeeTest::turns)
                .sum();
        String page = get("/");
        assertThat(page.replaceAll("(?s).*<h2 id=\"new-speakers\">[^<]*<a class=\"total\"[^>]*>(\\d+)<.*", "$1"))
                .isEqualTo("" + fresh);
        assertThat(
                        page.contains("id=\"reversals\"")
                                ? page.replaceAll(
                                        "(?s).*<h2 id=\"reversals\">[^<]*<a class=\"total\"[^>]*>(\\d+)<.*", "$1")
                                : "0")
                .isEqualTo("" + turns);
        assertThat(get("/?compare=before")).contains("in the period before</span></h2>");
    }

    private record Stood(String article, Instant at, String side) {}

    private static long turns(List<Stood> stood) {
        long turns = 0;
        for (int i = 1; i < stood.size(); i++) {
            Stood before = stood.get(i - 1);
            Stood now = stood.get(i);
            boolean turned =
                    !before.side().equals(now.side()) && !before.article().equals(now.article());
            turns += turned && !now.at().isBefore(FROM) && now.at().isBefore(TO) ? 1 : 0;
        }
        return turns;
    }

    @Test
    void an_outlets_share_of_voice_is_that_of_its_statements() {
        List<GoldStatement> said = gold.current().stream()
                .filter(a -> a.outlet().name().equals("Halyard"))
                .flatMap(a -> a.statements().stream())
                .toList();
        assertThat(get("/outlets/" + press.outlet("Halyard") + "?period=all"))
                .contains(" of " + said.size() + " statements; "
                        + said.stream()
                                .map(s -> s.speaker().name() + s.speaker().kind())
                                .distinct()
                                .count() + " voices");
    }

    private static boolean named(GoldStatement statement) {
        return !statement.speaker().kind().equals("UNNAMED");
    }

    private static String get(String path) {
        var response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }
}
