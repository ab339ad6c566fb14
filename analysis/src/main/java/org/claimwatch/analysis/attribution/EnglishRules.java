package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.analysis.model.SegmentedText;

/** English statements by reporting verbs and quotation marks. */
final class EnglishRules implements Attributor {
    private final CueFinder cues = new CueFinder(CueLexicon.english());

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        List<Quotation> quotations = Quotations.of(text);
        RunOns statements = new RunOns();
        for (Unit whole : new Units(text, quotations, cues::introduces).read()) {
            Unit unit = Datelines.without(whole);
            if (unit.isBare()) {
                statements.goOn(unit);
            } else {
                statements.add(unit, new UnitReading(unit, cues.find(unit)).statements());
            }
        }
        return statements.finish(new Forms(quotations));
    }
}
