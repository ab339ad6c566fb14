package org.claimwatch.analysis.attribution.tagger;

import java.util.List;
import org.claimwatch.analysis.attribution.tagger.FirstReading.Cue;
import org.claimwatch.analysis.model.Marking;
import org.claimwatch.analysis.model.RoleSpan;

/** What the second pass makes of one cue: the words that belong to it as source or content. */
final class ArgumentReading {
    /** The second pass numbers its roles so. */
    static final List<Role> ROLES = List.of(Role.SOURCE, Role.CONTENT);

    private final Cue cue;
    private final int start;
    private final int end;
    private final Marking marking;

    /**
     * A reading.
     *
     * @param start the first word of the paragraph that the marking is about
     * @param end the word after the last
     */
    ArgumentReading(Cue cue, int start, int end, Marking marking) {
        this.cue = cue;
        this.start = start;
        this.end = end;
        this.marking = marking;
    }

    Cue cue() {
        return cue;
    }

    /** Whether a span of the paragraph is this cue. */
    boolean isAbout(RoleSpan span) {
        return span.role() == Role.CUE.number() && span.start() == cue.start() && span.end() == cue.end();
    }

    /** How probable it is that the cue has a source or content at all. */
    double something() {
        return 1 - marking.nothing();
    }

    /** Spans of the paragraph in the first pass's roles; they overlap. */
    List<RoleSpan> likely() {
        return marking.spans(FirstReading.LEAST).stream()
                .map(span -> new RoleSpan(
                        ROLES.get(span.role()).number(), span.start() + start, span.end() + start, span.probability()))
                .toList();
    }

    /** How much of a span of the paragraph belongs to this cue in the span's role, 0 to 1. */
    double claims(RoleSpan span) {
        int role = ROLES.indexOf(Role.of(span.role()));
        double sum = 0;
        for (int i = Math.max(start, span.start()); i < Math.min(end, span.end()); i++) {
            sum += marking.within(i - start, role);
        }
        return sum / span.length();
    }
}
