package org.claimwatch.analysis.attribution;

import java.util.Set;

/** Passes over where and when a report was written: "SOLWICK, Sept 8 (Halyard) - ". */
final class Datelines {
    private static final Set<String> DASHES = Set.of("-", "–", "—");
    private static final int LONGEST = 16;

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
            if (dash && (shouted || unit.is(i - 1, ")"))) {
                return new Unit(unit.items().subList(i + 1, unit.size()), unit.paragraph());
            }
        }
        return unit;
    }
}
