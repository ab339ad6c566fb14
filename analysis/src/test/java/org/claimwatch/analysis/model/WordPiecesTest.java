package org.claimwatch.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimwatch.analysis.model.WordPieces.Piece;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equality with the reference tokeniser (PyPI's tokenizers 0.21.4), whose answers lie in word-pieces.json. */
class WordPiecesTest {
    private static final WordPieces WORDS =
            WordPieces.read(WordPieces.class.getResourceAsStream("encoder/bert-uncased.vocab.txt"));

    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = WordPiecesTest.class.getResourceAsStream("word-pieces.json")) {
            List<JsonNode> all = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(all::add);
            assertThat(all).hasSizeGreaterThan(25);
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void pieces_and_places_are_those_of_the_reference(JsonNode reference) {
        List<Piece> expected = new ArrayList<>();
        for (int i = 0; i < reference.get("ids").size(); i++) {
            JsonNode place = reference.get("offsets").get(i);
            expected.add(new Piece(
                    reference.get("ids").get(i).asInt(),
                    place.get(0).asInt(),
                    place.get(1).asInt()));
        }
        assertThat(WORDS.cut(reference.get("text").asText())).isEqualTo(expected);
    }

    @Test
    void one_endless_word_is_one_unknown_piece() {
        String word = "x".repeat(5_000_000);
        List<Piece> pieces = Assertions.assertTimeout(Duration.ofSeconds(10), () -> WORDS.cut(word + " y"));
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst()).isEqualTo(new Piece(WORDS.id("[UNK]"), 0, 5_000_000));
    }

    @Test
    void half_a_surrogate_pair_is_no_trouble() {
        assertThat(WORDS.cut("a \uD83D b")).extracting(Piece::start).containsExactly(0, 4);
    }

    @Test
    void special_pieces_cannot_be_written_in_a_text() {
        assertThat(WORDS.cut("[SEP]")).noneMatch(piece -> piece.id() == WORDS.id("[SEP]"));
    }
}
