package org.claimwatch.analysis.attribution;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.common.statement.TextSpan;

/** Who hands a statement on within one sentence: what already has its speaker gains a relay and no second speaker. */
final class Passing {
    private static final Set<String> THINKING =
            Set.of("believe", "think", "expect", "hope", "fear", "feel", "suspect", "reckon", "doubt");

    private final Unit unit;
    private final List<Cue> cues;
    private final Parts parts;
    private final List<Draft> found;

    /**
     * Who hands on in a unit.
     *
     * @param found the unit's statements so far, which gain relays and lose what is said twice
     */
    Passing(Unit unit, List<Cue> cues, Parts parts, List<Draft> found) {
        this.unit = unit;
        this.cues = cues;
        this.parts = parts;
        this.found = found;
    }

    /** "…, the minister said, RT reported": what already has its speaker only gains a relay. */
    boolean relayed(int start, int stop, TextSpan reporter) {
        boolean relayed = false;
        for (Draft draft : List.copyOf(found)) {
            TextSpan cue = draft.cue;
            boolean inside = cue != null
                    && unit.at(start).start() <= cue.start()
                    && cue.end() <= unit.at(stop - 1).end();
            if (cue == null || !inside || reporter.equals(draft.source)) {
                continue;
            }
            if (isThought(cue) && parts.isPronoun(reporter)) {
                found.remove(draft);
                continue;
            }
            draft.relays.add(reporter);
            relayed = true;
        }
        return relayed;
    }

    /** "China believes …, he noted": who tells a thought of his own side is its speaker. */
    private boolean isThought(TextSpan span) {
        return cues.stream()
                .anyMatch(cue -> span.equals(parts.cueSpan(cue))
                        && THINKING.contains(cue.verb().lemma()));
    }

    /** "According to RT, the minister said that …": who says at the beginning whose words these are passes them on. */
    void handOn() {
        for (Draft outer : List.copyOf(found)) {
            TextSpan from = outer.cue;
            TextSpan reporter = outer.source;
            if (from == null || reporter == null || !isOpening(from) || !parts.isNamed(reporter)) {
                continue;
            }
            for (Draft inner : found) {
                TextSpan cue = inner.cue;
                if (cue != null && !inner.equals(outer) && inner.source != null && holds(outer, cue) && isSaid(cue)) {
                    inner.relays.add(reporter);
                    found.remove(outer);
                    break;
                }
            }
        }
    }

    private static boolean holds(Draft draft, TextSpan cue) {
        return draft.content.stream().anyMatch(span -> span.start() <= cue.start() && cue.end() <= span.end());
    }

    private boolean isSaid(TextSpan span) {
        return cues.stream()
                .filter(cue -> span.equals(parts.cueSpan(cue)))
                .map(Cue::verb)
                .anyMatch(verb -> (verb.takesQuotation() || verb.takesAddressee()) && !verb.takesNounPhrase());
    }

    private boolean isOpening(TextSpan cue) {
        return cues.stream()
                .anyMatch(c -> c.kind() == Cue.Kind.ACCORDING
                        && c.first() <= 1
                        && parts.cueSpan(c).equals(cue));
    }

    /** "The paper, citing an official, wrote that …": who was cited says what the paper wrote. */
    void cited(Cue cue) {
        Range who = PhrasesAhead.startingAt(unit, cue.end());
        Range paper = unit.is(cue.first() - 1, ",") ? NounPhrases.before(unit, cue.first() - 1) : null;
        TextSpan reporter = paper == null ? null : Mentions.span(unit, paper);
        if (cue.kind() != Cue.Kind.PARTICIPLE || who == null || !unit.is(who.end(), ",") || reporter == null) {
            return;
        }
        for (Draft draft : found) {
            boolean later = draft.cue != null
                    && draft.cue.start() > unit.at(cue.first()).start();
            if (later && reporter.equals(draft.source)) {
                draft.source = Mentions.span(unit, who);
                draft.relays.addFirst(reporter);
                draft.cue = parts.cueSpan(cue);
            }
        }
    }
}
