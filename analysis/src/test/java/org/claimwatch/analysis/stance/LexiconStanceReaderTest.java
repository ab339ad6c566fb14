package org.claimwatch.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.analysis.stance.StanceReader.Reading;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Test;

class LexiconStanceReaderTest {
    private final StanceReader reader = new LexiconStanceReader();

    @Test
    void words_near_the_target_take_sides() {
        assertThat(read("We condemn Kareth for this aggression.", "Kareth").polarity())
                .isEqualTo(Polarity.AGAINST);
        assertThat(read("We welcome the wise decision of Kareth.", "Kareth").polarity())
                .isEqualTo(Polarity.FAVOR);
        assertThat(read("The talks with Kareth began on Monday.", "Kareth").polarity())
                .isEqualTo(Polarity.NEUTRAL);
    }

    @Test
    void a_negation_turns_a_word_round() {
        assertThat(read("Kareth is not reliable.", "Kareth").polarity()).isEqualTo(Polarity.AGAINST);
    }

    @Test
    void the_evidence_is_the_sentence_that_decided() {
        String text = "The talks began on Monday. Kareth is a disgrace.";
        assertThat(read(text, "Kareth").evidence().cut(text)).isEqualTo("Kareth is a disgrace.");
    }

    @Test
    void scores_add_up_to_one() {
        Reading reading = read("We condemn Kareth.", "Kareth");
        assertThat(reading.favor() + reading.against() + reading.neutral()).isBetween(0.999, 1.001);
    }

    private Reading read(String words, String target) {
        SegmentedText text = new RuleSegmenter(Map.of()).segment(words, "en");
        int start = words.indexOf(target);
        return reader.read(
                text, List.of(new TextSpan(0, words.length())), List.of(new TextSpan(start, start + target.length())));
    }
}
