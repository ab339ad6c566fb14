package org.claimwatch.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.claimwatch.web.support.RandomQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing down and reading again changes nothing. */
class WrittenTest {
    private static final List<String> WORDS = List.of(
            "dam",
            "AND",
            "or",
            "OR",
            "NOT",
            "NEAR/3",
            "near",
            "-x1",
            "\"",
            "a\"b",
            "\\",
            "a\\\"b",
            "U.S.-led",
            "(a)",
            "x:y",
            "speaker:x",
            "أَلمتحدة",
            "日本",
            "a|b",
            "!x",
            "<2>",
            "it’s",
            "“x”",
            "two words",
            "a&b",
            "x yz*",
            "1.5",
            "' or 1=1",
            "é\u0301");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void reading_what_was_written_gives_the_same(long seed) {
        var random = new RandomQueries(new Random(seed), WORDS, WORDS, WORDS);
        for (int i = 0; i < 2500; i++) {
            Expression expression = random.next();
            String written = Written.of(expression);
            Query read = Query.of(written);
            assertThat(read.problem()).as(written).isNull();
            assertThat(read.asked()).as(written).isEqualTo(expression);
            assertThat(Query.of(read.asked()).text()).isEqualTo(written);
            assertThat(read.explained()).startsWith("Statements ");
        }
    }

    /** Whatever is typed is read or refused with a place in it; never anything else. */
    @Test
    void no_text_breaks_the_reading() {
        var random = new Random(5);
        List<String> pieces = List.of(
                "(",
                ")",
                "\"",
                "-",
                " ",
                "AND",
                "OR",
                "NOT",
                "NEAR/2",
                "*",
                "a",
                "dam",
                "speaker:",
                ":",
                "=",
                "\\",
                "“",
                "!",
                "|",
                "&",
                "<->",
                "since:2025",
                "\uD83D",
                "\uDE00",
                "\u0000",
                "ـ",
                "ة",
                "'",
                ";",
                "\n",
                "stance:against",
                "%");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Query query = Query.of(text.toString());
            if (query.problem() != null) {
                assertThat(query.problem().character()).isBetween(1, text.length() + 1);
                assertThat(query.problem().before()
                                + query.problem().at()
                                + query.problem().after())
                        .isEqualTo(text.toString());
            } else if (query.asked() != null) {
                assertThat(Query.of(Written.of(query.asked())).asked()).isEqualTo(query.asked());
            }
            Query.saved(text.toString());
        }
    }
}
