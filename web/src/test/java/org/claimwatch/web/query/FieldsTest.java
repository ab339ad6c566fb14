package org.claimwatch.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.Statements;
import org.claimwatch.web.support.Gold;
import org.claimwatch.web.support.Gold.GoldArticle;
import org.claimwatch.web.support.NaiveAnswer;
import org.claimwatch.web.support.Press;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each field of the query language tells statements from statements: it finds some, leaves some, and says what it does not take. */
@NullUnmarked // Quarkus fills the fields
@QuarkusTest
class FieldsTest {
    @Inject
    Press press;

    @Inject
    Rows rows;

    private static String asked(Field field) {
        return switch (field) {
            case SPEAKER -> "speaker:=\"Nadia Ferrow\"";
            case TARGET -> "target:=Kareth";
            case OUTLET -> "outlet:=Halyard";
            case COUNTRY -> "country:XX";
            case LANG -> "lang:ar";
            case FORM -> "form:mixed";
            case VIA -> "via:one";
            case STANCE -> "stance:favor";
            case CLAIM -> "claim:observers";
            case TOPIC -> "topic:ceasefire";
            case SINCE -> "since:2025-09-10";
            case UNTIL -> "until:2025-09-10";
            case CHECKWORTHY -> "checkworthy:yes";
            case DOUBTFUL -> "doubtful:no";
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            mode = Mode.EXCLUDE,
            names = {"COUNTRY", "DOUBTFUL"})
    void finds_some_and_leaves_some(Field field) {
        Gold gold = press.gold();
        Query query = Query.of(asked(field));
        assertThat(query.problems()).isEmpty();
        var naive = new NaiveAnswer(gold, false);
        long expected = gold.current().stream()
                .mapToLong(a -> a.statements().stream()
                        .filter(s -> holds(naive, query, a, s))
                        .count())
                .sum();
        assertThat(expected)
                .as(query.text())
                .isPositive()
                .isLessThan(gold.statements().count());
        assertThat(found(query)).as(query.text()).isEqualTo(expected);
    }

    /** All outlets of the press are of one country that there is not. */
    @Test
    void a_country_finds_its_outlets_and_no_others() {
        Gold gold = press.gold();
        assertThat(found(Query.of(asked(Field.COUNTRY))))
                .isPositive()
                .isEqualTo(gold.statements().count());
        assertThat(found(Query.of("country:DE"))).isZero();
    }

    /** A perfect reader doubts nothing; DoubtTest has one that does. */
    @Test
    void of_what_is_sure_none_is_doubtful() {
        long all = press.gold().statements().count();
        assertThat(found(Query.of(asked(Field.DOUBTFUL)))).isPositive().isEqualTo(all);
        assertThat(found(Query.of("doubtful:yes"))).isZero();
    }

    private long found(Query query) {
        return rows.number(
                "select count(*) %s where v.analysis_version = 'gold' and (%s)"
                        .formatted(Statements.FROM, query.condition().sql()),
                query.condition().parameters());
    }

    private static boolean holds(NaiveAnswer naive, Query query, GoldArticle article, Gold.GoldStatement statement) {
        return naive.holds(query.asked(), article, statement);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lang:klingon | 6 | klingon
                    lang:d | 6 | d
                    lang:de_AT | 6 | de_AT
                    lang:"de at" | 6 | de at
                    until:yesterday | 7 | yesterday
                    until:2025-13 | 7 | 2025-13
                    until:2025-02-29 | 7 | 2025-02-29
                    until:10.9.2025 | 7 | 10.9.2025
                    since:2025-9-1 | 7 | 2025-9-1
                    dam until:25 | 11 | 25
                    """)
    void what_a_field_does_not_take_is_pointed_at(String text, int character, String at) {
        var problem = Objects.requireNonNull(Query.of(text).problem(), text);
        assertThat(problem.character()).isEqualTo(character);
        assertThat(problem.at().replace("\"", "")).isEqualTo(at);
        assertThat(problem.expected()).contains(text.contains("lang:") ? "language" : "a day, a month or a year");
        assertThat(Query.of(text).condition().sql()).isEqualTo("false");
    }

    @Test
    void a_language_asks_for_its_kinds_too() {
        assertThat(Query.of("lang:DE").asked()).isEqualTo(Query.of("lang:de").asked());
    }
}
