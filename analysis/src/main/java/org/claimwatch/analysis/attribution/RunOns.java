package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers a text's statements in reading order, and knows which one a quotation without a cue goes on from. */
final class RunOns {
    private final List<Draft> drafts = new ArrayList<>();
    private @Nullable Draft last;
    private int paragraph = -1;

    /** What a unit says; nothing, if it says nothing. */
    void add(Unit unit, List<Draft> found) {
        drafts.addAll(found);
        last = found.isEmpty() ? null : found.getLast();
        paragraph = unit.paragraph();
    }

    /** A quotation without a cue: the second half of a split one, or one that goes on. */
    void goOn(Unit unit) {
        List<Quotation> quotations = unit.quotations();
        Draft before = last;
        if (!quotations.isEmpty() && before != null) {
            if (paragraph == unit.paragraph() && before.endsQuoted) {
                quotations.forEach(before::addAll);
            } else {
                Draft next = new Draft(null, null, 0.7f);
                next.continues = true;
                quotations.forEach(next::addAll);
                drafts.add(next);
                last = next;
            }
        }
        paragraph = unit.paragraph();
    }

    /** Whether the unit stands in the paragraph of a statement that was just made. */
    boolean follows(Unit unit) {
        return last != null && paragraph == unit.paragraph();
    }

    List<Attribution> finish(Forms forms) {
        return drafts.stream()
                .filter(d -> !d.content.isEmpty())
                .map(d -> d.finish(forms))
                .toList();
    }
}
