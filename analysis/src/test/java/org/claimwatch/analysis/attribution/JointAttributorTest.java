package org.claimwatch.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimwatch.analysis.attribution.tagger.AttributionTagger;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each case reads: source | cue | form | content. */
class JointAttributorTest {
    private static final OpenNlpPosTagger ENGLISH = OpenNlpPosTagger.english();
    private static final RuleSegmenter SEGMENTER = new RuleSegmenter(Map.of("en", ENGLISH));
    private static final Attributor RULES = new RuleAttributor();
    private static final Attributor JOINT =
            new JointAttributor(RULES, new TrainedAttributor(AttributionTagger.english(), RULES));

    @Test
    void a_statement_that_no_rule_foresaw_is_proposed_by_the_tagger() {
        String text = "The coach is convinced that the captain will play on Saturday.";
        assertThat(read(RULES, text)).isEmpty();
        assertThat(read(JOINT, text))
                .containsExactly("The coach | is convinced | INDIRECT | the captain will play on Saturday");
    }

    @Test
    void what_both_read_is_surer_than_what_rules_alone_read() {
        SegmentedText text = SEGMENTER.segment("“The river is low,” Anna Berg said.", "en");
        float rules = RULES.attribute(text).getFirst().confidence();
        assertThat(JOINT.attribute(text).getFirst().confidence()).isGreaterThan(rules);
    }

    @Test
    void not_saying_is_no_statement_to_either() {
        assertThat(read(JOINT, "The firm declined to discuss its interim figures on Monday."))
                .isEmpty();
        assertThat(read(JOINT, "The court did not say when the ruling would be published."))
                .isEmpty();
    }

    @Test
    void a_quotation_is_verbatim_whoever_found_it() {
        String words = "In a letter to the league, the club insisted it had “paid every wage on time”.\n\n"
                + "“We were never asked,” the club’s lawyer, Ida Moen, told the court. “We would have come.”";
        SegmentedText text = SEGMENTER.segment(words, "en");
        assertThat(JOINT.attribute(text)).isNotEmpty().allMatch(a -> Verbatim.holds(a, text));
        assertThat(read(JOINT, words))
                .contains("Ida Moen | told | DIRECT | We were never asked, … We would have come.");
    }

    @Test
    void a_quotation_that_runs_on_stays_behind_its_speaker() {
        List<Attribution> read = JOINT.attribute(SEGMENTER.segment(
                "“First we heard it,” said Anna Berg.\n\n“The guards told us that the road was closed.”", "en"));
        assertThat(read.get(1).continues()).isTrue();
    }

    @Test
    void other_languages_are_left_to_the_rules() {
        SegmentedText text = new RuleSegmenter(Map.of("de", OpenNlpPosTagger.german()))
                .segment("Die Ministerin sagte, der Fluss sei niedrig.", "de");
        assertThat(JOINT.attribute(text)).isEqualTo(RULES.attribute(text));
    }

    private static List<String> read(Attributor attributor, String words) {
        SegmentedText text = SEGMENTER.segment(words, "en");
        return attributor.attribute(text).stream()
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
