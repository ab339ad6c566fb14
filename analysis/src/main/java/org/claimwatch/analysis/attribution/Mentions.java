package org.claimwatch.analysis.attribution;

import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.statement.TextSpan;

/** Cuts a subject down to what names the speaker: a person's name without the title before it. */
final class Mentions {
    private static final Set<String> BODIES =
            Set.of("staff", "office", "ministry", "council", "department", "secretariat");
    private static final Set<String> LINKS = Set.of("of", "for", "at", "from");
    private static final Set<String> HONOURS = Set.of("HE", "H.E.", "HH", "HRH", "H.H.", "H.R.H.");

    private Mentions() {}

    static TextSpan span(Unit unit, Range range) {
        return NounPhrases.span(unit, name(unit, range));
    }

    private static Range name(Unit unit, Range range) {
        int start = range.start();
        while (start < range.end() - 1
                && HONOURS.contains(unit.at(start).token().text())) {
            start++; // "HE the Minister of State"
        }
        if (isBody(unit, range)) {
            return range;
        }
        for (int i = range.start(); i < range.end() - 1; i++) {
            if (RoleNouns.isRole(unit.at(i).lower())) {
                int next = afterPortfolio(unit, i + 1, range.end());
                if (unit.at(next).capitalised()
                        && !BODIES.contains(unit.at(next).lower())) {
                    start = next;
                }
            }
        }
        return start > range.start() && ownsHead(unit, start, range.end()) ? range : new Range(start, range.end());
    }

    /** "Minister of Water and Energy Milena Torvash": where the name begins, if one does. */
    private static int afterPortfolio(Unit unit, int from, int end) {
        if (!unit.is(from, "of") && !unit.is(from, "for")) {
            return from;
        }
        int i = from + 1;
        while (i < end - 1 && (RoleNouns.isPortfolio(unit.at(i).lower()) || unit.is(i, "and"))) {
            i++;
        }
        return i > from + 1 ? i : from;
    }

    /** "The office of President Ostovan" is no person. */
    private static boolean isBody(Unit unit, Range range) {
        for (int i = range.start(); i < Math.min(range.end() - 1, range.start() + 3); i++) {
            if (BODIES.contains(unit.at(i).lower()) && unit.is(i + 1, "of")) {
                return true;
            }
        }
        return false;
    }

    /** "Ms Ohlensen's office" is no person. */
    private static boolean ownsHead(Unit unit, int start, int end) {
        for (int i = start; i < end - 1; i++) {
            if (LINKS.contains(unit.at(i).lower())) {
                return false;
            }
            if (unit.is(i, "'s")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a phrase is or ends in a name. */
    static boolean isNamed(Unit unit, Range range) {
        return unit.at(range.end() - 1).capitalised();
    }
}
