package org.claimwatch.analysis.attribution;

import java.util.Set;
import org.claimwatch.analysis.model.Pos;

/** Passes over where and when a report was written: "SOLWICK, Sept 8 (Halyard) - ". */
final class Datelines {
    private static final Set<String> DASHES = Set.of("-", "–", "—");
    private static final int LONGEST = 16;
    private static final int DATE = 5;

    private Datelines() {}

    static Unit without(Unit unit) {
        if (unit.size() == 0 || !unit.at(0).capitalised()) {
            return unit;
        }
        String first = unit.at(0).token().text();
        boolean shouted = first.length() > 2 && first.equals(first.toUpperCase(java.util.Locale.ROOT));
        for (int i = 1; i < Math.min(LONGEST, unit.size() - 1); i++) {
            if (unit.at(i).isQuotation()) {
                break;
            }
            boolean dash = DASHES.contains(unit.at(i).lower());
            // "NEW DELHI, Jan 5 (PTI) The minister": the agency alone ends it
            boolean agency = shouted && unit.is(i, ")") && unit.at(i + 1).capitalised();
            if (agency || (dash && (shouted || unit.is(i - 1, ")")))) {
                return from(unit, i + 1);
            }
        }
        return unit;
    }

    /** After further dashes, and after a date that a colon ends: "CAIRO - 17 July 2025: ". */
    private static Unit from(Unit unit, int first) {
        int start = first;
        while (start < unit.size() - 1 && DASHES.contains(unit.at(start).lower())) {
            start++;
        }
        int colon = start;
        while (colon < Math.min(unit.size() - 1, start + DATE) && !unit.is(colon, ":")) {
            colon++;
        }
        boolean date = unit.is(colon, ":") && unit.at(start).pos() == Pos.NUM;
        return new Unit(unit.items().subList(date ? colon + 1 : start, unit.size()), unit.paragraph());
    }
}
