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

class EncoderStanceReaderTest {
    private final EncoderStanceReader reader = EncoderStanceReader.standard();

    @Test
    void plain_sides_are_read() {
        assertThat(read("Kareth is a liar and a thief, and its promises are worthless.", "Kareth")
                        .polarity())
                .isEqualTo(Polarity.AGAINST);
        assertThat(read("We praise Kareth for its courage, wisdom and generosity.", "Kareth")
                        .polarity())
                .isEqualTo(Polarity.FAVOR);
        assertThat(read("The delegation of Kareth arrived on Monday.", "Kareth").polarity())
                .isEqualTo(Polarity.NEUTRAL);
    }

    @Test
    void one_sentence_takes_different_sides_towards_two_targets() {
        String words = "Mr Holt accused Senator Reed of lying and corruption.";
        Reading accused = read(words, "Senator Reed");
        assertThat(accused.polarity()).isEqualTo(Polarity.AGAINST);
        assertThat(read(words, "Mr Holt").against()).isLessThan(accused.against());
    }

    @Test
    void only_the_holders_words_are_seen() {
        String words = "The delegation of Kareth arrived. Everybody loathes that corrupt liar Kareth.";
        int second = words.indexOf("Everybody");
        List<TextSpan> own = List.of(new TextSpan(second, words.length()));
        List<TextSpan> mentions = List.of(span(words, "Kareth", 0), span(words, "Kareth", second));
        Reading part = reader.read(segment(words, "en"), new Question(StanceHolder.OUTLET, own, "Kareth", mentions));
        Reading alone = read(words.substring(second), "Kareth");
        assertThat(alone.polarity()).isEqualTo(Polarity.AGAINST);
        assertThat(part.against()).isEqualTo(alone.against());
        assertThat(part.evidence()).isEqualTo(own.getFirst());
    }

    @Test
    void other_languages_are_left_to_the_lexicon() {
        Question question =
                new Question(StanceHolder.SPEAKER, List.of(new TextSpan(0, 20)), "Kareth", List.of(new TextSpan(0, 6)));
        SegmentedText german = segment("Kareth lügt, sagte sie.", "de");
        assertThat(reader.read(german, question)).isEqualTo(new LexiconStanceReader().read(german, question));
    }

    private Reading read(String words, String target) {
        return reader.read(
                segment(words, "en"),
                new Question(
                        StanceHolder.SPEAKER,
                        List.of(new TextSpan(0, words.length())),
                        target,
                        List.of(span(words, target, 0))));
    }

    private static TextSpan span(String words, String target, int from) {
        int start = words.indexOf(target, from);
        return new TextSpan(start, start + target.length());
    }

    private static SegmentedText segment(String words, String language) {
        return new RuleSegmenter(Map.of()).segment(words, language);
    }
}
