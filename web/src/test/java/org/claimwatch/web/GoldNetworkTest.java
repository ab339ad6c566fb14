package org.claimwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Gold.GoldClaim;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The network says who agrees with whom as the files of the sample press hold it, and its picture misleads nobody. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsVera
class GoldNetworkTest extends GoldScreens {
    /** Lines behind a box of somebody else, or hardly seen, as the browser laid the drawing out. */
    private static final String BEHIND = """
            () => {
              const svg = document.querySelector('figure.graph svg');
              const boxes = [...svg.querySelectorAll('a.node rect')].map(r => r.getBBox());
              return [...svg.querySelectorAll('path.edge')].flatMap(edge => {
                const all = edge.getTotalLength();
                const within = boxes.map(b => {
                  let steps = 0;
                  for (let at = 0; at <= all; at++) {
                    const p = edge.getPointAtLength(at);
                    if (p.x > b.x && p.x < b.x + b.width && p.y > b.y && p.y < b.y + b.height) steps++;
                  }
                  return steps;
                });
                const out = within.filter(steps => steps > 0).length > 2 ? ['behind a box: ' + edge.textContent] : [];
                return all - within.reduce((sum, steps) => sum + steps, 0) < 30 ? [...out, 'unseen: ' + edge.textContent] : out;
              });
            }""";

    /** On how many claims each pair agrees and disagrees; nobody stands on a claim of which they hold both sides. */
    @Test
    void network() {
        Map<String, Map<String, Set<String>>> stands = new TreeMap<>();
        gold.statements()
                .filter(GoldScreens::named)
                .filter(s -> s.claim() != null)
                .forEach(s -> stands.computeIfAbsent(s.claim(), c -> new TreeMap<>())
                        .computeIfAbsent(s.speaker().name(), a -> new TreeSet<>())
                        .add(s.polarity()));
        stands.values().forEach(actors -> actors.values().removeIf(sides -> sides.size() > 1));
        Map<Set<String>, Set<String>> agree = new HashMap<>();
        Map<Set<String>, Set<String>> disagree = new HashMap<>();
        stands.forEach((claim, actors) -> actors.forEach((one, side) -> actors.forEach((other, otherSide) -> {
            if (one.compareTo(other) < 0) {
                (side.equals(otherSide) ? agree : disagree)
                        .computeIfAbsent(Set.of(one, other), k -> new HashSet<>())
                        .add(claim);
            }
        })));
        List<String> order = gold.claims().stream().map(GoldClaim::id).toList();
        for (GoldClaim claim : gold.claims()) {
            claim.relations().stream()
                    .filter(r -> r.kind().equals("CONTRADICTS"))
                    .forEach(r -> {
                        String earlier = order.indexOf(claim.id()) < order.indexOf(r.to()) ? claim.id() : r.to();
                        asserting(stands, claim.id())
                                .forEach(one -> asserting(stands, r.to())
                                        .filter(other -> !other.equals(one))
                                        .forEach(other -> disagree.computeIfAbsent(
                                                        Set.of(one, other), k -> new HashSet<>())
                                                .add(earlier)));
                    });
        }
        go("/network?period=all");
        Set<Set<String>> pairs = new HashSet<>(agree.keySet());
        pairs.addAll(disagree.keySet());
        assertThat(number(".totals b")).isEqualTo(pairs.size());
        var rows = page.locator("section[aria-labelledby=pairs] tbody tr").all();
        assertThat(rows).isNotEmpty();
        rows.forEach(row -> {
            List<String> cells = row.locator("th, td").allTextContents().stream()
                    .map(cell -> cell.strip().replace("–", "0"))
                    .toList();
            Set<String> pair = Set.of(cells.get(0), cells.get(1));
            assertThat(cells.subList(2, 4))
                    .as(pair.toString())
                    .containsExactly(
                            "" + agree.getOrDefault(pair, Set.of()).size(),
                            "" + disagree.getOrDefault(pair, Set.of()).size());
        });
        assertThat((List<?>) page.evaluate(BEHIND)).isEmpty();
    }

    private static Stream<String> asserting(Map<String, Map<String, Set<String>>> stands, String claim) {
        return stands.getOrDefault(claim, Map.of()).entrySet().stream()
                .filter(of -> of.getValue().contains("ASSERTS"))
                .map(Map.Entry::getKey);
    }
}
