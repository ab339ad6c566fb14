package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final RuleSegmenter SEGMENTER = new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english()));

    @Test
    void a_clause_becomes_a_sentence() {
        assertThat(claim("said", "the gauge recorded a fall of 31%,", false))
                .hasValue("The gauge recorded a fall of 31%.");
    }

    @Test
    void a_pronoun_at_the_start_of_indirect_speech_is_the_speaker() {
        assertThat(claim("said", "she had never signed the contract", false))
                .hasValue("Ida Moen had never signed the contract.");
        assertThat(claim("said", "her laboratory found no trace of lead", false))
                .hasValue("Ida Moen’s laboratory found no trace of lead.");
        assertThat(claim("said", "She has never signed the contract.", true))
                .hasValue("She has never signed the contract.");
    }

    @Test
    void a_denied_participle_becomes_a_clause() {
        assertThat(claim("denied", "having taken money from the club", false))
                .hasValue("Ida Moen had taken money from the club.");
    }

    @Test
    void a_name_for_something_becomes_a_predicate() {
        assertThat(claim("called", "the transfer ban “a sentence without a trial”", false))
                .hasValue("The transfer ban is “a sentence without a trial”.");
    }

    @Test
    void what_cannot_be_read_by_itself_is_no_claim() {
        assertThat(claim("accused", "the league of having hidden the report", false))
                .isEmpty();
        assertThat(claim("welcomed", "the ruling of the regional court in Bergen", false))
                .isEmpty();
        assertThat(claim("asked", "whether the vaccine had been tested on children", false))
                .isEmpty();
    }

    private static Optional<String> claim(String cue, String content, boolean quoted) {
        return Propositions.of(new Utterance(
                        content, SEGMENTER.segment(content, "en").tokens(), "en", quoted, cue, "Ida Moen", true))
                .map(Proposition::text);
    }
}
