package org.claimwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class EncoderInputsTest {
    private static final WordPieces WORDS =
            WordPieces.read(WordPieces.class.getResourceAsStream("encoder/bert-uncased.vocab.txt"));

    private final EncoderInputs inputs = new EncoderInputs(WORDS);

    @Test
    void a_target_is_marked_where_it_is_mentioned() {
        EncoderInput input = inputs.target("😀 We thank Kareth.", List.of(new TextSpan(11, 17)), "Kareth");
        int pieces = WORDS.cut("Kareth").size();
        int before = WORDS.cut("😀 We thank").size();
        assertThat(marked(input)).isEqualTo(pieces);
        assertThat(input.marks()[before]).isFalse();
        assertThat(input.marks()[before + 1]).isTrue();
        assertThat(input.ids()[0]).isEqualTo(WORDS.id("[CLS]"));
        assertThat(input.ids()[input.length() - 1]).isEqualTo(WORDS.id("[SEP]"));
    }

    @Test
    void a_name_that_is_not_mentioned_is_read_after_the_text() {
        EncoderInput input = inputs.target("We thank them.", List.of(), "Kareth");
        assertThat(input.ids())
                .isEqualTo(inputs.pair("We thank them.", "Kareth").ids());
        assertThat(marked(input)).isEqualTo(WORDS.cut("Kareth").size());
    }

    @Test
    void a_long_text_is_seen_round_its_first_mention() {
        String text = "before ".repeat(5000) + "Kareth" + " after".repeat(5000);
        EncoderInput input = inputs.target(text, List.of(new TextSpan(35_000, 35_006)), "Kareth");
        assertThat(input.length()).isEqualTo(EncoderInputs.LONGEST);
        assertThat(marked(input)).isEqualTo(WORDS.cut("Kareth").size());
        assertThat(input.marks()[EncoderInputs.LONGEST / 2]).isTrue();
    }

    @Test
    void endless_texts_are_cut() {
        String word = "x".repeat(5_000_000);
        List<TextSpan> all = List.of(new TextSpan(0, word.length()));
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(inputs.target(word, all, word).length()).isEqualTo(3);
            assertThat(inputs.pair(word, word).length()).isEqualTo(5);
            assertThat(inputs.pair("a b ".repeat(1_000_000), "c").length()).isEqualTo(EncoderInputs.LONGEST);
        });
    }

    private static int marked(EncoderInput input) {
        int marked = 0;
        for (boolean mark : input.marks()) {
            marked += mark ? 1 : 0;
        }
        return marked;
    }
}
