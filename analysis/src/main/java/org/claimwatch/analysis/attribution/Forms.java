package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;

/** Tells the form of a content by where it stands to the text's quotations. */
final class Forms {
    private final List<TextSpan> quoted;

    Forms(List<Quotation> quotations) {
        quoted = quotations.stream().flatMap(q -> q.parts().stream()).toList();
    }

    /** Content that is a whole quotation with its marks loses them: it is DIRECT. */
    List<TextSpan> unwrapped(List<TextSpan> content) {
        return content.stream()
                .map(span -> quoted.stream()
                        .filter(q ->
                                q.start() == span.start() + 1 && (q.end() == span.end() - 1 || q.end() == span.end()))
                        .findFirst()
                        .orElse(span))
                .toList();
    }

    StatementForm of(List<TextSpan> content) {
        if (content.stream().allMatch(span -> quoted.stream().anyMatch(q -> within(span, q)))) {
            return StatementForm.DIRECT;
        }
        boolean some = content.stream().anyMatch(span -> quoted.stream().anyMatch(span::overlaps));
        return some ? StatementForm.MIXED : StatementForm.INDIRECT;
    }

    private static boolean within(TextSpan inner, TextSpan outer) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }
}
