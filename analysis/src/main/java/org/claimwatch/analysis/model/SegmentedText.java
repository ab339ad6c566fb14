package org.claimwatch.analysis.model;

import java.util.List;
import org.claimwatch.common.statement.TextSpan;

/**
 * A text as every step reads it.
 *
 * @param text as stored
 * @param plain the text with one {@code char} for every code point, so that its indices are the spans' offsets
 * @param language BCP 47 primary subtag
 */
public record SegmentedText(
        String text,
        String plain,
        String language,
        List<Token> tokens,
        List<Stretch> sentences,
        List<Stretch> paragraphs) {

    public String cut(TextSpan span) {
        return plain.length() == text.length() ? plain.substring(span.start(), span.end()) : span.cut(text);
    }

    public List<Token> tokensOf(Stretch stretch) {
        return tokens.subList(stretch.firstToken(), stretch.endToken());
    }

    /** The tokens that lie wholly within a span. */
    public List<Token> tokensIn(TextSpan span) {
        int first = firstTokenFrom(span.start());
        int end = first;
        while (end < tokens.size() && tokens.get(end).end() <= span.end()) {
            end++;
        }
        return tokens.subList(first, end);
    }

    /** Index of the first token that starts at or after an offset. */
    public int firstTokenFrom(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
