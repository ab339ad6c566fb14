package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.CueLexicon.Form;
import org.claimwatch.analysis.attribution.CueLexicon.Tense;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.Token;
import org.jspecify.annotations.Nullable;

/** Finds the reporting expressions of an English unit, and passes over saying that is negated or hypothetical. */
final class CueFinder {
    static final CueVerb ACCORDING = new CueVerb("according to", Set.of("that"));

    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got");
    private static final Set<String> NEGATION = Set.of("not", "n't", "never", "nobody", "neither", "nor", "without");
    private static final Set<String> HYPOTHETICAL =
            Set.of("would", "could", "should", "may", "might", "can", "must", "to", "cannot", "if", "will", "shall");

    /** A noun in the same form, where the tagger cannot tell: only with a subject right before it. */
    private static final Set<String> ALWAYS = Set.of("said", "says", "told", "tells", "added", "wrote", "writes");

    private final CueLexicon lexicon;

    CueFinder(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a word alone may introduce a quotation. */
    boolean introduces(Token token) {
        Form form = lexicon.form(token.lower());
        return form != null && (form.verb().takesQuotation() || form.verb().takesAddressee());
    }

    List<Cue> find(Unit unit) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < unit.size(); i++) {
            if (unit.at(i).quoted() || unit.at(i).isQuotation()) {
                continue;
            }
            if (unit.is(i, "according") && unit.is(i + 1, "to")) {
                cues.add(new Cue(i, i + 2, ACCORDING, Cue.Kind.ACCORDING));
                continue;
            }
            if (i == 0
                    && unit.is(0, "as")
                    && unit.is(2, "by")
                    && lexicon.form(unit.at(1).lower()) != null) {
                cues.add(new Cue(1, 3, ACCORDING, Cue.Kind.ACCORDING)); // "As noted by the minister, …"
                i = 2;
                continue;
            }
            Cue cue = verb(unit, i);
            if (cue != null) {
                cues.add(cue);
            }
        }
        return cues;
    }

    private @Nullable Cue verb(Unit unit, int i) {
        Item item = unit.at(i);
        Form form = lexicon.form(item.lower());
        if (form == null || (item.pos() != Pos.VERB && !ALWAYS.contains(item.lower()))) {
            return null;
        }
        boolean owned = unit.is(i - 1, "'s") && form.tenses().equals(Set.of(Tense.BASE)); // "the North's state media"
        boolean nameless =
                unit.is(i + 1, "not") && unit.is(i + 2, "to") && unit.is(i + 3, "be"); // "asked not to be named"
        if (owned || (nameless && form.verb().lemma().equals("ask"))) {
            return null;
        }
        if (i > 0 && (unit.at(i - 1).pos() == Pos.DET || (unit.at(i - 1).pos() == Pos.ADP && !isThat(unit, i - 1)))) {
            return null;
        }
        int end = i + 1;
        if ((form.verb().lemma().equals("point") || form.verb().lemma().equals("rule"))) {
            if (!unit.is(i + 1, "out")) {
                return null;
            }
            end++;
        }
        if (form.tenses().contains(Tense.ING)) {
            boolean after = i > 0 && (unit.is(i - 1, ",") || unit.at(i - 1).isQuotation() || unit.is(i - 1, "and"));
            return after ? new Cue(i, end, form.verb(), Cue.Kind.PARTICIPLE) : null;
        }
        return said(unit, i, form) ? new Cue(i, end, form.verb(), Cue.Kind.FINITE) : null;
    }

    private static boolean isThat(Unit unit, int i) {
        return unit.is(i, "that") || unit.is(i, "as");
    }

    /** Whether it was said indeed: neither negated, nor hypothetical, nor passive, nor a bare participle. */
    private static boolean said(Unit unit, int verb, Form form) {
        boolean auxiliary = false;
        for (int i = verb - 1; i >= Math.max(0, verb - 5); i--) {
            Item item = unit.at(i);
            if (NEGATION.contains(item.lower()) || item.lower().endsWith("n't")) {
                return false;
            }
            if (HYPOTHETICAL.contains(item.lower())) {
                return false;
            }
            if (BE.contains(item.lower()) && item.pos() == Pos.AUX) {
                return form.verb().lemma().equals("quote");
            }
            auxiliary |= item.pos() == Pos.AUX;
            if (item.pos() != Pos.ADV && item.pos() != Pos.AUX && item.pos() != Pos.PART) {
                break;
            }
        }
        boolean base = form.tenses().contains(Tense.BASE) && !form.tenses().contains(Tense.PAST);
        boolean imperative = base && verb == 0;
        return !imperative && (auxiliary || !form.tenses().equals(Set.of(Tense.PARTICIPLE)));
    }
}
