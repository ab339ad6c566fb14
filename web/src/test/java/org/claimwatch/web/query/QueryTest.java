package org.claimwatch.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.claimwatch.web.query.Expression.And;
import org.claimwatch.web.query.Expression.Near;
import org.claimwatch.web.query.Expression.Not;
import org.claimwatch.web.query.Expression.Or;
import org.claimwatch.web.query.Expression.Term;
import org.claimwatch.web.query.Expression.Words;
import org.claimwatch.web.query.Query.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    void reads_words_phrases_brackets_and_fields() {
        assertThat(Query.of("ceasefire -talks \"side letter\" speaker:\"Nadia Ferrow\" lang:ar")
                        .asked())
                .isEqualTo(new And(List.of(
                        word("ceasefire"),
                        new Not(word("talks")),
                        word("side letter"),
                        new Term(Field.SPEAKER, "Nadia Ferrow", false),
                        new Term(Field.LANG, "ar", false))));
        assertThat(Query.of("a1 OR b2 c3 or (d4 AND NOT e5)").asked())
                .as("AND binds tighter than OR, as it always has")
                .isEqualTo(new Or(List.of(
                        word("a1"),
                        new And(List.of(word("b2"), word("c3"))),
                        new And(List.of(word("d4"), new Not(word("e5")))))));
        assertThat(Query.of("cease* NEAR/3 “side letter”").asked())
                .isEqualTo(new Near(new Words("cease", true), word("side letter"), 3));
        assertThat(Query.of("outlet:=\"Sada \\\"al\\\" Masabb\" country:de stance:for")
                        .asked())
                .isEqualTo(new And(List.of(
                        new Term(Field.OUTLET, "Sada \"al\" Masabb", true),
                        new Term(Field.COUNTRY, "DE", false),
                        new Term(Field.STANCE, "favor", false))));
        assertThat(Query.of("or not or").asked())
                .as("in small letters they are words where they join nothing")
                .isEqualTo(new And(List.of(word("or"), word("not"), word("or"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ceasefire topi:war | 11 | topi: | one of the fields speaker: target: outlet:",
                "outlet:\"\" | 8 | \"\" | a name after outlet:",
                "(a b OR | 8 |  | a word, a phrase, a field or a bracket",
                "(a b | 5 |  | a bracket that closes the one at character 1",
                "a) b | 2 | ) | no bracket is open",
                "a OR OR b | 6 | OR | before AND and OR",
                "dam \"side letter | 5 | \"side letter | closes the one at character 5",
                "dam - river | 5 | - | right after the minus",
                "c*se | 2 | * | a star only where a word ends",
                "a* | 1 | a* | at least two letters before a star",
                "dam – river | 5 | – | a letter or a digit",
                "dam & river | 5 | & | AND, or nothing",
                "dam !river | 5 | ! | a minus or NOT",
                "a <-> b | 3 | <-> | NEAR/5",
                "a NEAR/99 b | 3 | NEAR/99 | from 1 to 30",
                "a NEAR/2 speaker:x | 3 | NEAR/2 | on both sides of NEAR",
                "a NEAR/2 b NEAR/2 c | 12 | NEAR/2 | AND here",
                "country:Germany | 9 | Germany | two letters",
                "form:spoken | 6 | spoken | direct, indirect or mixed",
                "stance:angry | 8 | angry | favor, against or neutral",
                "since:2025-02-30 | 7 | 2025-02-30 | a day, a month or a year",
                "checkworthy:very | 13 | very | yes, no or the least score",
                "lang:=de | 6 | = | without =",
                "\uD83D\uDE00\uD83D\uDE00a topi:x | 5 | topi: | one of the fields",
            })
    void points_at_the_character(String text, int character, @Nullable String at, String expected) {
        Problem problem = problem(text);
        assertThat(problem.character()).isEqualTo(character);
        assertThat(problem.at()).isEqualTo(at == null ? "" : at);
        assertThat(problem.expected()).contains(expected);
        assertThat(problem.before() + problem.at() + problem.after()).isEqualTo(text);
        assertThat(Query.of(text).condition().sql()).isEqualTo("false");
    }

    @Test
    void a_bar_is_pointed_at() {
        assertThat(Query.of("war | peace").problems())
                .containsExactly("At character 5, “|”: expected OR, with spaces round it, for either of two.");
        assertThat(Query.of("war|peace").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "NOT ", "a OR (", "-(", "\"", "speaker: ", "(a "})
    void what_goes_on_for_ever_is_refused_in_no_time(String piece) {
        for (int times : List.of(60, 300, 10_000)) {
            Query query = Query.of(piece.repeat(times));
            assertThat(query.problem()).as("%d × %s", times, piece).isNotNull();
            assertThat(query.problems().getFirst().length()).isLessThan(300);
        }
    }

    @Test
    void brackets_may_be_forty_deep_and_no_deeper() {
        assertThat(Query.of("(".repeat(40) + "dam" + ")".repeat(40)).asked()).isEqualTo(word("dam"));
        assertThat(problem("(".repeat(41) + "dam" + ")".repeat(41)).character()).isEqualTo(41);
        assertThat(Query.of("dam ".repeat(151)).problems().getFirst()).contains("no more than 150 words");
        assertThat(Query.of("(".repeat(10_000)).problems().getFirst()).contains("no more than 2,000 characters");
    }

    @Test
    void explains_itself() {
        assertThat(Query.of("dam outlet:halyard").explained())
                .isEqualTo("Statements with the word “dam” and in an outlet named like “halyard”");
        assertThat(Query.of("(dam OR river) -cease* a1 NEAR/4 \"b c\" stance:against")
                        .explained())
                .isEqualTo("Statements (with the word “dam” or with the word “river”) and not with a word that begins"
                        + " with “cease” and with the word “a1” and the phrase “b c” at most 4 words apart"
                        + " and against somebody or something");
        assertThat(Query.of(" ").explained()).isEqualTo("All statements");
        assertThat(Query.of(" ").empty()).isTrue();
        assertThat(Query.of("(").empty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speaker:\"'); drop table claim; --\"",
                "\"'); drop table claim; --\"",
                "drop* table*",
                "claim:\"drop' <-> drop\"",
                "topic:\"drop:*\"",
                "target:=\"drop' | 'drop\" stance:against",
                "drop NEAR/3 \"drop':*\""
            })
    void values_travel_as_parameters_never_as_sql(String text) {
        for (Scope scope : Scope.values()) {
            var condition = Query.of(text).condition(scope);
            assertThat(condition.sql()).doesNotContain("drop");
            assertThat(condition.parameters().values())
                    .anySatisfy(value -> assertThat(value.toString()).contains("drop"));
        }
    }

    @Test
    void what_was_saved_before_keeps_its_meaning() {
        assertThat(Query.saved("dam – river OR \"side letter\" (talks lang:de -\"cease fire")
                        .asked())
                .isEqualTo(new And(List.of(
                        new Or(List.of(
                                new And(List.of(word("dam"), word("river"))),
                                new And(List.of(word("side letter"), word("(talks"), new Not(word("cease fire")))))),
                        new Term(Field.LANG, "de", false))));
        assertThat(Query.saved("dam OR river").asked())
                .isEqualTo(Query.of("dam OR river").asked());
        assertThat(Query.saved("( & –").asked()).isNull();
    }

    @Test
    void a_part_can_be_taken_away_or_added() {
        Query query = Query.of("dam (river OR lake) speaker:ferrow");
        assertThat(query.without(query.conjuncts().get(1)).text()).isEqualTo("dam speaker:ferrow");
        assertThat(query.and(new Term(Field.SPEAKER, "A \"B\" C", true)).text())
                .isEqualTo("dam (river OR lake) speaker:ferrow speaker:=\"A \\\"B\\\" C\"");
        assertThat(Query.of("dam").without(word("dam")).empty()).isTrue();
    }

    private static Problem problem(String text) {
        return Objects.requireNonNull(Query.of(text).problem(), text);
    }

    private static Words word(String text) {
        return new Words(text, false);
    }
}
