package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Reads one German unit. */
final class GermanUnit {
    private static final Set<String> FINAL = Set.of(".", "!", "?", "…");
    private static final Set<String> ACCORDING = Set.of(
            "angaben", "worten", "einschätzung", "darstellung", "ansicht", "informationen", "auskunft", "meinung");
    private static final Set<String> STOPS =
            Set.of("am", "im", "in", "vor", "nach", "bei", "auf", "mit", "schon", "dem");

    private final Unit unit;
    private final WordCues verbs;
    private final int end;

    GermanUnit(Unit unit, WordCues verbs) {
        this.unit = unit;
        this.verbs = verbs;
        int last = unit.size();
        while (last > 0
                && FINAL.contains(unit.at(last - 1).lower())
                && !unit.at(last - 1).quoted()) {
            last--;
        }
        end = last;
    }

    List<Draft> statements() {
        List<Draft> found = new ArrayList<>();
        for (int i = 0; i < end && found.isEmpty(); i++) {
            Item item = unit.at(i);
            if (item.quoted() || item.isQuotation()) {
                continue;
            }
            CueVerb verb = verbs.verb(item.lower());
            if (verb != null && (item.pos() == Pos.VERB || item.pos() == Pos.AUX || item.pos() == Pos.ADJ)) {
                spoken(i, verb, found);
            } else if (unit.is(i, "heißt") && unit.is(i + 1, "es")) {
                backward(i, i + 2, after(i + 2), found);
            } else if (unit.is(i, "so")
                    && i > 0
                    && (unit.is(i - 1, ",") || unit.at(i - 1).isQuotation())) {
                backward(i, i + 1, after(i + 1), found);
            } else if (unit.is(i, "laut")) {
                according(i, i + 1, found);
            } else if (unit.is(i, "nach")
                    && i + 1 < end
                    && ACCORDING.contains(unit.at(i + 1).lower())) {
                according(i, i + 2, found);
            } else if (unit.is(i, "zufolge")) {
                NounPhrases.Range who = before(i);
                forward(i, i + 1, who, i + 1, found);
            }
        }
        return found;
    }

    /** The whole unit as what was said before goes on. */
    Draft wholly() {
        Draft draft = new Draft(null, null, 0.6f);
        draft.continues = true;
        add(draft, 0, end);
        return draft;
    }

    private void spoken(int cue, CueVerb verb, List<Draft> found) {
        boolean inverted = cue > 0 && (unit.is(cue - 1, ",") || unit.at(cue - 1).isQuotation());
        NounPhrases.Range left = inverted ? null : before(cue);
        NounPhrases.Range who = left != null ? left : after(cue + 1);
        if (who == null) {
            return;
        }
        boolean quoted = unit.items().stream().anyMatch(Item::isQuotation);
        if (quoted) {
            Draft draft = draft(cue, cue + 1, who, 0.9f);
            unit.quotations().forEach(draft::addAll);
            found.add(draft);
        } else if (inverted) {
            backward(cue, cue + 1, who, found);
        } else {
            int start = verb.takesNounPhrase()
                    ? Math.max(cue + 1, who.start() > cue ? who.end() : cue + 1)
                    : clause(Math.max(cue + 1, who.end()));
            if (start < 0 && who.start() > cue) {
                return;
            }
            forward(cue, cue + 1, who, start, found);
        }
        found.forEach(d -> d.denies = verb.denies());
    }

    /** Where the clause begins that a verb introduces: after the next comma or colon. */
    private int clause(int from) {
        for (int i = from; i < end - 1; i++) {
            if (unit.is(i, ",") || unit.is(i, ":")) {
                return i + 1;
            }
        }
        return -1;
    }

    private void forward(int cue, int cueEnd, NounPhrases.@Nullable Range who, int from, List<Draft> found) {
        if (from < 0 || who == null) {
            return;
        }
        int start = unit.is(from, ",") ? from + 1 : from;
        start = unit.is(start, "dass") || unit.is(start, "daß") ? start + 1 : start;
        int stop = end;
        for (int i = start; i < end - 2; i++) {
            if (unit.is(i, ",") && unit.is(i + 1, "wie") && !unit.at(i).quoted()) {
                stop = i;
                break;
            }
        }
        int split = second(start, stop);
        Draft draft = draft(cue, cueEnd, who, 0.75f);
        if (add(draft, start, split > 0 ? split : stop)) {
            found.add(draft);
        }
        if (split > 0) {
            Draft next = draft(cue, cueEnd, who, 0.7f);
            if (add(next, split + 2, stop)) {
                found.add(next);
            }
        }
    }

