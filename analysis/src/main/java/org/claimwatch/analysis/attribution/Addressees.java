package org.claimwatch.analysis.attribution;

import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.OutletNouns;
import org.claimwatch.analysis.model.Pos;
import org.jspecify.annotations.Nullable;

/** Finds whom a speaker told: an outlet among them is a relay. */
final class Addressees {
    private static final Set<String> INTERVIEWS = Set.of("interview", "remarks", "comments", "speaking");

    private final Unit unit;
    private final int end;

    Addressees(Unit unit, int end) {
        this.unit = unit;
        this.end = end;
    }

    /** "told KSN", "in an interview with RT", "on Channel Two": who of them is a relay, is for others to decide. */
    void addTo(Draft draft, Cue cue) {
        if (cue.verb().takesAddressee()) {
            Range who = whom(unit, cue.end());
            if (who != null) {
                draft.relays.add(NounPhrases.span(unit, who));
                return;
            }
        }
        for (int i = cue.end(); i < Math.min(end - 1, cue.end() + 12); i++) {
            boolean interview =
                    INTERVIEWS.contains(unit.at(i).lower()) && (unit.is(i + 1, "with") || unit.is(i + 1, "to"));
            boolean on = i < cue.end() + 4 && (unit.is(i, "on") || unit.is(i, "by"));
            Range who = interview ? whom(unit, i + 2) : on ? whom(unit, i + 1) : null;
            if (who != null && (interview || isOutlet(who))) {
                draft.relays.add(NounPhrases.span(unit, who));
                return;
            }
            if (unit.at(i).isQuotation() || (unit.is(i, ",") && i > cue.end()) || unit.is(i, "that")) {
                return;
            }
        }
    }

    private boolean isOutlet(Range range) {
        boolean capital = false;
        boolean noun = false;
        for (int i = range.start(); i < range.end(); i++) {
            capital |= unit.at(i).capitalised();
            noun |= OutletNouns.isOutlet(unit.at(i).lower());
        }
        return capital && noun;
    }

    /** Whom a verb of telling tells: a name ends where its capitals do, but for words like "news agency". */
    static @Nullable Range whom(Unit unit, int from) {
        Range phrase = PhrasesAhead.startingAt(unit, from);
        if (phrase == null) {
            return null;
        }
        int first = phrase.start();
        while (first < phrase.end() && !unit.at(first).capitalised()) {
            first++;
        }
        if (first == phrase.end() || first > phrase.start() + 1) {
            return phrase;
        }
        int end = first;
        while (end < phrase.end()
                && (unit.at(end).capitalised()
                        || (end > first && unit.at(end).pos() == Pos.NUM)
                        || unit.is(end, "&")
                        || unit.is(end, "of")
                        || unit.is(end, "and"))
                && !NounPhrases.isTime(unit.at(end))) {
            end++;
        }
        while (end < phrase.end() && OutletNouns.isOutlet(unit.at(end).lower())) {
            end++;
        }
        // "the Norwegian broadcaster NRK"
        while (end < phrase.end()
                && OutletNouns.isOutlet(unit.at(end - 1).lower())
                && unit.at(end).capitalised()
                && !NounPhrases.isTime(unit.at(end))) {
            end++;
        }
        return new Range(phrase.start(), end);
    }
}
