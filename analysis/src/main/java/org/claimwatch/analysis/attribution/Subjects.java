package org.claimwatch.analysis.attribution;

import java.util.List;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Finds who speaks by a cue. */
final class Subjects {
    private final Unit unit;
    private final List<Cue> cues;

    Subjects(Unit unit, List<Cue> cues) {
        this.unit = unit;
        this.cues = cues;
    }

    @Nullable TextSpan source(Cue cue) {
        if (cue.kind() == Cue.Kind.ACCORDING) {
            Range who = PhrasesAhead.startingAt(unit, cue.end());
            return who == null ? null : Mentions.span(unit, who);
        }
        Range range = of(cue);
        return range == null ? null : Mentions.span(unit, range);
    }

    /** A verb's own subject, else that of the verb before it, else that of the sentence. */
    @Nullable Range of(Cue cue) {
        if (cue.kind() == Cue.Kind.FINITE) {
            boolean coordinated =
                    cue.first() > 0 && (unit.is(cue.first() - 1, "and") || unit.is(cue.first() - 1, "but"));
            Range own = coordinated ? null : NounPhrases.subject(unit, cue);
            if (own != null) {
                return own;
            }
        }
        for (int i = cues.indexOf(cue) - 1; i >= 0; i--) {
            if (cues.get(i).kind() == Cue.Kind.FINITE) {
                return of(cues.get(i));
            }
        }
        for (int i = 1; i < cue.first(); i++) {
            Pos pos = unit.at(i).pos();
            if ((pos == Pos.VERB || pos == Pos.AUX) && !unit.at(i).quoted()) {
                Range main = NounPhrases.before(unit, i);
                if (main != null) {
                    return main;
                }
            }
        }
        return null;
    }
}
