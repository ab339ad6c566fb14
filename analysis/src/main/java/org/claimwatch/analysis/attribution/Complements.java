package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.Pos;

/** Finds where the content begins that a cue introduces. */
final class Complements {
    private static final Set<String> TAILS = Set.of(
            "on",
            "in",
            "as",
            "after",
            "before",
            "during",
            "by",
            "at",
            "while",
            "when",
            "hours",
            "shortly",
            "later",
            "yesterday",
            "today",
            "through",
            "over",
            "from",
            "with",
            "to",
            "earlier",
            "of",
            "for",
            "late",
            "early");

    private static final int INSERTION = 14;

    private final Unit unit;
    private final int end;
    private final List<Cue> cues;
    private final Subjects subjects;

    /**
     * The complements in a unit.
     *
     * @param end index after the last item before its final punctuation
     */
    Complements(Unit unit, int end, List<Cue> cues, Subjects subjects) {
        this.unit = unit;
        this.end = end;
        this.cues = cues;
        this.subjects = subjects;
    }

    /** Where the content starts that follows a cue, negative if none does. */
    int complement(Cue cue) {
        int i = afterInsertion(cue.end());
        if (i >= end) {
            return -1;
        }
        if (cue.verb().takesAddressee()) {
            Range who = Addressees.whom(unit, i);
            if (who == null) {
                return -1;
            }
            i = who.end();
        }
        if (cue.verb().takesClause() || cue.verb().takesAddressee()) {
            int that = that(i);
            if (that >= 0) {
                return that + 1;
            }
            if (i >= end || unit.is(i, ",") || unit.is(i, ";")) {
                return -1;
            }
            if (!isTail(i) && !subjectOnRight(cue)) {
                return i;
            }
        }
        return nounComplement(cue, i);
    }

    /** "stressed, during a call with his colleague, the need": where what is inserted right after a cue ends. */
    private int afterInsertion(int from) {
        if (!unit.is(from, ",") || from + 1 >= end || unit.at(from + 1).pos() != Pos.ADP) {
            return from;
        }
        for (int i = from + 2; i < Math.min(end, from + INSERTION); i++) {
            Pos pos = unit.at(i).pos();
            if (unit.is(i, ",")) {
                return i + 1;
            }
            if (pos == Pos.VERB || pos == Pos.AUX || unit.at(i).isQuotation()) {
                return from;
            }
        }
        return from;
    }

    private boolean isTail(int i) {
        return (TAILS.contains(unit.at(i).lower()) && !unit.at(i).quoted())
                || (unit.at(i).pos() == Pos.ADV && i + 1 < end && unit.is(i + 1, ","));
    }

    /** The conjunction "that" after adverbials at most. */
    private int that(int from) {
        for (int i = from; i < Math.min(end, from + 14); i++) {
            Item item = unit.at(i);
            if (item.is("that") && !item.quoted()) {
                boolean relative = i > from
                        && unit.at(i - 1).nominal()
                        && !NounPhrases.isTime(unit.at(i - 1))
                        && item.pos() == Pos.PRON
                        && !(isTail(from) && opensClause(i + 1));
                return relative ? -1 : i;
            }
            boolean verb = (item.pos() == Pos.VERB || item.pos() == Pos.AUX)
                    && !item.lower().endsWith("ing");
            if (item.is(";") || item.isQuotation() || (verb && i > from)) {
                return -1;
            }
        }
        return -1;
    }

    /** "said in turn that Kiev had": a noun phrase follows, so that "that" is no subject. */
    private boolean opensClause(int i) {
        return i < end
                && unit.at(i).pos() != Pos.VERB
                && unit.at(i).pos() != Pos.AUX
                && unit.at(i).pos() != Pos.ADV;
    }

    private int nounComplement(Cue cue, int i) {
        if (i >= end || unit.is(i, ",")) {
            return -1;
        }
        for (String frame : cue.verb().frames()) {
            if (frame.equals("np") && !isTail(i) && !subjectOnRight(cue)) {
                return i;
            }
            if (frame.equals("+quote") && followedByQuoted(i, 8)) {
                return i;
            }
            if (frame.equals("+num") && unit.at(i).pos() == Pos.NUM) {
                return i;
            }
            if (frame.startsWith("+") && followedBy(i, frame.substring(1))) {
                return i;
            }
            if (unit.is(i, frame)) {
                return i;
            }
        }
        return -1;
    }

    private boolean followedBy(int from, String word) {
        for (int i = from + 1; i < Math.min(end, from + 14); i++) {
            if (unit.is(i, ",") && i > from + 10) {
                return false;
            }
            if (unit.is(i, word) && !unit.at(i).quoted()) {
                return true;
            }
        }
        return false;
    }

    private boolean followedByQuoted(int from, int within) {
        for (int i = from + 1; i < Math.min(end, from + within); i++) {
            if (unit.at(i).quoted()) {
                return true;
            }
        }
        return false;
    }

    /** Where content goes on after an inserted cue, negative if it does not: a finite verb follows the comma. */
    int continuation(Cue cue) {
        for (int i = cue.end(); i < end - 1; i++) {
            if (!unit.is(i, ",")) {
                continue;
            }
            int next = unit.is(i + 1, "and") || unit.is(i + 1, "but") ? i + 2 : i + 1;
            if (next >= end) {
                return -1;
            }
            Item item = unit.at(next);
            boolean finite = (item.pos() == Pos.AUX || item.pos() == Pos.VERB)
                    && !item.lower().endsWith("ing");
            boolean cueItself = cues.stream().anyMatch(c -> c.first() == next);
            return finite && !cueItself ? i + 1 : -1;
        }
        return -1;
    }

    int clauseStart(int stop) {
        for (int i = stop - 1; i > 0; i--) {
            if ((unit.is(i, ";") && !unit.at(i).quoted()) || unit.at(i).isQuotation()) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean subjectOnRight(Cue cue) {
        Range range = subjects.of(cue);
        return range != null && range.start() >= cue.end();
    }
}
