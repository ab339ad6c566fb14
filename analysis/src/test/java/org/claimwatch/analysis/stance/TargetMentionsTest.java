package org.claimwatch.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.OpenNlpPosTagger;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.segment.RuleSegmenter;
import org.claimwatch.common.statement.TextSpan;
import org.junit.jupiter.api.Test;

class TargetMentionsTest {
    @Test
    void a_demonym_speaks_of_its_country() {
        assertThat(mentions("Officials of Kareth denied it. Karethi artillery fired.", "Kareth"))
                .containsExactly("Kareth", "Karethi");
        assertThat(mentions("Officials of Dalmara denied it. Dalmaran units fired.", "Dalmara"))
                .containsExactly("Dalmara", "Dalmaran");
        assertThat(mentions("Officials of Chad denied it. A chadian unit fired.", "Chad"))
                .containsExactly("Chad");
    }

    @Test
    void who_alone_bears_a_role_is_spoken_of_by_it() {
        String text = "Finance Minister Piers Carrowmere resigned. Nobody believed the minister.";
        assertThat(mentions(text, "Piers Carrowmere")).containsExactly("Piers Carrowmere", "minister");
        assertThat(mentions("Piers Carrowmere, the finance minister, resigned. The minister lied.", "Piers Carrowmere"))
                .contains("Piers Carrowmere", "minister");
        assertThat(mentions("The minister, Ada Lund said, had lied. The minister denied it.", "Ada Lund"))
                .containsExactly("Ada Lund");
        String two = "Finance Minister Piers Carrowmere and Health Minister Ada Lund met. The minister lied.";
        assertThat(mentions(two, "Piers Carrowmere", "Ada Lund")).containsExactly("Piers Carrowmere");
    }

    @Test
    void what_only_looks_like_a_name_is_no_target() {
        SegmentedText text = segment("Eleven shells fell. They are, thank God, at home.");
        List<Target> named = List.of(
                new Target("Eleven", List.of(new TextSpan(0, 6))), new Target("God", List.of(new TextSpan(37, 40))));
        assertThat(TargetMentions.complete(text, named)).isEmpty();
    }

    @Test
    void the_only_body_of_its_kind_is_spoken_of_by_the_noun() {
        String text = "The Vessen River Commission met. Nobody believes the commission. A commission is dull.";
        assertThat(mentions(text, "Vessen River Commission")).containsExactly("Vessen River Commission", "commission");
    }

    @Test
    void two_bodies_of_a_kind_are_not_told_apart_by_the_noun() {
        String text = "The River Commission and the Dam Commission met. Nobody believes the commission.";
        assertThat(mentions(text, "River Commission", "Dam Commission")).containsExactly("River Commission");
    }

    @Test
    void words_of_another_name_are_left_to_it() {
        String text = "Nobody lives in Kareth. The Karethi Ministry of Water spoke.";
        assertThat(mentions(text, "Kareth", "Karethi Ministry of Water")).containsExactly("Kareth");
    }

    /** What the text says where it speaks of the first of the names. */
    private static List<String> mentions(String words, String... names) {
        SegmentedText text = segment(words);
        List<Target> named = List.of(names).stream()
                .map(name -> new Target(
                        name, List.of(new TextSpan(words.indexOf(name), words.indexOf(name) + name.length()))))
                .toList();
        return TargetMentions.complete(text, named).getFirst().mentions().stream()
                .map(text::cut)
                .toList();
    }

    private static SegmentedText segment(String words) {
        return new RuleSegmenter(Map.of("en", OpenNlpPosTagger.english())).segment(words, "en");
    }
}
