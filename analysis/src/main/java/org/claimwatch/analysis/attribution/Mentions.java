package org.claimwatch.analysis.attribution;

import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.statement.TextSpan;

/** Cuts a subject down to what names the speaker: a person's name without the title before it. */
final class Mentions {
    private Mentions() {}

    static TextSpan span(Unit unit, Range range) {
        int start = range.start();
        boolean possessive = false;
        for (int i = range.start(); i < range.end() - 1; i++) {
            possessive |= unit.is(i, "'s") && !RoleNouns.isRole(unit.at(i + 1).lower());
            if (RoleNouns.isRole(unit.at(i).lower()) && unit.at(i + 1).capitalised()) {
                start = i + 1;
            }
        }
        return NounPhrases.span(unit, possessive ? range : new Range(start, range.end()));
    }

    /** Whether a phrase is or ends in a name. */
    static boolean isNamed(Unit unit, Range range) {
        return unit.at(range.end() - 1).capitalised();
    }
}
