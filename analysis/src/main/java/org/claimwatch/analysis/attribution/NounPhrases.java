package org.claimwatch.analysis.attribution;

import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Finds the noun phrase that a cue has as its subject, on either side, across appositions and adverbs. */
final class NounPhrases {
    /** Items of a unit, [start, end). */
    record Range(int start, int end) {}

    private static final Set<String> LINKS =
            Set.of("of", "for", "in", "at", "from", "on", "with", "to", "behind", "by");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "that");
    private static final Set<String> DAYS = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "earlier",
            "later",
            "week",
            "month",
            "night",
            "morning",
            "afternoon",
            "evening",
            "year");
    private static final int FAR = 30;

    private NounPhrases() {}

    /** The subject of a finite verb. */
    static @Nullable Range subject(Unit unit, Cue cue) {
        Range left = before(unit, cue.first());
        return left != null ? left : PhrasesAhead.after(unit, cue.end());
    }

    /** The noun phrase that ends before an item. */
    static @Nullable Range before(Unit unit, int item) {
        int last = skipAdverbs(unit, item - 1);
        if (last < 0) {
            return null;
        }
        if (last > 1 && unit.is(last, "who") && unit.is(last - 1, ",")) {
            return phraseEndingAt(unit, last - 2); // "his opposite number, Ri Myong-jin, who said"
        }
        if (unit.is(last, ",") || unit.is(last, ")") || unit.is(last, "–") || unit.is(last, "—")) {
            return beforeApposition(unit, last);
        }
        return phraseEndingAt(unit, last);
    }

    private static int skipAdverbs(Unit unit, int from) {
        int i = from;
        while (i >= 0) {
            Item item = unit.at(i);
            boolean adverb = item.pos() == Pos.ADV || item.pos() == Pos.AUX || item.is("also") || item.is("then");
            boolean day = DAYS.contains(item.lower());
            if (adverb && !item.quoted()) {
                i--;
            } else if (day && i > 0) {
                int j = i - 1;
                while (j > 0
                        && (DAYS.contains(unit.at(j).lower()) || unit.at(j).pos() == Pos.ADJ || unit.is(j, "last"))) {
                    j--;
                }
                if (!unit.is(j, "on") && !unit.is(j, "in") && j != i - 1) {
                    return i;
                }
                i = unit.is(j, "on") || unit.is(j, "in") ? j - 1 : j;
            } else {
                return i;
            }
        }
        return i;
    }

    /** "Piers Carrowmere, the finance minister, saw": the name, on whichever side of the comma it stands. */
    private static @Nullable Range beforeApposition(Unit unit, int closing) {
        String opening = unit.is(closing, ")") ? "(" : unit.at(closing).lower();
        for (int i = closing - 1; i > Math.max(0, closing - FAR); i--) {
            if (unit.at(i).isQuotation()) {
                return null;
            }
            if (unit.is(i, opening)) {
                Range main = phraseEndingAt(unit, i - 1);
                if (main == null) {
                    return null;
                }
                Range inner = PhrasesAhead.startingAt(unit, i + 1);
                boolean innerName = inner != null && inner.end() == closing && isName(unit, inner);
                return innerName && inner != null && !isName(unit, main) ? inner : main;
            }
        }
        return null;
    }

    static boolean isName(Unit unit, Range range) {
        for (int i = range.start(); i < range.end(); i++) {
            boolean title = unit.is(i, ".")
                    && i > range.start()
                    && RoleNouns.isTitle(unit.at(i - 1).lower());
            if (unit.at(i).pos() != Pos.PROPN && !unit.at(i).capitalised() && !title) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Range phraseEndingAt(Unit unit, int last) {
        if (last < 0 || unit.at(last).isQuotation()) {
            return null;
        }
        boolean object = last > 0 && unit.at(last - 1).pos() == Pos.ADP;
        if (unit.at(last).pos() == Pos.PRON && !RELATIVES.contains(unit.at(last).lower()) && !object) {
            return new Range(last, last + 1);
        }
        int i = last;
        while (i >= 0 && last - i < FAR) {
            Item item = unit.at(i);
            if (opensClause(unit, i)) {
                break;
            }
            boolean core = item.nominal()
                    || item.pos() == Pos.ADJ
                    || item.pos() == Pos.DET
                    || (item.is("close") && unit.is(i + 1, "to"))
                    || item.is("'s")
                    || item.is("'")
                    || item.is("’")
                    || item.is("&")
                    || item.is("-")
                    || item.pos() == Pos.PART
                    || item.quoted()
                    || (item.pos() == Pos.PRON && !RELATIVES.contains(item.lower()))
                    || (item.pos() == Pos.ADV && i < last);
            boolean link = i > 0
                    && (unit.at(i - 1).nominal()
                            || unit.is(i - 1, "familiar")
                            || unit.is(i - 1, "close")
                            || RoleNouns.isRole(unit.at(i - 1).lower()))
                    && (LINKS.contains(item.lower()) || item.is("and"));
            if (core || link) {
                i--;
                continue;
            }
            int relative = relative(unit, i);
            if (relative < 0) {
                break;
            }
            i = relative - 1;
        }
        return trimmed(unit, i + 1, last + 1);
    }

    /** "that the minister", but not "that company". */
    private static boolean opensClause(Unit unit, int i) {
        return unit.is(i, "that")
                && i + 1 < unit.size()
                && (unit.at(i + 1).pos() == Pos.DET
                        || unit.at(i + 1).pos() == Pos.PRON
                        || unit.at(i + 1).capitalised());
    }

    /** "a diplomat who has read it": the relative pronoun to the left, if a noun stands before it. */
    private static int relative(Unit unit, int from) {
        for (int i = from; i > Math.max(0, from - 10); i--) {
            if (unit.is(i, ",") || unit.at(i).isQuotation()) {
                return -1;
            }
            if (RELATIVES.contains(unit.at(i).lower())) {
                return unit.at(i - 1).nominal() ? i : -1;
            }
        }
        return -1;
    }

    /** Cuts off what precedes the phrase: "On Monday the minister" is "the minister". */
    private static @Nullable Range trimmed(Unit unit, int from, int end) {
        int start = from;
        for (int i = from + 1; i < end; i++) {
            boolean opens = unit.at(i).pos() == Pos.DET || unit.at(i).pos() == Pos.PRON;
            if (opens
                    && unit.at(i - 1).nominal()
                    && !RELATIVES.contains(unit.at(i).lower())) {
                start = i;
            }
        }
        start = afterPlace(unit, start, end);
        while (start < end
                && !unit.at(start).nominal()
                && unit.at(start).pos() != Pos.DET
                && unit.at(start).pos() != Pos.ADJ
                && unit.at(start).pos() != Pos.PRON) {
            start++;
        }
        boolean hasHead = false;
        for (int i = start; i < end; i++) {
            hasHead |= unit.at(i).nominal()
                    || unit.at(i).pos() == Pos.PRON
                    || unit.at(i).capitalised()
                    || RoleNouns.isRole(unit.at(i).lower());
        }
        return hasHead && start < end ? new Range(start, end) : null;
    }

    /** "In a statement of four lines Sable Terminals": the name that follows where something was said. */
    private static int afterPlace(Unit unit, int from, int end) {
        if (from == 0 || !unit.is(from - 1, "in") || unit.at(from).pos() != Pos.DET) {
            return from;
        }
        int name = end;
        while (name > from && unit.at(name - 1).capitalised()) {
            name--;
        }
        boolean follows = name < end
                && name > from + 1
                && !LINKS.contains(unit.at(name - 1).lower())
                && unit.at(name - 1).pos() == Pos.NOUN;
        return follows ? name : from;
    }

    static boolean isTime(Item item) {
        return DAYS.contains(item.lower());
    }

    static TextSpan span(Unit unit, Range range) {
        return new TextSpan(
                unit.at(range.start()).start(), unit.at(range.end() - 1).end());
    }
}
