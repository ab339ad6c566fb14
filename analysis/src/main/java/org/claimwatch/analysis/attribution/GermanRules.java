package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;

/** German statements by reporting verbs, quotation marks, and the subjunctive of reported speech. */
final class GermanRules implements Attributor {
    /** The subjunctive says by itself that somebody else says so. */
    private static final Set<String> REPORTED = Set.of(
            "sei", "seien", "habe", "werde", "müsse", "könne", "solle", "dürfe", "wolle", "gebe", "komme", "gehe",
            "liefere", "lasse", "stehe", "bleibe", "liege", "trage", "wisse", "brauche", "mache", "sehe", "nehme",
            "halte", "finde", "zeige", "führe", "laufe", "koste", "fehle", "gelte", "bestehe");

    private final WordCues verbs = WordCues.of("cues-de.txt");

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        List<Quotation> quotations = Quotations.of(text);
        RunOns statements = new RunOns();
        for (Unit whole : new Units(text, quotations, this::introduces).read()) {
            Unit unit = Datelines.without(whole);
            if (unit.isBare()) {
                statements.goOn(unit);
                continue;
            }
            List<Draft> found = new GermanUnit(unit, verbs).statements();
            if (found.isEmpty() && statements.follows(unit) && isReported(unit)) {
                found = List.of(new GermanUnit(unit, verbs).wholly());
            }
            statements.add(unit, found);
        }
        return statements.finish(new Forms(quotations));
    }

    private boolean introduces(Token token) {
        return verbs.verb(token.lower()) != null || token.is("so");
    }

    private static boolean isReported(Unit unit) {
        return unit.items().stream()
                .filter(i -> !i.isQuotation() && !i.quoted())
                .filter(i -> i.pos() == Pos.AUX || i.pos() == Pos.VERB)
                .anyMatch(i -> REPORTED.contains(i.lower()));
    }
}
