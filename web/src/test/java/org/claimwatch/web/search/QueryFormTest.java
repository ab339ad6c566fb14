package org.claimwatch.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Random;
import org.claimwatch.web.query.Query;
import org.claimwatch.web.search.FormPage.FormRow;
import org.claimwatch.web.search.FormPage.Option;
import org.claimwatch.web.support.RandomQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form asks for what was put into it, and a query comes back from it as it went in. */
class QueryFormTest {
    private static final List<String> WORDS = List.of(
            "dam",
            "AND",
            "or",
            "OR",
            "NEAR/3",
            "-x1",
            "a\"b",
            "a\\\"b",
            "U.S.-led",
            "speaker:x",
            "أَلمتحدة",
            "日本",
            "“x”",
            "two words",
            "Smith, John",
            "علي، حسن",
            "x yz*",
            "' or 1=1",
            "it’s");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sent_as_it_was_shown_it_writes_the_query_that_it_shows(long seed) {
        var random = new RandomQueries(new Random(seed), WORDS, WORDS, WORDS);
        int whole = 0;
        for (int i = 0; i < 2000; i++) {
            Query query = Query.of(random.next());
            QueryForm form = QueryForm.of(query);
            var outcome = FormWriting.of(QueryForm.sent(sent(form)));
            assertThat(outcome.problems()).as(query.text()).isEmpty();
            assertThat(outcome.query().conjuncts())
                    .as(query.text())
                    .containsExactlyInAnyOrderElementsOf(query.conjuncts());
            assertThat(FormPage.note(query, form) == null).isEqualTo(form.rest().isEmpty());
            whole += form.rest().isEmpty() ? 1 : 0;
        }
        assertThat(whole).as("queries that go into the fields alone").isGreaterThan(800);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            ~ ''
            dam "side letter" cease*                     ~ ''
            (dam OR river) -ceasefire                    ~ ''
            dam NEAR/7 "open water"                      ~ ''
            speaker:ferrow OR speaker:"Doe, Jane"        ~ ''
            -outlet:=A -outlet:=B stance:against         ~ ''
            since:2025-09 until:2025 checkworthy:0.3     ~ ''
            (dam OR river) (a OR b)                      ~ a OR b
            speaker:a speaker:b                          ~ speaker:b
            speaker:a -speaker:b                         ~ -speaker:b
            speaker:a OR speaker:=b                      ~ speaker:a OR speaker:=b
            dam OR speaker:a                             ~ dam OR speaker:a
            -(a b) dam                                   ~ -(a b)
            a NEAR/2 b c NEAR/2 d                        ~ c NEAR/2 d
            -since:2025                                  ~ -since:2025
            """)
    void what_the_fields_have_no_room_for_stays_as_written(String text, String rest) {
        Query query = Query.of(text == null ? "" : text);
        assertThat(query.problem()).isNull();
        QueryForm form = QueryForm.of(query);
        assertThat(form.rest()).isEqualTo(rest);
        assertThat(FormPage.note(query, form) == null).isEqualTo(rest.isEmpty());
    }

    @Test
    void a_query_that_is_not_understood_is_not_lost() {
        Query query = Query.of("dam topi:war");
        QueryForm form = QueryForm.of(query);
        assertThat(form.rest()).isEqualTo("dam topi:war");
        assertThat(FormPage.note(query, form)).contains("not understood", "At character 5");
        assertThat(FormWriting.of(form).problems()).singleElement().asString().contains("Further conditions", "topi:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all     | dam speaker:a  | All of these words: expected words
            any     | (dam           | Any of these words: At the end
            none    | c*t            | None of these words: At character 2
            near    | dam            | Near each other: expected one word
            country | Germany        | Country of the outlet, “Germany”: expected a country
            lang    | 1              | Language, “1”: expected a language
            since   | yesterday      | Published since, “yesterday”: expected a day
            stance  | angry          | Stance, “angry”: expected favor
            topic   | !!             | “!!”: expected words
            rest    | x y)           | Further conditions: At character 4
            """)
    void a_mistake_is_told_by_its_field(String name, String value, String told) {
        var sent = new MultivaluedHashMap<String, String>();
        sent.add(name, value);
        assertThat(FormWriting.of(QueryForm.sent(sent)).problems())
                .singleElement()
                .asString()
                .contains(told);
    }

    @Test
    void words_stay_words_and_values_stay_values() {
        var sent = new MultivaluedHashMap<String, String>();
        sent.add("any", "dam or river");
        sent.add("speaker", "Ferrow, \"Doe, Jane\" ،x OR y");
        sent.add("stance", "against");
        sent.add("stance", "neutral");
        sent.add("outlet", "Harbor");
        sent.add("outlet-how", "not-exactly");
        assertThat(FormWriting.of(QueryForm.sent(sent)).query().asked())
                .isEqualTo(Query.of("(dam OR river) (speaker:Ferrow OR speaker:\"Doe, Jane\" OR speaker:\"x OR y\")"
                                + " -outlet:=Harbor (stance:against OR stance:neutral)")
                        .asked());
        assertThat(FormWriting.of(QueryForm.sent(new MultivaluedHashMap<>()))
                        .query()
                        .asked())
                .isNull();
        sent.putSingle("all", "word ".repeat(150));
        assertThat(FormWriting.of(QueryForm.sent(sent)).problems())
                .singleElement()
                .asString()
                .contains("no more than");
    }

    /** What a browser sends of the page. */
    private static MultivaluedMap<String, String> sent(QueryForm form) {
        var sent = new MultivaluedHashMap<String, String>();
        sent.add("all", form.all());
        sent.add("any", form.any());
        sent.add("none", form.none());
        sent.add("near", form.near());
        sent.add("by", form.by());
        sent.add("within", form.within());
        sent.add("rest", form.rest());
        for (FormRow row : FormPage.rows(form)) {
            row.hows().stream().filter(Option::chosen).forEach(how -> sent.add(row.name() + "-how", how.value()));
            if (row.choices().isEmpty()) {
                sent.add(row.name(), row.written());
            }
            row.choices().stream().filter(Option::chosen).forEach(choice -> sent.add(row.name(), choice.value()));
        }
        return sent;
    }
}
