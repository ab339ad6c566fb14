package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.OutletNouns;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Finds who handed a unit's statements on, beside their cues: "quoted by IRNA", "in an interview with the BBC". */
final class Reporters {
    private static final Set<String> CARRYING = Set.of(
            "quoted",
            "cited",
            "carried",
            "published",
            "broadcast",
            "circulated",
            "aired",
            "reported",
            "seen",
            "obtained");
    private static final Set<String> TALKS = Set.of("interview", "remarks", "comments", "speaking", "conversation");
    private static final Set<String> WITH = Set.of("with", "to", "by", "on", "for");

    private static final Set<String> HAVE = Set.of("had", "has", "have");
    private static final int FAR = 12;

    private final Unit unit;
    private final int end;

    Reporters(Unit unit, int end) {
        this.unit = unit;
        this.end = end;
    }

    /** "was quoted": somebody else quotes. */
    boolean isPassive(Cue cue) {
        int before = cue.first() - 1;
        return cue.kind() == Cue.Kind.FINITE
                && before > 0
                && unit.at(before).pos() == Pos.AUX
                && !HAVE.contains(unit.at(before).lower());
    }

    /** "The minister was quoted by RT as saying": who speaks, and the reporter. */
    @Nullable Draft quotedBy(Cue cue, TextSpan span) {
        Range who = NounPhrases.before(unit, cue.first());
        if (who == null) {
            return null;
        }
        Draft draft = new Draft(Mentions.span(unit, who), span, 0.8f);
        for (int i = cue.end(); i < contentAfter(cue); i++) {
            Range reporter = unit.is(i, "by") ? Addressees.whom(unit, i + 1) : null;
            if (reporter != null) {
                draft.relays.add(NounPhrases.span(unit, reporter));
            }
        }
        return draft;
    }

    /** Where content may begin after "quoted by RT as saying". */
    int contentAfter(Cue cue) {
        int i = cue.end();
        while (i < end - 1 && i < cue.end() + FAR) {
            Range reporter = unit.is(i, "by") ? Addressees.whom(unit, i + 1) : null;
            if (reporter == null && !unit.is(i, "as") && !unit.is(i, "saying") && !unit.is(i, "having")) {
                break;
            }
            i = reporter == null ? i + 1 : reporter.end();
        }
        return i;
    }

    /** Adds to each statement of the unit what stands outside its content. */
    void addTo(List<Draft> drafts) {
        for (int i = 0; i < end - 1; i++) {
            if (unit.at(i).quoted() || unit.at(i).isQuotation()) {
                continue;
            }
            boolean carried = CARRYING.contains(unit.at(i).lower()) && unit.is(i + 1, "by");
            boolean talk = TALKS.contains(unit.at(i).lower())
                    && WITH.contains(unit.at(i + 1).lower());
            boolean written =
                    (unit.is(i, "wrote") || unit.is(i, "writes") || unit.is(i, "writing")) && unit.is(i + 1, "in");
            Range who = carried || talk || written ? Addressees.whom(unit, i + 2) : null;
            if (who != null && isNamed(who) && (carried || isOutlet(who) || (talk && !unit.is(i + 1, "for")))) {
                add(NounPhrases.span(unit, who), drafts);
            }
        }
    }

    private static void add(TextSpan reporter, List<Draft> drafts) {
        for (Draft draft : drafts) {
            boolean inside = draft.content.stream().anyMatch(span -> span.overlaps(reporter));
            boolean known = draft.relays.stream().anyMatch(reporter::overlaps)
                    || (draft.source != null && draft.source.overlaps(reporter));
            if (!inside && !known) {
                draft.relays.add(reporter);
            }
        }
    }

    private boolean isNamed(Range who) {
        for (int i = who.start(); i < who.end(); i++) {
            if (unit.at(i).capitalised()) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutlet(Range who) {
        for (int i = who.start(); i < who.end(); i++) {
            if (OutletNouns.isOutlet(unit.at(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
