package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.Pos;

/** Finds where the content ends that a cue introduces. */
final class Stops {
    private static final Set<String> CONTRASTS = Set.of("while", "whereas", "although", "though", "but", "and");

    /** Of what somebody leaves unsaid: "without giving details". */
    private static final Set<String> SILENT = Set.of(
            "giving",
            "providing",
            "offering",
            "elaborating",
            "specifying",
            "naming",
            "saying",
            "mentioning",
            "going",
            "disclosing",
            "revealing",
            "citing");

    private final Unit unit;
    private final int end;
    private final List<Cue> cues;

    /**
     * The stops in a unit.
     *
     * @param end index after the last item before its final punctuation
     */
    Stops(Unit unit, int end, List<Cue> cues) {
        this.unit = unit;
        this.end = end;
        this.cues = cues;
    }

    /** Where content that starts at an item ends: before a parallel verb, another speaker, or the end. */
    int after(int start, Cue cue) {
        for (int i = start; i < end; i++) {
            Item item = unit.at(i);
            if (item.isQuotation() || (item.is(";") && !item.quoted())) {
                return i;
            }
            int after = item.is(",") ? afterComma(i) : end;
            if (after < end && endsBefore(after, cue)) {
                return item.quoted() ? after : i;
            }
        }
        return end;
    }

    /** Where the narrative goes on after a comma, be it before closing marks: “a step,” while; the end if it does not. */
    private int afterComma(int comma) {
        int i = comma + 1;
        while (i < end && unit.at(comma).quoted() && unit.at(i).quoted()) {
            if (unit.at(i).token().isWord()) {
                return end;
            }
            i++;
        }
        return i;
    }

    /** Whether what begins after a comma is no part of the content before it. */
    private boolean endsBefore(int after, Cue cue) {
        int next = after;
        while (next < end
                && (unit.is(next, "and")
                        || unit.is(next, "but")
                        || unit.at(next).pos() == Pos.ADV)) {
            next++;
        }
        boolean silent =
                unit.is(after, "without") && SILENT.contains(unit.at(after + 1).lower());
        boolean verb = unit.is(after, "but") && next < end && unit.at(next).pos() == Pos.VERB;
        if (silent || verb || (CONTRASTS.contains(unit.at(after).lower()) && speaksNext(after + 1, cue))) {
            return true;
        }
        for (Cue other : cues) {
            boolean at = other.first() == next && (other.kind() != Cue.Kind.FINITE || next > after);
            if (!other.equals(cue) && (at || isTail(other, after))) {
                return true;
            }
        }
        return false;
    }

    /** ", the agency said", ", he noted, adding": whether a cue and its subject alone begin at an item. */
    boolean isTail(Cue cue, int from) {
        int after = cue.end();
        boolean last = after >= end
                || (unit.is(after, ",")
                        && after + 1 < end
                        && unit.at(after + 1).pos() == Pos.VERB
                        && unit.at(after + 1).lower().endsWith("ing"));
        Range subject = cue.kind() == Cue.Kind.FINITE && last ? NounPhrases.before(unit, cue.first()) : null;
        return subject != null && subject.start() == from;
    }

    /** ", while a spokesman said": whether a phrase begins at an item that is another cue's subject. */
    private boolean speaksNext(int from, Cue cue) {
        Range who = from < end ? PhrasesAhead.startingAt(unit, from) : null;
        return who != null
                && cues.stream()
                        .anyMatch(other -> !other.equals(cue)
                                && other.kind() == Cue.Kind.FINITE
                                && other.first() >= who.end()
                                && other.first() <= who.end() + 1);
    }
}
