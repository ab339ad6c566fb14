package org.claimwatch.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.analysis.stance.StanceReader.Question;
import org.claimwatch.analysis.stance.StanceReader.Reading;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.StanceHolder;
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
    void a_deed_judges_who_does_it_and_not_who_suffers_it() {
        assertThat(read("Kareth attacked the village.", "Kareth").polarity()).isEqualTo(Polarity.AGAINST);
        assertThat(read("Kessa was shelled twice.", "Kessa").polarity()).isEqualTo(Polarity.NEUTRAL);
        assertThat(read("They attacked Kessa.", "Kessa").polarity()).isEqualTo(Polarity.NEUTRAL);
        assertThat(read("The village was attacked by Kareth.", "Kareth").polarity())
                .isEqualTo(Polarity.AGAINST);
    }

    @Test
    void a_place_is_not_judged_by_what_happens_there() {
        assertThat(read("Ninety people were killed along the Orrin.", "Orrin").polarity())
                .isEqualTo(Polarity.NEUTRAL);
        assertThat(read("They are, thank God, at home.", "God").polarity()).isEqualTo(Polarity.NEUTRAL);
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

    @Test
    void an_outlet_that_reports_an_act_takes_no_side_by_it() {
        String act = "Kareth refused to travel.";
        assertThat(read(StanceHolder.OUTLET, act, "Kareth").polarity()).isEqualTo(Polarity.NEUTRAL);
        assertThat(read(StanceHolder.SPEAKER, act, "Kareth").polarity()).isEqualTo(Polarity.AGAINST);
    }

    private Reading read(String words, String target) {
        return read(StanceHolder.SPEAKER, words, target);
    }

    private Reading read(StanceHolder holder, String words, String target) {
        SegmentedText text = new RuleSegmenter(Map.of()).segment(words, "en");
        int start = words.indexOf(target);
        return reader.read(
                text,
                new Question(
                        holder,
                        List.of(new TextSpan(0, words.length())),
                        target,
                        List.of(new TextSpan(start, start + target.length()))));
    }
}
