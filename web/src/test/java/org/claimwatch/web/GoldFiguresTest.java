package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.Gold.GoldClaim;
import org.claimwatch.web.support.Gold.GoldStance;
import org.claimwatch.web.support.Gold.GoldStatement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Actors, outlets, stories and matrix say what the files of the sample press hold. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsVera
class GoldFiguresTest extends GoldScreens {
    private Map<String, List<GoldStatement>> bySpeaker() {
        return gold.statements()
                .filter(GoldScreens::named)
                .collect(Collectors.groupingBy(s -> s.speaker().name()));
    }

    @Test
    void actors() {
        withoutStyle();
        for (var of : bySpeaker().entrySet()) {
            if (of.getValue().size() < 4) {
                continue;
            }
            String name = of.getKey();
            go("/actors/" + press.actor(name) + "?period=all");
            assertThat(number("#statements .total"))
                    .as(name)
                    .isEqualTo(of.getValue().size());
            assertThat(table("figure.multiples .numbers table"))
                    .as(name)
                    .isEqualTo(sides(of.getValue().stream().flatMap(s -> s.stances().stream())));
            assertThat(quotedBy(name))
                    .as(name)
                    .isEqualTo(gold.current().stream()
                            .flatMap(a -> a.statements().stream()
                                    .filter(s -> s.speaker().name().equals(name))
                                    .map(s -> a.outlet().name()))
                            .collect(Collectors.groupingBy(outlet -> outlet, Collectors.counting())));
            Map<String, List<GoldStance>> about = gold.statements()
                    .filter(GoldScreens::named)
                    .flatMap(s -> s.stances().stream()
                            .filter(stance -> stance.target().equals(name))
                            .map(stance -> Map.entry(s.speaker().name(), stance)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            Map<String, List<String>> shown = table(".two > div:nth-child(2) > .scroll:nth-of-type(1) table");
            if (about.isEmpty()) {
                assertThat(text(".two > div:nth-child(2)")).contains("No speaker took a side");
            } else if (about.size() <= 10) {
                assertThat(shown)
                        .as(name)
                        .isEqualTo(about.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        by -> sides(by.getValue().stream()).get(name))));
            }
        }
    }

    private Map<String, Long> quotedBy(String name) {
        List<String> outlets = texts(".two > div:nth-child(1) > ul:nth-of-type(1) li a:nth-of-type(1)");
        List<String> counts = texts(".two > div:nth-child(1) > ul:nth-of-type(1) li a:nth-of-type(2)");
        assertThat(counts).as(name).hasSameSizeAs(outlets);
        Map<String, Long> quoted = new HashMap<>();
        for (int i = 0; i < outlets.size(); i++) {
            quoted.put(outlets.get(i), Long.parseLong(counts.get(i).replaceFirst("\\D.*", "")));
        }
        return quoted;
    }

    @Test
    void outlets() {
        withoutStyle();
        Map<String, List<GoldArticle>> byOutlet = gold.current().stream()
                .collect(Collectors.groupingBy(a -> a.outlet().name()));
        byOutlet.forEach((name, articles) -> {
            go("/outlets/" + press.outlet(name) + "?period=all");
            assertThat(table(".two:nth-of-type(2) > div:nth-child(1) .numbers table"))
                    .as("%s, its own voice", name)
                    .isEqualTo(sides(articles.stream().flatMap(a -> a.outletStances().stream())));
            assertThat(table(".two:nth-of-type(2) > div:nth-child(2) .numbers table"))
                    .as("%s, what it quotes", name)
                    .isEqualTo(sides(said(articles.stream()).flatMap(s -> s.stances().stream())));
            Map<String, Long> voices = said(articles.stream())
                    .collect(Collectors.groupingBy(s -> s.speaker().name(), Collectors.counting()));
            table(".two:nth-of-type(3) .numbers table")
                    .forEach((speaker, counts) -> assertThat(counts.getFirst())
                            .as("%s lets %s speak", name, speaker)
                            .isEqualTo("" + voices.get(speaker)));
            assertThat(number("#articles .total")).as(name).isEqualTo(articles.size());
            assertThat(text(".two:nth-of-type(3) > div:nth-child(2) p"))
                    .as(name)
                    .startsWith(firsts(name, articles));
        });
    }

    /** Of its claims those that others carry too, and at how many of these it came before the others. */
    private String firsts(String name, List<GoldArticle> articles) {
        Set<String> shared = new HashSet<>();
        int first = 0;
        for (String claim : claims(articles)) {
            List<String> carrying = gold.current().stream()
                    .filter(a -> claims(List.of(a)).contains(claim))
                    .sorted(Comparator.comparing(GoldArticle::at))
                    .map(a -> a.outlet().name())
                    .toList();
            if (new HashSet<>(carrying).size() > 1) {
                shared.add(claim);
                first += carrying.getFirst().equals(name) ? 1 : 0;
            }
        }
        return shared.isEmpty()
                ? "None of its"
                : "First at %d of %d claim%s that others"
                        .formatted(first, shared.size(), shared.size() == 1 ? "" : "s");
    }

