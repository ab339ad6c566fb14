package org.claimwatch.analysis.attribution.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreebankWordsTest {
    @Test
    void clitics_are_words_of_their_own() {
        assertThat(words("We don't know, and can’t: it's the minister's."))
                .containsExactly(
                        "We",
                        "do",
                        "n't",
                        "know",
                        ",",
                        "and",
                        "ca",
                        "n’t",
                        ":",
                        "it",
                        "'s",
                        "the",
                        "minister",
                        "'s",
                        ".");
    }

    @Test
    void abbreviations_numbers_and_compounds_stay_whole() {
        assertThat(words("Mr. J. Poe of the U.S. paid $1,250.50 at 5:30 p.m. for a 40-year-old by-law."))
                .containsExactly(
                        "Mr.",
                        "J.",
                        "Poe",
                        "of",
                        "the",
                        "U.S.",
                        "paid",
                        "$",
                        "1,250.50",
                        "at",
                        "5:30",
                        "p.m.",
                        "for",
                        "a",
                        "40-year-old",
                        "by-law",
                        ".");
    }

    @Test
    void marks_stand_alone() {
        assertThat(words("“No,” he said... (twice)—''yes''"))
                .containsExactly("“", "No", ",", "”", "he", "said", "...", "(", "twice", ")", "—", "''", "yes", "''");
    }

    @Test
    void a_megabyte_of_one_word_is_one_word() {
        assertThat(words("a".repeat(1_000_000))).hasSize(1);
    }

    private static List<String> words(String text) {
        return TreebankWords.of(text, 0, text.length()).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