    /** ", und der Sommer sei …": a second reported clause of the same speaker, negative if there is none. */
    private int second(int start, int stop) {
        for (int i = start + 2; i < stop - 3; i++) {
            if (unit.is(i, ",")
                    && unit.is(i + 1, "und")
                    && !unit.at(i).quoted()
                    && unit.at(i + 2).pos() == Pos.DET) {
                return i;
            }
        }
        return -1;
    }

    private void backward(int cue, int cueEnd, NounPhrases.@Nullable Range who, List<Draft> found) {
        if (who == null) {
            return;
        }
        Draft draft = draft(cue, cueEnd, who, 0.8f);
        if (unit.items().stream().anyMatch(Item::isQuotation)) {
            unit.quotations().forEach(draft::addAll);
            found.add(draft);
            return;
        }
        int start = 0;
        for (int i = 0; i < cue; i++) {
            start = (unit.is(i, ":") || unit.is(i, ";")) && !unit.at(i).quoted() ? i + 1 : start;
        }
        if (cue - start > 2 && add(draft, start, cue)) {
            found.add(draft);
        }
    }

    private void according(int cue, int cueEnd, List<Draft> found) {
        NounPhrases.Range who = PhrasesAhead.startingAt(unit, cueEnd);
        if (who == null) {
            return;
        }
        if (cue > 3) {
            backward(cue, cueEnd, who, found);
        } else {
            forward(cue, cueEnd, who, who.end(), found);
        }
    }

    private NounPhrases.@Nullable Range after(int from) {
        int start = from;
        while (start < end
                && (unit.at(start).pos() == Pos.ADP || unit.at(start).pos() == Pos.ADV || unit.is(start, "sich"))) {
            start++;
        }
        return PhrasesAhead.startingAt(unit, start);
    }

    /** The phrase before a verb, from the start of its clause. */
    private NounPhrases.@Nullable Range before(int verb) {
        int stop = verb;
        while (stop > 0
                && (unit.at(stop - 1).pos() == Pos.AUX
                        || unit.at(stop - 1).pos() == Pos.ADV
                        || STOPS.contains(unit.at(stop - 1).lower()))) {
            stop--;
        }
        int start = stop;
        while (start > 0
                && !unit.is(start - 1, ":")
                && !unit.is(start - 1, ";")
                && !unit.at(start - 1).isQuotation()) {
            start--;
        }
        for (int i = start; i < stop; i++) {
            NounPhrases.Range range = unit.at(i).pos() == Pos.ADP ? null : PhrasesAhead.startingAt(unit, i);
            if (range != null && range.end() <= stop) {
                return range;
            }
        }
        return null;
    }

    private Draft draft(int cue, int cueEnd, NounPhrases.Range who, float confidence) {
        TextSpan span = new TextSpan(unit.at(cue).start(), unit.at(cueEnd - 1).end());
        Draft draft = new Draft(mention(who), span, confidence);
        for (int i = cueEnd; i < Math.min(end - 1, cueEnd + 4); i++) {
            boolean free = i >= who.end() || who.end() <= cue;
            boolean dative =
                    unit.is(i, "dem") || unit.is(i, "der") || unit.at(i).pos() == Pos.PROPN;
            NounPhrases.Range addressee = dative && free ? Addressees.whom(unit, i) : null;
            if (addressee != null && unit.at(addressee.end() - 1).pos() == Pos.PROPN && !addressee.equals(who)) {
                draft.relays.add(NounPhrases.span(unit, addressee));
                break;
            }
        }
        return draft;
    }

    /** "der karethische Außenminister Davor Selenik" names Davor Selenik. */
    private TextSpan mention(NounPhrases.Range who) {
        int last = who.end();
        while (last > who.start() && unit.at(last - 1).pos() != Pos.PROPN) {
            last--;
        }
        int first = last;
        while (first > who.start()
                && unit.at(first - 1).pos() == Pos.PROPN
                && !RoleNouns.isRole(unit.at(first - 1).lower())) {
            first--;
        }
        boolean person = last - first >= 2
                && (first == who.start()
                        || unit.at(first - 1).pos() == Pos.NOUN
                        || RoleNouns.isRole(unit.at(first - 1).lower()));
        return NounPhrases.span(unit, person ? new NounPhrases.Range(first, last) : who);
    }

    private boolean add(Draft draft, int from, int to) {
        int start = from;
        int stop = Math.min(to, end);
        while (start < stop && unit.is(start, ",")) {
            start++;
        }
        while (stop > start && (unit.is(stop - 1, ",") || unit.is(stop - 1, "."))) {
            stop--;
        }
        if (start >= stop) {
            return false;
        }
        draft.add(new TextSpan(unit.at(start).start(), unit.at(stop - 1).end()));
        return true;
    }
}
