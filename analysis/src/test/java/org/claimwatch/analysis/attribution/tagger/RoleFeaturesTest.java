package org.claimwatch.analysis.attribution.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.model.FeatureSink;
import org.claimwatch.analysis.model.Marking;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleSpan;
import org.junit.jupiter.api.Test;

class RoleFeaturesTest {
    private static final CueWords CUES = new CueWords(Map.of("said", 4, "told", 3));

    /** Names are capitalised, verbs are in the cue list: enough of a tagger to read the features by. */
    private static final Paragraph PARAGRAPH = new Paragraph(
            List.of("``", "Rain", "came", ",", "''", "Ada", "Poe", "said", ".", "Ben", "left", "."),
            words -> words.stream()
                    .map(word -> word.matches("said|came|left")
                            ? Pos.VERB
                            : Character.isUpperCase(word.charAt(0)) ? Pos.PROPN : Pos.PUNCT)
                    .toList());

    private final Context context = new Context(PARAGRAPH, CUES);

    @Test
    void a_paragraph_has_sentences_and_quotation_marks() {
        assertThat(PARAGRAPH.sentenceEnd[0]).isEqualTo(9);
        assertThat(PARAGRAPH.sentenceStart[10]).isEqualTo(9);
        assertThat(PARAGRAPH.words[0]).isEqualTo("“");
        assertThat(List.of(PARAGRAPH.quotes).subList(0, 7)).containsExactly("(", "i", "i", "i", ")", "o", "o");
    }

    @Test
    void a_word_sees_its_neighbours_its_quotation_and_the_nearest_cue() {
        assertThat(describe(6))
                .contains("w-1=ada", "w0=poe", "w1=said", "t1=VERB", "rw=said", "r=1|PROPN", "q=o", "cue1=4");
        assertThat(describe(2)).contains("qa=,_ada|i", "qac=004|i", "ql=5|i", "rw=said", "cued=nyn|i");
        assertThat(describe(10)).contains("nocue=VERB", "cued=ynn|o", "done=1", "left=1");
    }

    @Test
    void a_word_sees_how_it_stands_to_a_cue() {
        FirstReading first = new FirstReading(new Said(), PARAGRAPH.length());
        Cue cue = first.cues().getFirst();
        assertThat(List.of(cue.start(), cue.end())).containsExactly(7, 8);
        Outward outward = new Outward(PARAGRAPH, first, cue);
        List<String> seen = new ArrayList<>();
        new ArgumentFeatures(context, first, cue, outward).describe(2, names(seen));
        assertThat(seen).contains("far=L5", "line=L0", "hw=saidL|came", "lm=L01io|0", "alone=L0|VERB");
        seen.clear();
        new ArgumentFeatures(context, first, cue, outward).describe(6, names(seen));
        assertThat(seen).contains("far=L1", "path=PROPN |L", "touch=t0e|L");
    }

    private List<String> describe(int i) {
        List<String> seen = new ArrayList<>();
        new RoleFeatures(context).describe(i, names(seen));
        return seen;
    }

    private static FeatureSink names(List<String> seen) {
        return new FeatureSink() {
            @Override
            public void add(String name, String value) {
                seen.add(name + "=" + value);
            }

            @Override
            public void add(String name, String value, String other) {
                seen.add(name + "=" + value + "|" + other);
            }
        };
    }

    /** A first pass that is sure of "Ada Poe" as the source and "said" as the cue. */
    private record Said() implements Marking {
        private static final List<RoleSpan> SPANS = List.of(new RoleSpan(0, 5, 7, 0.9), new RoleSpan(1, 7, 8, 0.9));

        @Override
        public List<RoleSpan> spans(double least) {
            return SPANS;
        }

        @Override
        public double within(int place, int role) {
            return SPANS.stream()
                    .filter(s -> s.role() == role && s.start() <= place && place < s.end())
                    .mapToDouble(RoleSpan::probability)
                    .sum();
        }

        @Override
        public double nothing() {
            return 0;
        }
    }
}
