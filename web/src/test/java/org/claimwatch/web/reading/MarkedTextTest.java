package org.claimwatch.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.reading.MarkedText.Mark;
import org.claimwatch.web.reading.MarkedText.Run;
import org.claimwatch.web.support.Gold;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void cuts_at_every_end_of_overlapping_marks_and_counts_code_points() {
        var text = new MarkedText("😀 he said “no”");
        var runs = text.runs(
                new TextSpan(0, 14),
                List.of(new Mark(new TextSpan(2, 9), "content", 1), new Mark(new TextSpan(5, 14), "cue", 2)));
        assertThat(runs).extracting(Run::text).containsExactly("😀 ", "he ", "said", " “no”");
        assertThat(runs).extracting(Run::css).containsExactly("", "content", "content cue", "cue");
        assertThat(runs.get(2).of()).isEqualTo(2);
    }

    @Test
    void loses_no_word_of_any_article() {
        for (var article : Gold.read().articles()) {
            var text = new MarkedText(article.text());
            List<Mark> marks = article.statements().stream()
                    .flatMap(s -> s.content().stream())
                    .map(span -> new Mark(new TextSpan(span.get(0), span.get(1)), "content", 0))
                    .toList();
            String shown = text.paragraphs().stream()
                    .map(paragraph ->
                            text.runs(paragraph, marks).stream().map(Run::text).collect(Collectors.joining()))
                    .collect(Collectors.joining("\n\n"));
            assertThat(shown).isEqualTo(article.text());
        }
    }

    @Test
    void a_quotation_shows_its_own_marks() {
        assertThat(new MarkedText("Er sagte: „Nein“.").quotationMarks(new TextSpan(11, 15)))
                .containsExactly("„", "“");
        assertThat(new MarkedText("no marks here").quotationMarks(new TextSpan(3, 8)))
                .containsExactly("“", "”");
    }

    @Test
    void context_in_a_endlesstext_reaches_as_far_as_its_sentences_do() {
        String endless = "word ".repeat(600).strip() + ". ";
        String text =
                "Before. ".repeat(500) + "First " + endless + "Here it is. Last " + endless + "After. ".repeat(500);
        int here = text.indexOf("Here");
        assertThat(MarkedText.around(text, new TextSpan(here, here + 4), "en").cut(text))
                .isEqualTo("First " + endless + "Here it is. Last " + endless);
        int far = text.length() - 2000;
        int one = text.indexOf("After.", far);
        assertThat(MarkedText.around(text, new TextSpan(one, one + 5), "en").cut(text))
                .isEqualTo("After. After. After. ");
    }

    @Test
    void context_is_the_sentences_touched_and_one_more_on_either_side() {
        String text = "One is here. Two is here. Three is here. Four is here. Five is here.";
        int three = text.indexOf("Three");
        var around = MarkedText.around(text, new TextSpan(three + 2, three + 5), "en");
        assertThat(around.cut(text).strip()).isEqualTo("Two is here. Three is here. Four is here.");
        assertThat(MarkedText.around(text, new TextSpan(0, 3), "en").cut(text).strip())
                .isEqualTo("One is here. Two is here.");
        assertThat(MarkedText.around(text, new TextSpan(text.length() - 3, text.length()), null)
                        .cut(text))
                .isEqualTo("Four is here. Five is here.");
    }
}
