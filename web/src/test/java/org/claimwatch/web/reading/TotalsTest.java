package org.claimwatch.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.claimwatch.web.layout.Total;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.query.Scope;
import org.claimwatch.web.reading.Claims.Demand;
import org.claimwatch.web.support.Press;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Counting stops where it is told to, and says so. */
@QuarkusTest
class TotalsTest {
    private static final int FEW = 3;

    @Inject
    Press press;

    @Inject
    Session session;

    @Inject
    Kept kept;

    @Inject
    Rows unlimited;

    @Test
    @Transactional
    void stops_at_the_limit() {
        press.gold();
        Rows rows = new Rows(session, kept, () -> FEW);
        Total few = new Total(FEW, true);
        assertThat(new Statements(rows).total(Condition.ALL)).isEqualTo(few);
        assertThat(new Claims(rows).total(Condition.ALL, Demand.NONE)).isEqualTo(few);
        assertThat(new Claims(rows).total(Condition.CONFIDENT, Demand.CONTESTED))
                .isEqualTo(few);
        for (ResultKind kind : ResultKind.values()) {
            Total total = new Results(rows).count(kind, Condition.ALL);
            assertThat(total.more()).as(kind.word()).isTrue();
            assertThat(total.rows()).as(kind.word()).isBetween(1L, (long) FEW);
        }
        assertThat(new Results(rows).totals(Condition.ALL, Condition.ALL).values())
                .allMatch(Total::more);
        assertThat(new Results(rows).facets(ResultKind.STATEMENTS, Condition.ALL))
                .isNotEmpty()
                .allMatch(Results.FacetValue::more);
    }

    @Test
    @Transactional
    void counts_all_below_it() {
        press.gold();
        Query query = Query.of("dam NEAR/6 water");
        Condition said = query.condition(Scope.STATEMENT);
        long all = new Statements(unlimited).count(said);
        assertThat(all).isGreaterThan(1);
        Rows exactly = new Rows(session, kept, () -> (int) all);
        assertThat(new Statements(exactly).total(said)).isEqualTo(new Total(all, false));
        assertThat(new Results(exactly).count(ResultKind.STATEMENTS, said)).isEqualTo(new Total(all, false));
        Map<ResultKind, Total> totals = new Results(unlimited).totals(said, query.condition(Scope.ARTICLE));
        for (ResultKind kind : ResultKind.values()) {
            Condition asked = query.condition(kind.inArticles() ? Scope.ARTICLE : Scope.STATEMENT);
            assertThat(totals.get(kind)).as(kind.word()).isEqualTo(new Results(unlimited).count(kind, asked));
        }
        Rows less = new Rows(session, kept, () -> (int) all - 1);
        assertThat(new Statements(less).total(said)).isEqualTo(new Total(all - 1, true));
    }
}
