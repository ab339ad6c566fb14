package org.claimwatch.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.claimwatch.web.support.Stranger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many hands a claim goes through, it has the origins that it has. */
@QuarkusTest
class OriginsTest {
    @Inject
    Origins origins;

    @Inject
    Stranger stranger;

    @Inject
    EntityManager entities;

    private final List<Stranger.Rows> held = new ArrayList<>();

    @AfterEach
    void remove() {
        held.forEach(stranger::remove);
    }

    /** One article each, one after another, all with the claim of the first; nobody named between. */
    private List<Stranger.Rows> put(String... outlets) {
        for (String outlet : outlets) {
            held.add(stranger.put(
                    outlet + " of origins",
                    "http://" + outlet.toLowerCase(Locale.ROOT) + ".origins.example/",
                    0.95f,
                    Instant.parse("2025-09-17T0%d:00:00Z".formatted(held.size() + 1))));
        }
        String articles = held.stream().map(row -> "" + row.article()).collect(Collectors.joining(","));
        sql("delete from attribution_hop where kind = 'OUTLET' and statement_id in (" + statements(articles) + ")");
        sql("update claim_statement set claim_id = %d where statement_id in (%s)"
                .formatted(held.getFirst().claim(), statements(articles)));
        sql("update statement set speaker_name = 'One speaker' where id in (" + statements(articles) + ")");
        return held;
    }

    private static String statements(String articles) {
        return "select s.id from statement s join article_version v on v.id = s.article_version_id where v.article_id in ("
                + articles + ")";
    }

    private void nearlyTheSame(Stranger.Rows earlier, Stranger.Rows later) {
        sql("""
                insert into near_duplicate (earlier_article_id, later_article_id, earlier_version_id, later_version_id,
                  similarity, containment, found_at)
                select %1$d, %2$d, e.id, l.id, 0.9, 0.9, now() from article_version e, article_version l
                where e.article_id = %1$d and l.article_id = %2$d""".formatted(earlier.article(), later.article()));
    }

    private void names(Stranger.Rows article, String outlet) {
        sql("""
                insert into named_origin (article_version_id, name, evidence)
                select id, '%s of origins', 'as it reported' from article_version where article_id = %d""".formatted(outlet, article.article()));
    }

    private void sql(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private void assertOrigins(String... expected) {
        var found = origins.of(List.of(held.getFirst().claim())).values();
        assertThat(found).hasSize(held.size());
        assertThat(found.stream().map(Origins.Origin::origin).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(expected)
                        .map(name -> name + " of origins")
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_for_itself() {
        put("Alder", "Birch", "Cedar");
        assertOrigins("alder", "birch", "cedar");
    }

    @Test
    void a_reprint_of_a_reprint_is_the_firsts() {
        var rows = put("Alder", "Birch", "Cedar");
        nearlyTheSame(rows.get(0), rows.get(1));
        nearlyTheSame(rows.get(1), rows.get(2));
        assertOrigins("alder");
    }

    @Test
    void whom_a_text_names_goes_on_to_whom_that_one_names_in_any_case() {
        var rows = put("Alder", "Birch", "Cedar", "Dogwood");
        names(rows.get(3), "CEDAR");
        names(rows.get(2), "Birch");
        names(rows.get(1), "An agency that is not watched");
        assertOrigins("alder", "an agency that is not watched");
    }

    @Test
    void what_an_outlet_heard_itself_is_its_own_whatever_it_has_from_others() {
        var rows = put("Alder", "Birch", "Cedar");
        names(rows.get(1), "Alder");
        names(rows.get(2), "Birch");
        sql("update statement set speaker_name = 'Another' where id in ("
                + statements("" + rows.get(2).article()) + ")");
        assertOrigins("alder", "birch");
    }

    @Test
    void two_that_name_each_other_are_one() {
        var rows = put("Alder", "Birch", "Cedar");
        names(rows.get(0), "Birch");
        names(rows.get(1), "Alder");
        names(rows.get(2), "Birch");
        assertOrigins("alder");
    }
}