    private static Set<String> claims(List<GoldArticle> articles) {
        return said(articles.stream())
                .map(GoldStatement::claim)
                .filter(claim -> claim != null)
                .collect(Collectors.toSet());
    }

    @Test
    void stories() {
        withoutStyle();
        Map<String, List<GoldArticle>> byStory =
                gold.current().stream().collect(Collectors.groupingBy(GoldArticle::story));
        Map<String, String> wording = gold.claims().stream().collect(Collectors.toMap(GoldClaim::id, GoldClaim::text));
        byStory.forEach((story, articles) -> {
            go("/stories/" + press.story(story));
            Map<String, List<GoldArticle>> byOutlet = articles.stream()
                    .collect(Collectors.groupingBy(a -> a.outlet().name()));
            assertThat(number("#tellings .total")).as(story).isEqualTo(byOutlet.size());
            assertThat(number("#claims .total"))
                    .as(story)
                    .isEqualTo(claims(articles).size());
            assertThat(page.locator("figure.lanes path.base").count()).as(story).isEqualTo(byOutlet.size());
            assertThat(texts("table.told > tbody > tr > th > a:first-child"))
                    .containsExactlyInAnyOrderElementsOf(byOutlet.keySet());
            for (var row : page.locator("table.told > tbody > tr").all()) {
                String outlet = row.locator("th > a").first().textContent();
                List<GoldArticle> own = byOutlet.get(outlet);
                String which = story + ", " + outlet;
                assertThat(row.locator("th .reports a").count()).as(which).isEqualTo(own.size());
                said(own.stream())
                        .filter(s -> s.claim() != null)
                        .findFirst()
                        .ifPresent(lead -> assertThat(
                                        row.locator("td:nth-of-type(1) a").textContent())
                                .as("%s leads with", which)
                                .isEqualTo(wording.get(lead.claim())));
                assertThat(row.locator("td:nth-of-type(3) .stance > [dir=auto]").allTextContents())
                        .as("%s, its own voice", which)
                        .containsExactlyInAnyOrderElementsOf(own.stream()
                                .flatMap(a -> a.outletStances().stream())
                                .map(GoldStance::target)
                                .collect(Collectors.toSet()));
                Set<String> quoted = said(own.stream())
                        .filter(GoldScreens::named)
                        .map(s -> s.speaker().name())
                        .collect(Collectors.toSet());
                List<String> shown = row.locator("td:nth-of-type(2) [dir=auto]").allTextContents();
                assertThat(shown).as("%s quotes", which).isSubsetOf(quoted).hasSize(Math.min(6, quoted.size()));
                Set<String> missing = claims(articles).stream()
                        .filter(claim -> !claims(own).contains(claim))
                        .filter(claim -> byOutlet.values().stream()
                                        .filter(a -> claims(a).contains(claim))
                                        .count()
                                >= 2)
                        .map(wording::get)
                        .collect(Collectors.toSet());
                assertThat(row.locator("td:nth-of-type(4) li a").allTextContents())
                        .as("%s leaves out", which)
                        .isSubsetOf(missing)
                        .hasSize(Math.min(4, missing.size()));
            }
        });
    }

    @Test
    void matrix() {
        Map<String, List<GoldStance>> bySpeaker = new HashMap<>();
        bySpeaker()
                .forEach((name, said) -> bySpeaker.put(
                        name, said.stream().flatMap(s -> s.stances().stream()).toList()));
        Map<String, List<GoldStance>> byOutlet = gold.current().stream()
                .collect(Collectors.groupingBy(
                        a -> a.outlet().name(),
                        Collectors.flatMapping(a -> a.outletStances().stream(), Collectors.toList())));
        cells("/matrix?period=all", bySpeaker);
        cells("/matrix?period=all&by=outlet", byOutlet);
    }

    private void cells(String path, Map<String, List<GoldStance>> expected) {
        go(path);
        List<String> targets = texts("table.matrix thead th a");
        assertThat(targets).isNotEmpty();
        Map<String, List<String>> rows = table("table.matrix");
        assertThat(rows).isNotEmpty();
        rows.forEach((holder, cells) -> {
            for (int i = 0; i < targets.size(); i++) {
                String target = targets.get(i);
                List<GoldStance> stances = expected.get(holder).stream()
                        .filter(s -> s.target().equals(target))
                        .toList();
                String cell = Stream.of("▲FAVOR", "▼AGAINST", "■NEUTRAL")
                        .filter(side -> polarity(stances, side.substring(1)) > 0)
                        .map(side -> side.charAt(0) + "" + polarity(stances, side.substring(1)))
                        .collect(Collectors.joining());
                assertThat(cells.get(i)).as("%s on %s", holder, target).isEqualTo(cell.isEmpty() ? "·" : cell);
            }
        });
    }
}
