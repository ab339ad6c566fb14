package org.claimwatch.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimwatch.analysis.attribution.tagger.AttributionTagger;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.PosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.statement.StatementForm;
import org.junit.jupiter.api.Test;

class TrainedAttributorTest {
    private static final PosTagger ENGLISH = OpenNlpPosTagger.english();
    private static final RuleSegmenter SEGMENTER = new RuleSegmenter(Map.of("en", ENGLISH));
    private static final Attributor RULES = new RuleAttributor();
    private static final Attributor ATTRIBUTOR = new TrainedAttributor(AttributionTagger.english(), RULES);

    @Test
    void it_reads_who_said_what() {
        String text = "The health minister said on Monday that 31 clinics had closed. Rain fell in the north.";
        assertThat(read(text)).singleElement().satisfies(a -> {
            assertThat(Objects.requireNonNull(a.source()).cut(text)).isEqualTo("The health minister");
            assertThat(Objects.requireNonNull(a.cue()).cut(text)).isEqualTo("said");
            assertThat(a.content().getFirst().cut(text)).endsWith("31 clinics had closed");
            assertThat(a.form()).isEqualTo(StatementForm.INDIRECT);
            assertThat(a.confidence()).isBetween(0.5f, 1f);
        });
    }

    @Test
    void offsets_count_code_points() {
        String text = "😀 😀 Flags 🏳️ flew. “We wait,” spokesman Omar Lind said.";
        assertThat(read(text)).singleElement().satisfies(a -> {
            assertThat(Objects.requireNonNull(a.source()).cut(text)).contains("Lind");
            assertThat(a.content())
                    .singleElement()
                    .satisfies(c -> assertThat(c.cut(text)).isEqualTo("We wait,"));
            assertThat(a.form()).isEqualTo(StatementForm.DIRECT);
        });
    }

    @Test
    void languages_that_it_has_not_learnt_are_left_to_the_rules() {
        SegmentedText text = SEGMENTER.segment("قال الوزير: «أُغلقت العيادات».", "ar");
        assertThat(ATTRIBUTOR.attribute(text)).isEqualTo(RULES.attribute(text));
    }

    @Test
    void what_is_no_article_does_no_harm() {
        for (String text : List.of(
                "",
                "\n\n",
                "x".repeat(1_000_000),
                "“".repeat(10_000),
                "said ".repeat(5_000),
                "“Yes,” he said. ".repeat(1_000),
                "\u0000\uFFFD\u200F؟ said “")) {
            assertThatCode(() -> read(text)).doesNotThrowAnyException();
        }
    }

    private static List<Attribution> read(String text) {
        return ATTRIBUTOR.attribute(SEGMENTER.segment(text, "en"));
    }
}
