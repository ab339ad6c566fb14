package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.support.AsGreta;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Today, articles, search, monitor and review queue say what the files of the sample press hold. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsGreta
class GoldScreensTest extends GoldScreens {
    private static final Instant BEFORE = Instant.parse("2025-09-04T00:00:00Z");

    @Inject
    Desk desk;

    @Test
    void today() {
        go("/");
        var fresh = new HashSet<>(gold.claimsIn(FROM, TO));
        fresh.removeAll(gold.claimsIn(Instant.EPOCH, FROM));
        assertThat(number("#new-claims .total")).isEqualTo(fresh.size());
        assertThat(number("#moving .total")).isEqualTo((int) risen(
                counted(within(FROM, TO).map(GoldArticle::story)),
                counted(within(BEFORE, FROM).map(GoldArticle::story)),
                3));
        Set<String> contested = gold.claimsIn(FROM, TO).stream()
                .filter(claim -> sidesOf(claim).size() == 2)
                .collect(Collectors.toSet());
        assertThat(number("#contradictions .total")).isEqualTo(contested.size());
        assertThat(texts("section[aria-labelledby=contradictions] .contradiction > .claim-text"))
                .isNotEmpty()
                .isSubsetOf(contested.stream().map(this::wording).toList());
        assertThat(number("#spikes .total")).isEqualTo((int) spikes());
    }

    private Set<String> sidesOf(String claim) {
        return said(within(FROM, TO))
                .filter(s -> claim.equals(s.claim()))
                .map(GoldStatement::polarity)
                .collect(Collectors.toSet());
    }

    private String wording(String claim) {
        return gold.claims().stream()
                .filter(c -> c.id().equals(claim))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Of speakers and of their targets; who has no name is no speaker. */
    private long spikes() {
        return rises(s -> Stream.of(s.speaker().name()))
                + rises(s -> s.stances().stream().map(stance -> stance.target()));
    }

    private long rises(Function<GoldStatement, Stream<String>> whom) {
        return risen(
                counted(named(FROM, TO).flatMap(whom)),
                counted(named(BEFORE, FROM).flatMap(whom)),
                4);
    }

    private Stream<GoldStatement> named(Instant from, Instant to) {
        return said(within(from, to)).filter(GoldScreens::named);
    }

    /** So many at least, and two standard deviations above the week before, as if they came by chance. */
    private static long risen(Map<String, Long> now, Map<String, Long> before, int least) {
        return now.entrySet().stream()
                .filter(of -> of.getValue() >= least)
                .filter(of -> {
                    long was = before.getOrDefault(of.getKey(), 0L);
                    return of.getValue() >= was + 2 * Math.sqrt(was + 1.0);
                })
                .count();
    }

    private static Map<String, Long> counted(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    @Test
    void every_article() {
        withoutStyle();
        for (GoldArticle article : gold.current()) {
            go("/articles/" + press.article(article.id()));
            assertThat(text("h1")).isEqualTo(article.title());
            assertThat(number("#statements .total"))
                    .isEqualTo(article.statements().size());
            Map<String, Long> rail = new HashMap<>();
            article.statements().forEach(s -> rail.merge(s.speaker().name(), 1L, Long::sum));
            List<String> names = texts(".voices ol a:first-child");
            List<String> counts = texts(".voices ol .count");
            assertThat(names)
                    .as(article.id())
                    .isEqualTo(article.statements().stream()
                            .map(s -> s.speaker().name())
                            .distinct()
                            .toList());
            for (int i = 0; i < names.size(); i++) {
                assertThat(counts.get(i))
                        .as("%s, %s", article.id(), names.get(i))
                        .isEqualTo("" + rail.get(names.get(i)));
            }
            assertThat(texts(".voices ul q"))
                    .as(article.id())
                    .containsExactlyInAnyOrderElementsOf(article.outletStances().stream()
                            .map(s -> cut(article.text(), s.evidence()))
                            .toList());
        }
    }

    private static String cut(String text, List<Integer> ends) {
        return text.substring(text.offsetByCodePoints(0, ends.get(0)), text.offsetByCodePoints(0, ends.get(1)));
    }

    private record Asked(String query, Predicate<GoldArticle> article, Predicate<GoldStatement> statement) {}

    @Test
    void search_and_monitor() {
        List<Asked> all = List.of(
                new Asked(
                        "speaker:ferrow",
                        a -> true,
                        s -> s.speaker().name().toLowerCase(Locale.ROOT).contains("ferrow")),
                new Asked(
                        "outlet:=Halyard form:direct",
                        a -> a.outlet().name().equals("Halyard"),
                        s -> s.form().equals("DIRECT")),
                new Asked(
                        "stance:against target:=Kareth",
                        a -> true,
                        s -> s.stances().stream()
                                .anyMatch(stance -> stance.polarity().equals("AGAINST")
                                        && stance.target().equals("Kareth"))),
                new Asked(
                        "country:%s"
                                .formatted(gold.articles().getFirst().outlet().country()),
                        a -> a.outlet()
                                .country()
                                .equals(gold.articles().getFirst().outlet().country()),
                        s -> true),
                new Asked("lang:ar", a -> a.outlet().language().equals("ar"), s -> true));
        for (Asked asked : all) {
            long expected = gold.current().stream()
                    .filter(asked.article())
                    .flatMap(a -> a.statements().stream())
                    .filter(asked.statement())
                    .count();
            assertThat(expected).as(asked.query()).isPositive();
            go("/search?period=all&q=" + URLEncoder.encode(asked.query(), StandardCharsets.UTF_8));
            assertThat(number(".totals b")).as(asked.query()).isEqualTo((int) expected);
            long monitor = desk.make("gold-desk", asked.query(), asked.query(), Instant.now(), "greta@example.org")
                    .monitor();
            go("/teams/gold-desk/monitors/" + monitor + "?period=all");
            assertThat(number(".totals b")).as(asked.query()).isEqualTo((int) expected);
            assertThat(page.locator("article.statement").count()).isBetween(1, (int) expected);
        }
    }

    @Test
    void review_queue() {
        go("/teams/gold-queue/reviews/queue");
        int waiting = number(".facts.big > :nth-child(3)");
        assertThat(waiting).isEqualTo((int) gold.statements().count());
        page.keyboard().press("a");
        page.waitForCondition(() -> number(".facts.big > :nth-child(3)") == waiting - 1);
    }
}
