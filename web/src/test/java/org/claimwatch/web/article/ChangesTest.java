package org.claimwatch.web.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimwatch.web.article.Changes.In;
import org.claimwatch.web.article.Changes.Kind;
import org.claimwatch.web.article.Changes.Passage;
import org.claimwatch.web.article.Changes.Piece;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final String BEFORE = "The minister said the dam is safe. Water is low.\n\nNobody was hurt.";

    @Test
    void a_changed_word_stands_out_in_its_sentence() {
        assertThat(shown(BEFORE, BEFORE.replace("said", "claimed"), "en"))
                .isEqualTo("~The minister [-said -][+claimed +]the dam is safe. |Water is low.|¶Nobody was hurt.");
    }

    @Test
    void sentences_come_go_and_stay() {
        assertThat(shown(
                        BEFORE,
                        "The minister said the dam is safe. Two villages were emptied.\n\nNobody was hurt.",
                        "en"))
                .isEqualTo(
                        "The minister said the dam is safe. |-Water is low.|+Two villages were emptied.|¶Nobody was hurt.");
        Changes none =
                Changes.between(BEFORE, BEFORE.replace("Nobody", "“Nobody”").replace("“Nobody”", "Nobody"), "en");
        assertThat(none.count(Kind.SAME)).isEqualTo(3);
    }

    @Test
    void typographic_marks_are_no_change() {
        Changes changes = Changes.between("He said: \"No - never\".", "He said: “No – never”.", "en");
        assertThat(changes.count(Kind.SAME)).isEqualTo(1);
    }

    @Test
    void arabic_and_german_are_read() {
        assertThat(shown("قال الوزير إن السد آمن. المياه منخفضة.", "زعم الوزير إن السد آمن. المياه منخفضة.", "ar"))
                .startsWith("~[-قال -][+زعم +]الوزير إن السد آمن.");
        assertThat(shown(
                        "Der Minister sagte, der Damm sei sicher.",
                        "Der Minister behauptete, der Damm sei sicher.",
                        "de"))
                .isEqualTo("~Der Minister [-sagte-][+behauptete+], der Damm sei sicher.");
    }

    @Test
    void what_is_shown_is_either_text_and_each_piece_has_its_place() {
        String after = "Kareth said 😀 the dam was safe.\n\nFive died. Nobody else was hurt, they said.";
        Changes changes = Changes.between(BEFORE, after, "en");
        assertThat(text(changes, In.BEFORE)).isEqualTo(after.replace("\n", ""));
        assertThat(text(changes, In.AFTER))
                .as("but for the space after a sentence that both have")
                .isEqualToNormalizingWhitespace(
                        BEFORE.replace(". Water", ".Water").replace("\n", ""));
        int[] points = after.codePoints().toArray();
        changes.passages().stream()
                .flatMap(passage -> passage.pieces().stream())
                .filter(piece -> piece.in() != In.BEFORE)
                .forEach(piece -> assertThat(new String(points, piece.start(), piece.end() - piece.start()))
                        .isEqualTo(piece.text().stripTrailing()));
    }

    @Test
    void a_long_text_takes_no_longer_than_a_page_may() {
        String before = sentences(0, 2500);
        String after = sentences(1, 2500);
        long start = System.nanoTime();
        Changes changes = Changes.between(before, after, "en");
        assertThat((System.nanoTime() - start) / 1_000_000_000.0).isLessThan(5);
        assertThat(changes.passages()).hasSize(5000);
        assertThat(Changes.between(before, before + " One more.", "en").count(Kind.ADDED))
                .isEqualTo(1);
    }

    private static String sentences(int seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "W%dx%d y%d z%d.".formatted(seed, i, seed * count + i, i * 7 + seed))
                .collect(Collectors.joining(" "));
    }

    private static String text(Changes changes, In without) {
        return changes.passages().stream()
                .flatMap(passage -> passage.pieces().stream())
                .filter(piece -> piece.in() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String shown(String before, String after, String language) {
        List<Passage> passages = Changes.between(before, after, language).passages();
        return IntStream.range(0, passages.size())
                .mapToObj(i -> (i > 0 && passages.get(i).opens() ? "¶" : "") + shown(passages.get(i)))
                .collect(Collectors.joining("|"));
    }

    private static String shown(Passage passage) {
        String words = passage.pieces().stream()
                .map(piece -> switch (piece.in()) {
                    case BOTH -> piece.text();
                    case BEFORE -> passage.kind() == Kind.REMOVED ? piece.text() : "[-" + piece.text() + "-]";
                    case AFTER -> passage.kind() == Kind.ADDED ? piece.text() : "[+" + piece.text() + "+]";
                })
                .collect(Collectors.joining());
        return switch (passage.kind()) {
            case SAME -> words;
            case ADDED -> "+" + words;
            case REMOVED -> "-" + words;
            case CHANGED -> "~" + words;
        };
    }
}
