package org.claimwatch.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final RuleSegmenter SEGMENTER =
            new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english(), "de", OpenNlpPosTagger.german()));

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

    @Test
    void who_said_it_is_cut_out() {
        assertThat(claim(
                        "emphasised",
                        "the mast of the old ferry was rusty, recalling that nobody had painted it",
                        false))
                .hasValue("The mast of the old ferry was rusty.");
        assertThat(claim("said", "the bridge toll, according to two clerks, will double soon", false))
                .hasValue("The bridge toll will double soon.");
        assertThat(claim("said", "the old ferry sank within minutes, a pilot said", false))
                .hasValue("The old ferry sank within minutes.");
        assertThat(claim("said", "Its cars, according to two diplomats", false)).isEmpty();
        assertThat(claim("said", "the mast is “old, the owner said, and rusty”", false))
                .hasValue("The mast is “old, the owner said, and rusty”.");
    }

    @Test
    void a_noun_with_a_relative_clause_asserts_nothing() {
        assertThat(claim("says", "Ruddick, who had it from a tally clerk", false))
                .isEmpty();
        assertThat(claim("rejected", "union accusations that uncertified staff had operated cranes", false))
                .isEmpty();
        assertThat(claim("confirmed", "the existence of a draft but described it as an essay", false))
                .isEmpty();
        assertThat(claim("noted", "the bridge that the flood had damaged was rebuilt", false))
                .hasValue("The bridge that the flood had damaged was rebuilt.");
        assertThat(claim("noted", "patrols, which the mayor had opposed, remain in the plan", false))
                .hasValue("Patrols, which the mayor had opposed, remain in the plan.");
    }

    @Test
    void a_request_is_no_claim() {
        assertThat(claim("urged", "the minister to publish what she knows before it is too late", false))
                .isEmpty();
    }

    @Test
    void a_german_verb_that_the_cue_left_first_comes_second() {
        assertThat(claim("de", "zufolge", "ist der Spiegel seit Mai um vier Meter gestiegen"))
                .hasValue("Der Spiegel ist seit Mai um vier Meter gestiegen.");
        assertThat(claim("de", "laut", "sind seit Mai mindestens 90 Menschen am Fluss getötet worden"))
                .hasValue("Seit Mai sind mindestens 90 Menschen am Fluss getötet worden.");
        assertThat(claim("de", "nannte", "er sei „ein Urteil in allem außer dem Namen“"))
                .hasValue("Er sei „ein Urteil in allem außer dem Namen“.");
    }

    @Test
    void german_without_a_verb_of_its_own_is_no_claim() {
        assertThat(claim("de", "sagte", "Außenminister Egon Falk, der die Verhandlungen führt"))
                .isEmpty();
        assertThat(claim("de", "bekannt", "gegeben, den Leitzins um einen halben Punkt anzuheben"))
                .isEmpty();
        assertThat(claim("de", "erklären", "heißt es in dem siebenseitigen Vermerk"))
                .isEmpty();
    }

    @Test
    void arabic_content_loses_what_ties_it_to_the_cue() {
        assertThat(claim("ar", "أضافت", "أنها أعادت ابنتها إلى البيت")).hasValue("إنها أعادت ابنتها إلى البيت.");
        assertThat(claim("ar", "عزت", "إلى صيف هو الأقل مطرًا منذ أعوام")).isEmpty();
        assertThat(claim("ar", "تنفي", "، المتحدثة باسم مجلس الحوض، وجودها من الأساس"))
                .isEmpty();
    }

    private static Optional<String> claim(String language, String cue, String content) {
        return Propositions.of(new Utterance(
                        content, SEGMENTER.segment(content, language).tokens(), language, false, cue, null, false))
                .map(Proposition::text);
    }

    private static Optional<String> claim(String cue, String content, boolean quoted) {
        return Propositions.of(new Utterance(
                        content, SEGMENTER.segment(content, "en").tokens(), "en", quoted, cue, "Ida Moen", true))
                .map(Proposition::text);
    }
}
