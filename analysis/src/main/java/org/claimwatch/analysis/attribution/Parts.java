package org.claimwatch.analysis.attribution;

import org.claimwatch.analysis.model.Pos;
import org.claimwatch.common.statement.TextSpan;

/** The parts of one unit's statements: spans out of items, and what a span of it is. */
final class Parts {
    private final Unit unit;
    private final int end;

    /**
     * The parts of a unit.
     *
     * @param end index after the last item before its final punctuation
     */
    Parts(Unit unit, int end) {
        this.unit = unit;
        this.end = end;
    }

    /** Adds the items of a range to a statement, without marks and "that" at its edges; false if nothing is left. */
    boolean addContent(Draft draft, int from, int to) {
        int start = from;
        int stop = Math.min(to, end);
        while (start < stop
                && (unit.is(start, ",")
                        || (unit.is(start, "that") && unit.at(start).pos() == Pos.SCONJ))) {
            start++;
        }
        while (stop > start && (unit.is(stop - 1, ",") || unit.is(stop - 1, "–"))) {
            stop--;
        }
        if (start >= stop) {
            return false;
        }
        draft.add(new TextSpan(unit.at(start).start(), unit.at(stop - 1).end()));
        return true;
    }

    TextSpan cueSpan(Cue cue) {
        return new TextSpan(unit.at(cue.first()).start(), unit.at(cue.end() - 1).end());
    }

    boolean isPronoun(TextSpan span) {
        return unit.items().stream()
                .anyMatch(i -> i.pos() == Pos.PRON && i.start() == span.start() && i.end() == span.end());
    }

    boolean isNamed(TextSpan span) {
        return unit.items().stream()
                .anyMatch(i -> i.capitalised() && span.start() <= i.start() && i.end() <= span.end());
    }
}
