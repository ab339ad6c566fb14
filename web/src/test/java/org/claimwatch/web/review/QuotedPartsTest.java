package org.claimwatch.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.common.statement.TextSpan;
import org.claimwatch.web.support.Gold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPartsTest {
    /** In each line what was said stands between brackets, and the stretch runs from the first to the last. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "She said: “[We will not go.]” Nobody asked.",
                "“[We will not go,]” she said. “[We stay.]”",
                "\"[We will not go,]\" she said, \"[not before the dam’s gates open.]\"",
                "‘[It’s the ministers’ plan, not ours,]’ he said; ‘[ours is older.]’",
                "“[He told us ‘wait’ and we waited,]” she said of the ‘plan’. “[We wait still.]”",
                "„[Wir gehen nicht]“, sagte sie. „[Wir bleiben.]“",
                "»[Wir gehen nicht]«, sagte sie. »[Wir bleiben.]«",
                "« [Nous ne partirons pas] », a-t-elle dit, « [nous restons.] »",
                "قالت: «[لن نرحل]»، وأضافت: «[سنبقى هنا]».",
                "وطالب ب\"[وقف إطلاق النار]\" ثم قال \"[الآن]\".",
                "😀 “[We 😀 will not go,]” she said 😀. “[We stay.]”",
                "“[We will not go.\n\n]“[We stay.]” They left."
            })
    void parts_what_was_said_from_the_narrators_words(String marked) {
        List<TextSpan> wanted = new ArrayList<>();
        int start = 0;
        int at = 0;
        for (int c : marked.codePoints().toArray()) {
            if (c == '[') {
                start = at;
            } else if (c == ']') {
                wanted.add(new TextSpan(start, at));
            } else {
                at++;
            }
        }
        String text = marked.replaceAll("[\\[\\]]", "");
        List<String> words = wanted.stream().map(span -> span.cut(text).strip()).toList();
        var parts = new QuotedParts(text);
        assertThat(parts.within(wanted.getFirst().start(), wanted.getLast().end()))
                .extracting(span -> span.cut(text))
                .isEqualTo(words);
        assertThat(parts.all()).extracting(span -> span.cut(text)).containsAll(words);
    }

    @Test
    void refuses_what_does_not_run_from_mark_to_mark() {
        String text = "“We won’t go,” she said. “Never.” It’s the ministry’s word.";
        var parts = new QuotedParts(text);
        int apostrophe = text.indexOf("s the ministry");
        int other = text.indexOf("s word");
        assertThat(parts.within(apostrophe, other - 1)).as("apostrophes").isEmpty();
        assertThat(parts.within(2, 13)).as("begins later").isEmpty();
        assertThat(parts.within(1, 12)).as("ends earlier").isEmpty();
        assertThat(parts.within(14, 24)).as("the narrator's words").isEmpty();
        assertThat(parts.within(1, 24)).as("ends with the narrator's words").isEmpty();
        assertThat(parts.within(0, 13)).as("begins with the mark").isEmpty();
        assertThat(parts.within(1, 10_000)).as("beyond the text").isEmpty();
        assertThat(parts.within(9_000, 10_000)).as("wholly beyond the text").isEmpty();
        assertThat(new QuotedParts("").all()).isEmpty();
        assertThat(new QuotedParts("“").all()).isEmpty();
        assertThat(new QuotedParts("“a").within(1, 2)).containsExactly(new TextSpan(1, 2));
    }

    /** The gold was written by people: all of its quotations, 41 of them split, are parted just so. */
    @Test
    void parts_the_quotations_of_the_sample_press_as_people_did() {
        int split = 0;
        for (var article : Gold.read().articles()) {
            var parts = new QuotedParts(article.text());
            for (var statement : article.statements()) {
                if (statement.form().equals("DIRECT")) {
                    List<TextSpan> content = statement.content().stream()
                            .map(ends -> new TextSpan(ends.getFirst(), ends.getLast()))
                            .toList();
                    assertThat(parts.within(
                                    content.getFirst().start(),
                                    content.getLast().end()))
                            .as("%s: %s", article.id(), content.getFirst().cut(article.text()))
                            .isEqualTo(content);
                    split += content.size() > 1 ? 1 : 0;
                }
            }
        }
        assertThat(split).isEqualTo(41);
    }
}
