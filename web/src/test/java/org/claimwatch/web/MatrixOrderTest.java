package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimwatch.web.support.AsVera;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldStance;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The matrix's rows stand in the order that its address asks for, of many rows and each order another. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
@AsVera
class MatrixOrderTest {
    private static final Pattern ROW =
            Pattern.compile("<tr><th scope=\"row\"><a href=\"/actors/\\d+\"[^>]*>([^<]*)</a>");

    @Inject
    Press press;

    private Map<String, List<GoldStance>> byHolder;

    @BeforeEach
    void fill() {
        Gold gold = press.gold();
        byHolder = gold.statements()
                .filter(s -> !s.speaker().kind().equals("UNNAMED"))
                .filter(s -> !s.stances().isEmpty())
                .collect(Collectors.groupingBy(
                        s -> s.speaker().name(),
                        Collectors.flatMapping(s -> s.stances().stream(), Collectors.toList())));
    }

    @Test
    void rows_stand_as_asked() {
        Comparator<String> name = Comparator.naturalOrder();
        Map<String, Comparator<String>> orders = Map.of(
                "", most(stance -> true).thenComparing(name),
                "&sort=name", name,
                "&sort=favour",
                        most(stance -> stance.polarity().equals("FAVOR")).thenComparing(name),
                "&sort=against",
                        most(stance -> stance.polarity().equals("AGAINST")).thenComparing(name),
                "&column=Kareth",
                        most(stance -> stance.target().equals("Kareth")).thenComparing(name));
        var seen = new HashSet<List<String>>();
        orders.forEach((asked, order) -> {
            List<String> shown = rows(asked);
            assertThat(shown)
                    .as(asked)
                    .hasSizeGreaterThan(10)
                    .isEqualTo(byHolder.keySet().stream()
                            .sorted(order)
                            .limit(shown.size())
                            .toList());
            seen.add(shown);
        });
        assertThat(seen).as("each order is another").hasSameSizeAs(orders.keySet());
        assertThat(rows("&sort=zebra")).isEqualTo(rows(""));
    }

    private Comparator<String> most(Predicate<GoldStance> which) {
        return Comparator.comparingLong((String holder) ->
                        byHolder.get(holder).stream().filter(which).count())
                .reversed();
    }

    private static List<String> rows(String asked) {
        String page = given().urlEncodingEnabled(false)
                .get("/matrix?period=all" + asked)
                .asString();
        return ROW.matcher(page)
                .results()
                .map(row -> row.group(1).replace("&amp;", "&").replace("&#39;", "'"))
                .toList();
    }
}
