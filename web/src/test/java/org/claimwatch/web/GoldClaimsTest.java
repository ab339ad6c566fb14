package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimwatch.web.support.AsGreta;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldHop;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Each claim's page says what the files of the sample press hold: sides, outlets, who was how much later, chains. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsGreta
class GoldClaimsTest extends GoldScreens {
    @Test
    void every_claim() {
        withoutStyle();
        for (var claim : gold.claims()) {
            List<GoldArticle> carrying = gold.current().stream()
                    .filter(a ->
                            a.statements().stream().anyMatch(s -> claim.id().equals(s.claim())))
                    .toList();
            if (carrying.isEmpty()) {
                continue;
            }
            go("/claims/" + press.claim(claim.id()));
            assertThat(text("h1")).isEqualTo(claim.text());
            String facts = text(".facts.big");
            Map<String, List<GoldStatement>> sides = said(carrying.stream())
                    .filter(s -> claim.id().equals(s.claim()))
                    .collect(Collectors.groupingBy(GoldStatement::polarity));
            side("asserts", sides.getOrDefault("ASSERTS", List.of()), claim.id());
            side("denies", sides.getOrDefault("DENIES", List.of()), claim.id());
            long outlets =
                    carrying.stream().map(a -> a.outlet().name()).distinct().count();
            assertThat(facts).contains(outlets == 1 ? "1 outlet" : outlets + " outlets");
            assertThat(facts).contains(carrying.getFirst().outlet().name());
            assertThat(texts("figure.lanes path.base")).as(claim.id()).hasSize((int) outlets);
            timeline(claim.id(), carrying);
            chains(claim.id(), carrying);
        }
    }

    /** Whoever has only reprinted stands folded below the one from whom it is. */
    private void side(String side, List<GoldStatement> statements, String claim) {
        String section = "section[aria-labelledby=%s] ".formatted(side);
        if (statements.isEmpty()) {
            assertThat(page.locator(section).count()).as(claim).isZero();
            return;
        }
        assertThat(number("#%s .total".formatted(side))).as(claim).isEqualTo(statements.size());
        List<String> speakers = statements.stream().map(s -> s.speaker().name()).toList();
        assertThat(texts(section + "article.statement .name")).as(claim).isSubsetOf(speakers);
        assertThat(page.locator(section + "article.statement").count()
                        + page.locator(section + ".reprints li").count())
                .as(claim)
                .isEqualTo(statements.size());
    }

    /** Of each outlet how often it asserts and denies, and how long after the first. */
    private void timeline(String claim, List<GoldArticle> carrying) {
        Map<String, List<String>> lanes = table("figure.lanes .numbers table");
        Instant first = carrying.getFirst().at();
        Map<String, List<GoldArticle>> outlets =
                carrying.stream().collect(Collectors.groupingBy(a -> a.outlet().name()));
        assertThat(lanes).as(claim).hasSameSizeAs(outlets);
        outlets.forEach((outlet, articles) -> {
            List<String> sides = said(articles.stream())
                    .filter(s -> claim.equals(s.claim()))
                    .map(GoldStatement::polarity)
                    .toList();
            List<String> lane = lanes.get(outlet);
            assertThat(lane.subList(0, 3))
                    .as("%s in %s", claim, outlet)
                    .containsExactly(
                            "" + Collections.frequency(sides, "ASSERTS"),
                            "" + Collections.frequency(sides, "DENIES"),
                            "0");
            long minutes = Duration.between(first, articles.getFirst().at()).toMinutes();
            assertThat(lane.get(4)).as("%s in %s", claim, outlet).matches(later(minutes));
        });
    }

    private static String later(long minutes) {
        if (minutes == 0) {
            return "first|at the same time";
        }
        if (minutes < 90) {
            return minutes + " min later";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " hours? later" : hours / 24 + " days? later";
    }

    @SuppressWarnings("unchecked")
    private List<String> hrefs(String css) {
        return (List<String>) page.locator(css).evaluateAll("all => all.map(a => a.getAttribute('href'))");
    }

    /** Each way from a speaker to an outlet, and where its edges lead. */
    private void chains(String claim, List<GoldArticle> carrying) {
        Map<String, List<Long>> ways = new HashMap<>();
        for (GoldArticle a : carrying) {
            for (GoldStatement s : a.statements()) {
                if (claim.equals(s.claim())) {
                    List<String> names = new ArrayList<>(
                            s.chain().stream().map(GoldHop::name).toList());
                    names.add(a.outlet().name());
                    List<Long> way =
                            ways.computeIfAbsent(String.join(" → ", names), k -> new ArrayList<>(List.of(0L, 0L)));
                    int side = s.polarity().equals("ASSERTS") ? 0 : 1;
                    way.set(side, way.get(side) + 1);
                }
            }
        }
        assertThat(table("figure.graph .numbers table"))
                .as(claim)
                .isEqualTo(ways.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                way -> way.getValue().stream()
                                        .map(String::valueOf)
                                        .toList())));
        Set<Long> articles = carrying.stream().map(a -> press.article(a.id())).collect(Collectors.toSet());
        assertThat(hrefs("figure.graph a:has(path.edge)"))
                .as(claim)
                .isNotEmpty()
                .allSatisfy(href -> {
                    assertThat(href).matches("/articles/\\d+\\?version=\\d+#statement-\\d+");
                    assertThat(articles).contains(Long.valueOf(href.replaceFirst("/articles/(\\d+).*", "$1")));
                });
    }
}
