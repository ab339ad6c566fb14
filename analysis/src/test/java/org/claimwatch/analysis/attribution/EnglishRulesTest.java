package org.claimwatch.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each case reads: source | cue | form | content. */
class EnglishRulesTest {
    private static final RuleSegmenter SEGMENTER = new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english()));
    private static final Attributor RULES = new RuleAttributor();

    @Test
    void direct_speech_before_and_after_its_speaker() {
        assertThat(read("“The river is low,” Anna Berg said."))
                .containsExactly("Anna Berg | said | DIRECT | The river is low,");
        assertThat(read("\"The river is low,\" said Anna Berg, who runs the mill."))
                .containsExactly("Anna Berg | said | DIRECT | The river is low,");
        assertThat(read("Anna Berg said: “The river is low.”"))
                .containsExactly("Anna Berg | said | DIRECT | The river is low.");
    }

    @Test
    void a_quotation_split_round_its_cue_is_one_statement() {
        assertThat(read("“We wait,” the engineer told reporters in Oslo. “Then we go home.”"))
                .containsExactly("the engineer | told | DIRECT | We wait, … Then we go home.");
    }

    @Test
    void a_quotation_over_several_paragraphs_has_a_span_in_each() {
        assertThat(read("“First we heard it.\n\n“Then it came,” said Anna Berg."))
                .containsExactly("Anna Berg | said | DIRECT | First we heard it. … Then it came,");
    }

    @Test
    void a_quotation_that_runs_on_in_a_new_paragraph_is_a_statement_without_cue() {
        assertThat(read("“First we heard it,” said Anna Berg.\n\n“Then it came.”"))
                .containsExactly("Anna Berg | said | DIRECT | First we heard it,", "- | - | DIRECT | Then it came.");
    }

    @Test
    void indirect_speech_before_and_after_its_speaker() {
        assertThat(read("The health ministry said that clinics had closed on Monday."))
                .containsExactly("The health ministry | said | INDIRECT | clinics had closed on Monday");
        assertThat(read("Clinics closed on Monday, the health ministry said."))
                .containsExactly("the health ministry | said | INDIRECT | Clinics closed on Monday");
        assertThat(read("According to the health ministry, clinics closed on Monday."))
                .containsExactly("the health ministry | According to | INDIRECT | clinics closed on Monday");
        assertThat(read("Clinics closed on Monday, according to Anna Berg, the director."))
                .containsExactly("Anna Berg | according to | INDIRECT | Clinics closed on Monday");
    }

    @Test
    void content_around_an_inserted_speaker_has_two_spans() {
        assertThat(read("Any mission, Foreign Minister Anna Berg said on Monday, would work on one bank only."))
                .containsExactly("Anna Berg | said | INDIRECT | Any mission … would work on one bank only");
    }

    @Test
    void each_of_two_that_clauses_is_a_statement() {
        assertThat(read("She said that pay had fallen and that the firm had walked away."))
                .containsExactly(
                        "She | said | INDIRECT | pay had fallen", "She | said | INDIRECT | the firm had walked away");
    }

    @Test
    void mixed_speech_keeps_its_marks_and_a_quoted_whole_loses_them() {
        assertThat(read("The minister described the figure as “a fantasy of the coffee bar”."))
                .containsExactly("The minister | described | MIXED | the figure as “a fantasy of the coffee bar”");
        assertThat(read("The minister said that “nobody knows anything here”."))
                .containsExactly("The minister | said | DIRECT | nobody knows anything here");
    }

    @Test
    void a_denial_says_so() {
        Attribution denial =
                attribute("The colonel denied that his forces had opened fire.").getFirst();
        assertThat(denial.denies()).isTrue();
        assertThat(attribute("The colonel said that his forces had opened fire.")
                        .getFirst()
                        .denies())
                .isFalse();
    }

    @Test
    void what_nobody_said_is_no_statement() {
        assertThat(read("The company declined to comment.")).isEmpty();
        assertThat(read("The minister did not say that clinics would close.")).isEmpty();
        assertThat(read("He would say that the river is low.")).isEmpty();
        assertThat(read("The “ghost ship” turned out to be a boat.")).isEmpty();
        assertThat(read("He reads “War and Peace” every winter.")).isEmpty();
    }

    @Test
    void a_dateline_is_no_content() {
        assertThat(read("OSLO, Sept 8 (Agency) - Clinics closed on Monday, the health ministry said."))
                .containsExactly("the health ministry | said | INDIRECT | Clinics closed on Monday");
    }

    @Test
    void an_addressee_with_a_name_may_be_a_relay() {
        Attribution told =
                attribute("Anna Berg told Radio Oslo that the river was low.").getFirst();
        assertThat(told.relays()).hasSize(1);
    }

    private static List<Attribution> attribute(String words) {
        return RULES.attribute(SEGMENTER.segment(words, "en"));
    }

    private static List<String> read(String words) {
        SegmentedText text = SEGMENTER.segment(words, "en");
        return RULES.attribute(text).stream()
                .peek(a -> assertThat(Verbatim.holds(a, text)).isTrue())
                .map(a -> "%s | %s | %s | %s"
                        .formatted(
                                cut(text, a.source()),
                                cut(text, a.cue()),
                                a.form(),
                                a.content().stream().map(text::cut).collect(Collectors.joining(" … "))))
                .toList();
    }

    private static String cut(SegmentedText text, @Nullable TextSpan span) {
        return span == null ? "-" : text.cut(span);
    }
}
