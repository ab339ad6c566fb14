package org.claimwatch.analysis.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces of words that an encoder knows, each with where it stands.
 *
 * <p>BERT's uncased tokeniser (Devlin et al. 2019): without accents and case, marks and Chinese characters by themselves,
 * then the longest piece of the vocabulary first (WordPiece).
 */
public final class WordPieces {
    /** A longer word is no word: one unknown piece. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;

    /**
     * A piece of a word.
     *
     * @param id its number in the vocabulary
     * @param start first code point
     * @param end the code point after the last
     */
    public record Piece(int id, int start, int end) {}

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
    }

    /** Reads a vocabulary of one piece a line, numbered from 0. */
    static WordPieces read(InputStream in) {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                vocabulary.put(line, vocabulary.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary of the encoder cannot be read", e);
        }
        return new WordPieces(vocabulary);
    }

    /** The number of a piece that the vocabulary must have, such as {@code [CLS]}. */
    int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("The encoder's vocabulary has no " + piece);
        }
        return id;
    }

    /** The pieces of a text, in order; offsets count its code points. */
    public List<Piece> cut(String text) {
        List<Piece> pieces = new ArrayList<>();
        Word word = new Word();
        int place = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                end(word, pieces);
            } else if (!isDropped(c)) {
                add(c, place, word, pieces);
            }
            place++;
        }
        end(word, pieces);
        return pieces;
    }

    private void add(int c, int place, Word word, List<Piece> pieces) {
        if (c < 0x80) {
            addPlain(Character.toLowerCase(c), place, word, pieces);
            return;
        }
        boolean alone = isChinese(c);
        if (alone) {
            end(word, pieces);
        }
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> addPlain(Character.toLowerCase(part), place, word, pieces));
        if (alone) {
            end(word, pieces);
        }
    }

    private void addPlain(int c, int place, Word word, List<Piece> pieces) {
        if (isMark(c)) {
            end(word, pieces);
            word.add(c, place);
            end(word, pieces);
        } else {
            word.add(c, place);
        }
    }

    /** Cuts the word that has been collected, and begins the next. */
    private void end(Word word, List<Piece> pieces) {
        if (word.length == 0) {
            return;
        }
        int before = pieces.size();
        if (word.length > LONGEST_WORD || !cut(word, pieces)) {
            while (pieces.size() > before) {
                pieces.removeLast();
            }
            pieces.add(new Piece(unknown, word.first, word.last + 1));
        }
        word.clear();
    }

    private boolean cut(Word word, List<Piece> pieces) {
        for (int start = 0; start < word.length; ) {
            int end = word.length;
            Integer id = null;
            while (end > start && id == null) {
                String piece = new String(word.letters, start, end - start);
                id = vocabulary.get(start == 0 ? piece : "##" + piece);
                end = id == null ? end - 1 : end;
            }
            if (id == null) {
                return false;
            }
            pieces.add(new Piece(id, word.places[start], word.places[end - 1] + 1));
            start = end;
        }
        return true;
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isDropped(int c) {
        if (c == 0xFFFD) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /** The letters of a word that is being read, of which only so many are kept as a word may have. */
    private static final class Word {
        private int[] letters = new int[16];
        private int[] places = new int[16];
        private int length;
        private int first;
        private int last;

        void add(int letter, int place) {
            if (length == 0) {
                first = place;
            }
            last = place;
            if (length > LONGEST_WORD) {
                return;
            }
            if (length == letters.length) {
                letters = Arrays.copyOf(letters, 2 * length);
                places = Arrays.copyOf(places, 2 * length);
            }
            letters[length] = letter;
            places[length] = place;
            length++;
        }

        void clear() {
            length = 0;
        }
    }
}
