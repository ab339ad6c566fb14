package org.claimwatch.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotes_what_would_break_a_row() {
        assertThat(Csv.line("a", 1, null, "b,c", "say \"no\"", "two\nlines"))
                .isEqualTo("a,1,,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF@x",
                "＝1+1",
                "＋1",
                "－1",
                "＠x"
            })
    void no_text_from_outside_is_a_formula(String text) {
        assertThat(Csv.line(text)).contains("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "dam = river", "a-b", "‘quoted’", "0=1"})
    void what_is_none_stays_as_it_is(String text) {
        assertThat(Csv.line(text)).isEqualTo(text + "\r\n");
    }

    @Test
    void what_another_separator_would_cut_is_quoted() {
        assertThat(Csv.line("a;=1+1", "b\t=1")).isEqualTo("\"a;=1+1\",\"b\t=1\"\r\n");
    }

    @Test
    void numbers_stay_numbers() {
        assertThat(Csv.line(-1, 0.5f)).isEqualTo("-1,0.5\r\n");
    }
}
