package org.claimwatch.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimwatch.web.query.Query.Field;
import org.claimwatch.web.query.Query.Term;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void tells_words_from_fields() {
        Query query = Query.of("ceasefire -talks \"side letter\" speaker:\"Nadia Ferrow\" lang:ar");
        assertThat(query.words()).isEqualTo("ceasefire -talks \"side letter\"");
        assertThat(query.terms()).containsExactly(new Term(Field.SPEAKER, "Nadia Ferrow"), new Term(Field.LANG, "ar"));
        assertThat(query.problems()).isEmpty();
    }

    @Test
    void points_at_what_it_does_not_understand() {
        assertThat(Query.of("ceasefire topic:war outlet:\"\"").problems())
                .containsExactly(
                        "There is no field topic: (character 11); there are speaker:, outlet: and lang:.",
                        "outlet: needs a value right after the colon.");
    }

    @Test
    void explains_itself() {
        assertThat(Query.of("dam outlet:halyard").explained())
                .isEqualTo("Statements whose words or claim match “dam”, in an outlet named like “halyard”");
        assertThat(Query.of(" ").explained()).isEqualTo("All statements");
        assertThat(Query.of(" ").empty()).isTrue();
    }

    @Test
    void values_travel_as_parameters_never_as_sql() {
        var condition = Query.of("speaker:\"'); drop table claim; --\"").condition();
        assertThat(condition.sql()).doesNotContain("drop");
        assertThat(condition.parameters()).containsValue("'); drop table claim; --");
    }
}
