package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;
import org.jspecify.annotations.Nullable;

/** English statements by reporting verbs and quotation marks. */
final class EnglishRules implements Attributor {
    private final CueFinder cues = new CueFinder(CueLexicon.english());

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        List<Quotation> quotations = Quotations.of(text);
        Forms forms = new Forms(quotations);
        List<Draft> drafts = new ArrayList<>();
        Draft last = null;
        int lastParagraph = -1;
        for (Unit whole : new Units(text, quotations, cues::introduces).read()) {
            Unit unit = Datelines.without(whole);
            if (unit.isBare()) {
                last = runOn(unit, last, lastParagraph, drafts);
                lastParagraph = unit.paragraph();
                continue;
            }
            List<Draft> found = new UnitReading(unit, cues.find(unit)).statements();
            drafts.addAll(found);
            last = found.isEmpty() ? null : found.getLast();
            lastParagraph = unit.paragraph();
        }
        return drafts.stream()
                .filter(d -> !d.content.isEmpty())
                .map(d -> d.finish(forms))
                .toList();
    }

    /**
     * A quotation without a cue: the second half of a split one, or one that goes on.
     *
     * @return the statement that a further one would go on from
     */
    private static @Nullable Draft runOn(Unit unit, @Nullable Draft last, int paragraph, List<Draft> drafts) {
        List<Quotation> quotations = unit.quotations();
        if (quotations.isEmpty() || last == null) {
            return quotations.isEmpty() ? last : null;
        }
        if (paragraph == unit.paragraph() && last.endsQuoted) {
            quotations.forEach(last::addAll);
            return last;
        }
        Draft next = new Draft(null, null, 0.7f);
        next.continues = true;
        quotations.forEach(next::addAll);
        drafts.add(next);
        return next;
    }
}
