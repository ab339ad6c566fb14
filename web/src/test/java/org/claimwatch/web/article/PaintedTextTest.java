package org.claimwatch.web.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.Polarity;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.article.ArticlePage.Label;
import org.claimwatch.web.article.ArticlePage.Stretch;
import org.claimwatch.web.reading.StanceSign;
import org.junit.jupiter.api.Test;

/** Marks and labels lie where they belong, whatever lies there already, and no word is lost or doubled. */
class PaintedTextTest {
    private static final StanceSign AGAINST = StanceSign.of(Polarity.AGAINST, "the dam", 0.95f);

    @Test
    void a_label_stands_before_its_words_once_even_across_paragraphs_and_beyond_the_basic_plane() {
        String text = "😀 The dam\n\nwill fail. Later.";
        var painted = new PaintedText(text);
        painted.stance(new TextSpan(2, 21), AGAINST, "Ferrow", null);
        painted.stance(new TextSpan(2, 9), AGAINST, null, "own-1");
        assertThat(said(painted.paragraphs()))
                .containsExactly(
                        "😀 {Ferrow▼}{own▼}[takes against takes against own:The dam]",
                        "[takes against:will fail.] Later.");
    }

    @Test
    void what_was_taken_out_stands_where_it_stood() {
        String before = "He denied it. The minister flatly refused to answer. All was quiet.";
        String after = "He denied it. The minister refused to answer today.";
        var painted = new PaintedText(after);
        painted.changes(Changes.between(before, after, "en"));
        assertThat(said(painted.paragraphs()))
                .containsExactly(
                        "He denied it. The minister{-flatly} refused to answer [added:today].{-All was quiet.}");
    }

    @Test
    void of_a_text_without_words_nothing_is_painted() {
        var painted = new PaintedText("");
        painted.changes(Changes.between("All was quiet.", "", "en"));
        assertThat(painted.paragraphs()).isEmpty();
    }

    private static List<String> said(List<List<Stretch>> paragraphs) {
        return paragraphs.stream()
                .map(stretches -> stretches.stream().map(PaintedTextTest::said).collect(Collectors.joining()))
                .toList();
    }

    private static String said(Stretch stretch) {
        return stretch.labels().stream().map(PaintedTextTest::said).collect(Collectors.joining())
                + (stretch.css().isEmpty() ? stretch.text() : "[" + stretch.css() + ":" + stretch.text() + "]");
    }

    private static String said(Label label) {
        var stance = label.stance();
        return "{"
                + (stance == null
                        ? "-" + label.gone()
                        : (label.holder() == null ? "own" : label.holder()) + stance.sign())
                + "}";
    }
}
