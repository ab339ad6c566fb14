package org.claimwatch.deploy.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import org.claimwatch.deploy.corpus.PressTemplates.Span;
import org.jspecify.annotations.Nullable;

/** A text of the sample press with the places at which another world says something else. */
final class Template {
    /** A stretch of the text as it stands; what varies is replaced as a whole. */
    private record Piece(int start, String text, boolean varies) {}

    /** The text of one world, and where each place of the template has come to lie in it. */
    static final class Filled {
        private final String text;
        private final int[] from;
        private final int[] to;

        private Filled(String text, int[] from, int[] to) {
            this.text = text;
            this.from = from;
            this.to = to;
        }

        String text() {
            return text;
        }

        /** Where an offset of the template lies now; it never falls within what varies, only before or after it. */
        int at(int offset) {
            int low = 0;
            int high = from.length - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (from[middle] <= offset) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return to[low] + offset - from[low];
        }

        @Nullable Integer start(@Nullable Span span) {
            return span == null ? null : at(span.start());
        }

        @Nullable Integer end(@Nullable Span span) {
            return span == null ? null : at(span.end());
        }
    }

    private final List<Piece> pieces;
    private final boolean worldly;

    private Template(List<Piece> pieces, boolean worldly) {
        this.pieces = pieces;
        this.worldly = worldly;
    }

    /**
     * Finds what varies.
     *
     * @param edges offsets at which spans begin or end: what has one of them inside stays as it is
     */
    static Template of(String text, Collection<Integer> edges) {
        if (text.codePointCount(0, text.length()) != text.length()) {
            throw new IllegalArgumentException("A text of the sample press has characters beyond 16 bits: " + text);
        }
        List<Piece> pieces = new ArrayList<>();
        boolean worldly = false;
        int done = 0;
        for (MatchResult found : World.VARYING.matcher(text).results().toList()) {
            if (edges.stream().anyMatch(edge -> found.start() < edge && edge < found.end())) {
                continue;
            }
            if (done < found.start()) {
                pieces.add(new Piece(done, text.substring(done, found.start()), false));
            }
            pieces.add(new Piece(found.start(), found.group(), true));
            worldly |= !World.isName(found.group());
            done = found.end();
        }
        if (done < text.length() || pieces.isEmpty()) {
            pieces.add(new Piece(done, text.substring(done), false));
        }
        return new Template(List.copyOf(pieces), worldly);
    }

    static Template of(String text) {
        return of(text, List.of());
    }

    /** Whether it names a number or a day, so that it is another text in each world and not only in each cast. */
    boolean worldly() {
        return worldly;
    }

    Filled filled(UnaryOperator<String> values) {
        StringBuilder text = new StringBuilder();
        int[] from = new int[pieces.size() + 1];
        int[] to = new int[pieces.size() + 1];
        int end = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            from[i] = piece.start();
            to[i] = text.length();
            text.append(piece.varies() ? values.apply(piece.text()) : piece.text());
            end = piece.start() + piece.text().length();
        }
        from[pieces.size()] = end;
        to[pieces.size()] = text.length();
        return new Filled(text.toString(), from, to);
    }
}
