package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.common.statement.TextSpan;

/**
 * What stands between an opening mark and its closing mark.
 *
 * @param parts the words between the marks, one span a paragraph
 * @param end the code point after the closing mark, or the end of the paragraph that leaves it open
 */
record Quotation(List<TextSpan> parts, int end) {
    Quotation {
        parts = List.copyOf(parts);
    }

    /** The opening mark. */
    int start() {
        return parts.getFirst().start() - 1;
    }

    TextSpan first() {
        return parts.getFirst();
    }

    TextSpan last() {
        return parts.getLast();
    }
}
