package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Reads what is said without a verb: "according to the minister, …", "in her view, …". */
final class Accordings {
    private static final Set<String> OPINIONS =
            Set.of("view", "opinion", "words", "estimation", "assessment", "judgment", "judgement");

    private final Unit unit;
    private final int end;
    private final Complements complements;
    private final Parts parts;
    private final Passing passing;

    Accordings(Unit unit, int end, Complements complements, Parts parts, Passing passing) {
        this.unit = unit;
        this.end = end;
        this.complements = complements;
        this.parts = parts;
        this.passing = passing;
    }

    @Nullable Draft read(Cue cue) {
        Range who = PhrasesAhead.startingAt(unit, cue.end());
        if (who == null) {
            return null;
        }
        Draft draft = new Draft(Mentions.span(unit, withRelative(who)), parts.cueSpan(cue), 0.9f);
        if (cue.first() == 0 || unit.is(cue.first() - 1, "as")) {
            int comma = who.end();
            while (comma < end && !unit.is(comma, ",")) {
                comma++;
            }
            return parts.addContent(draft, comma + 1, end) ? draft : null;
        }
        int stop = unit.is(cue.first() - 1, ",") ? cue.first() - 1 : cue.first();
        TextSpan source = draft.source;
        if (stop < 1 || (source != null && passing.relayed(complements.clauseStart(stop), stop, source))) {
            return null;
        }
        return parts.addContent(draft, complements.clauseStart(stop), stop) ? draft : null;
    }

    /** "a diplomat who has read it": the relative clause of a description, up to the next comma or "and who". */
    private Range withRelative(Range range) {
        int i = range.end();
        if (!unit.is(i, "who") || Mentions.isNamed(unit, range)) {
            return range;
        }
        while (i < end && !unit.is(i, ",") && !unit.is(i, "and") && !unit.at(i).isQuotation() && i < range.end() + 8) {
            i++;
        }
        return new Range(range.start(), i);
    }

    /** "In his view, CONTENT": whose view it is, says it. */
    void opinion(List<Draft> found) {
        boolean his = unit.is(0, "in") && unit.size() > 4 && unit.at(1).pos() == Pos.PRON && unit.is(3, ",");
        if (!his || !OPINIONS.contains(unit.at(2).lower()) || unit.is(1, "my") || unit.is(1, "our")) {
            return;
        }
        Draft draft = new Draft(
                new TextSpan(unit.at(1).start(), unit.at(1).end()),
                new TextSpan(unit.at(0).start(), unit.at(2).end()),
                0.8f);
        if (parts.addContent(draft, 4, end)) {
            found.add(draft);
        }
    }
}
