package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.common.statement.StatementForm;
import org.claimwatch.common.statement.TextSpan;

/** The rule that the evidence is sacred: DIRECT content is words between quotation marks, to the letter. */
public final class Verbatim {
    private final String plain;
    private final List<TextSpan> quoted;

    /** The rule for one text, whose quotations are paired once. */
    public Verbatim(SegmentedText text) {
        plain = text.plain();
        quoted = Quotations.of(text).stream().flatMap(q -> q.parts().stream()).toList();
    }

    /** Whether all spans lie in the text, and those of a DIRECT statement each within one quotation. */
    public static boolean holds(Attribution attribution, SegmentedText text) {
        return new Verbatim(text).holds(attribution);
    }

    /** Whether all spans lie in the text, and those of a DIRECT statement each within one quotation. */
    public boolean holds(Attribution attribution) {
        if (attribution.content().stream().anyMatch(span -> span.end() > plain.length())) {
            return false;
        }
        return attribution.form() != StatementForm.DIRECT
                || attribution.content().stream().allMatch(span -> within(span, quoted) && clean(plain, span));
    }

    private static boolean within(TextSpan span, List<TextSpan> quoted) {
        return quoted.stream().anyMatch(q -> q.start() <= span.start() && span.end() <= q.end());
    }

    /** Neither space at an end nor a word cut in two. */
    private static boolean clean(String plain, TextSpan span) {
        boolean space = Character.isWhitespace(plain.charAt(span.start()))
                || Character.isWhitespace(plain.charAt(span.end() - 1));
        return !space && !cutsWord(plain, span.start()) && !cutsWord(plain, span.end());
    }

    private static boolean cutsWord(String plain, int at) {
        return at > 0
                && at < plain.length()
                && Character.isLetterOrDigit(plain.charAt(at - 1))
                && Character.isLetterOrDigit(plain.charAt(at));
    }
}
