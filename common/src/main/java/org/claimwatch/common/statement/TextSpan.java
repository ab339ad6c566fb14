package org.claimwatch.common.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A stretch of an article version's text.
 *
 * @param start first Unicode code point, counted from 0
 * @param end the code point after the last; greater than {@code start}
 */
@Embeddable
public record TextSpan(
        @Column(name = "span_start") int start,
        @Column(name = "span_end") int end) implements Comparable<TextSpan> {

    public TextSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span: [%d, %d)".formatted(start, end));
        }
    }

    /**
     * The words that this span covers.
     *
     * @throws IndexOutOfBoundsException if the span ends beyond the text
     */
    public String cut(String text) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    public boolean overlaps(TextSpan other) {
        return start < other.end && other.start < end;
    }

    @Override
    public int compareTo(TextSpan other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
