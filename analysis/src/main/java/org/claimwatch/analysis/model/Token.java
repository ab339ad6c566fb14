package org.claimwatch.analysis.model;

import java.util.Locale;

/**
 * A word, number or mark of a text.
 *
 * @param start first code point
 * @param end the code point after the last
 * @param text as written
 * @param lower in lower case, with straight apostrophes
 * @param pos its part of speech in this sentence
 */
public record Token(int start, int end, String text, String lower, Pos pos) {
    public static Token of(int start, int end, String text, Pos pos) {
        return new Token(start, end, text, text.toLowerCase(Locale.ROOT).replace('’', '\''), pos);
    }

    public boolean isWord() {
        return Character.isLetterOrDigit(text.charAt(0));
    }

    public boolean isCapitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    public boolean is(String other) {
        return lower.equals(other);
    }
}
