package org.claimwatch.analysis.model;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.model.WordPieces.Piece;
import org.claimwatch.common.statement.TextSpan;

/** Writes down words as the encoder was taught to read them, so that no input is longer than it can see. */
public final class EncoderInputs {
    /** Pieces, the special ones included. */
    static final int LONGEST = 96;

    /** Code points on each side of the words in question that are looked at: more than can become that many pieces. */
    private static final int NEIGHBOURHOOD = 2000;

    private final WordPieces words;
    private final int begin;
    private final int separate;

    EncoderInputs(WordPieces words) {
        this.words = words;
        this.begin = words.id("[CLS]");
        this.separate = words.id("[SEP]");
    }

    /**
     * A text in which a target is marked wherever it is mentioned; its neighbourhood where the text is long.
     *
     * @param mentions code points of the text; where none of them holds a piece, the name is read after the text
     */
    public EncoderInput target(String text, List<TextSpan> mentions, String name) {
        int length = text.codePointCount(0, text.length());
        List<TextSpan> within =
                mentions.stream().filter(m -> m.start() < length).toList();
        int first = within.stream().mapToInt(TextSpan::start).min().orElse(0);
        int from = Math.max(0, first - NEIGHBOURHOOD);
        List<Piece> pieces = words.cut(part(text, from, Math.min(length, first + NEIGHBOURHOOD)));
        int marked = firstMarked(pieces, from, within);
        if (marked < 0) {
            return pair(text, name);
        }
        int size = LONGEST - 2;
        int start = Math.max(0, Math.min(marked - size / 2, pieces.size() - size));
        List<Piece> seen = pieces.subList(start, Math.min(pieces.size(), start + size));
        int[] ids = new int[seen.size() + 2];
        boolean[] marks = new boolean[ids.length];
        ids[0] = begin;
        for (int i = 0; i < seen.size(); i++) {
            ids[i + 1] = seen.get(i).id();
            marks[i + 1] = touches(seen.get(i), from, within);
        }
        ids[ids.length - 1] = separate;
        return new EncoderInput(ids, marks);
    }

    /** Two texts, the second marked; of the longer one the end is left out. */
    public EncoderInput pair(String one, String other) {
        List<Piece> first = new ArrayList<>(words.cut(part(one, 0, NEIGHBOURHOOD)));
        List<Piece> second = new ArrayList<>(words.cut(part(other, 0, NEIGHBOURHOOD)));
        while (first.size() + second.size() > LONGEST - 3) {
            (first.size() > second.size() ? first : second).removeLast();
        }
        int[] ids = new int[first.size() + second.size() + 3];
        boolean[] marks = new boolean[ids.length];
        ids[0] = begin;
        for (int i = 0; i < first.size(); i++) {
            ids[i + 1] = first.get(i).id();
        }
        ids[first.size() + 1] = separate;
        for (int i = 0; i < second.size(); i++) {
            ids[first.size() + 2 + i] = second.get(i).id();
            marks[first.size() + 2 + i] = true;
        }
        ids[ids.length - 1] = separate;
        return new EncoderInput(ids, marks);
    }

    private static int firstMarked(List<Piece> pieces, int from, List<TextSpan> mentions) {
        for (int i = 0; i < pieces.size(); i++) {
            if (touches(pieces.get(i), from, mentions)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean touches(Piece piece, int from, List<TextSpan> mentions) {
        return mentions.stream().anyMatch(m -> from + piece.start() < m.end() && m.start() < from + piece.end());
    }

    /** Code points of a text, as far as it has them. */
    private static String part(String text, int from, int to) {
        int start = text.offsetByCodePoints(0, from);
        int end = start;
        for (int i = from; i < to && end < text.length(); i++) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(start, end);
    }
}
