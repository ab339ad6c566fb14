package org.claimwatch.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RuleSegmenterTest {
    private final Segmenter segmenter = new RuleSegmenter(Map.of());

    @Test
    void sentences_end_at_full_stops_that_nothing_else_explains() {
        assertThat(sentences(
                        "Dr. Karim Oulade met Col. Grebik at 6 a.m. on Sept. 8. It cost 1.5 million. J. Smith left.",
                        "en"))
                .containsExactly(
                        "Dr. Karim Oulade met Col. Grebik at 6 a.m. on Sept. 8.",
                        "It cost 1.5 million.",
                        "J. Smith left.");
        assertThat(sentences("Am 8. September kam er. Dann ging er.", "de"))
                .containsExactly("Am 8. September kam er.", "Dann ging er.");
        assertThat(sentences("وصل الوزير أمس. ماذا قال؟ لا شيء.", "ar"))
                .containsExactly("وصل الوزير أمس.", "ماذا قال؟", "لا شيء.");
    }

    @Test
    void a_closing_mark_belongs_to_the_sentence_that_it_closes() {
        assertThat(sentences("“It is late. We go.” He left.", "en"))
                .containsExactly("“It is late.", "We go.”", "He left.");
    }

    @Test
    void paragraphs_are_separated_by_blank_lines() {
        SegmentedText text = segmenter.segment("One.\n\nTwo. Three.\n\n\n\nFour.", "en");
        assertThat(text.paragraphs())
                .extracting(p -> text.cut(new TextSpan(p.start(), p.end())))
                .containsExactly("One.", "Two. Three.", "Four.");
    }

    @Test
    void offsets_count_code_points() {
        String words = "😀 Kessa said “no 😀”.";
        SegmentedText text = segmenter.segment(words, "en");
        assertThat(text.tokens())
                .extracting(t -> new TextSpan(t.start(), t.end()).cut(words))
                .containsExactly("😀", "Kessa", "said", "“", "no", "😀", "”", ".");
    }

    @Test
    void a_possessive_is_a_token_of_its_own() {
        assertThat(segmenter.segment("Dalmara’s rice isn't dry.", "en").tokens())
                .extracting(t -> t.text())
                .containsExactly("Dalmara", "’s", "rice", "isn't", "dry", ".");
    }

    @Test
    void the_language_is_guessed_where_nobody_says_it() {
        assertThat(segmenter
                        .segment("The minister said that it was late.", null)
                        .language())
                .isEqualTo("en");
        assertThat(segmenter
                        .segment("Der Minister sagte, das sei nicht mit ihm zu machen.", null)
                        .language())
                .isEqualTo("de");
        assertThat(segmenter.segment("قالت وزارة الصحة إن اللقاح آمن.", null).language())
                .isEqualTo("ar");
        assertThat(segmenter.segment("Hello.", "en-GB").language()).isEqualTo("en");
    }

    @Test
    @Timeout(20)
    void nonsense_is_read_in_bounded_time() {
        assertThat(segmenter.segment("", null).tokens()).isEmpty();
        assertThat(segmenter.segment("x".repeat(3_000_000), null).tokens()).hasSize(1);
        assertThat(segmenter.segment("a-".repeat(1_000_000), null).tokens()).hasSize(2);
        assertThat(segmenter.segment("\n\n \n\n", null).paragraphs()).isEmpty();
    }

    private List<String> sentences(String words, String language) {
        SegmentedText text = segmenter.segment(words, language);
        return text.sentences().stream()
                .map(s -> text.cut(new TextSpan(s.start(), s.end())))
                .toList();
    }
}
