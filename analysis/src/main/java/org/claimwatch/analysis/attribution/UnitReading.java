package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Reads one unit: which of its cues introduces which of its words, and who their subject is. */
final class UnitReading {
    private static final Set<String> CITING = Set.of("cite", "quote");
    private static final Set<String> SAYING = Set.of("as", "saying", "having", "said");
    private static final Set<String> FINAL = Set.of(".", "!", "?", "…");

    private final Unit unit;
    private final List<Cue> cues;
    private final Subjects subjects;
    private final Complements complements;
    private final Addressees addressees;
    private final Reporters reporters;
    private final List<Draft> found = new ArrayList<>();
    private final int end;

    UnitReading(Unit unit, List<Cue> cues) {
        this.unit = unit;
        this.cues = cues;
        int last = unit.size();
        while (last > 0
                && FINAL.contains(unit.at(last - 1).lower())
                && !unit.at(last - 1).quoted()) {
            last--;
        }
        end = last;
        subjects = new Subjects(unit, cues);
        complements = new Complements(unit, end, cues, subjects);
        addressees = new Addressees(unit, end);
        reporters = new Reporters(unit, end);
    }

    List<Draft> statements() {
        List<Cue> left = new ArrayList<>(cues);
        if (!unit.quotations().isEmpty()) {
            Cue introducing = introducing(left);
            if (introducing != null) {
                Draft draft = new Draft(subjects.source(introducing), cueSpan(introducing), 0.95f);
                unit.quotations().forEach(draft::addAll);
                addressees.addTo(draft, introducing);
                found.add(draft);
                left.remove(introducing);
            }
        }
        for (Cue cue : left) {
            Draft draft = indirect(cue);
            if (draft != null) {
                draft.denies = cue.verb().denies();
                found.add(draft);
            }
        }
        reporters.addTo(found);
        return found;
    }

    // ---- direct

    /** The cue that stands nearest to a quotation. */
    private @Nullable Cue introducing(List<Cue> candidates) {
        Cue best = null;
        int nearest = 12;
        for (Cue cue : candidates) {
            boolean introduces =
                    cue.verb().takesQuotation() || cue.verb().takesAddressee() || cue.kind() == Cue.Kind.ACCORDING;
            for (int i = 0; i < unit.size(); i++) {
                if (!introduces && !(i > cue.end() && unit.is(i - 1, ":"))) {
                    continue;
                }
                int distance = i < cue.first() ? cue.first() - i : i - cue.end() + 1;
                if (unit.at(i).isQuotation() && distance < nearest) {
                    nearest = distance;
                    best = cue;
                }
            }
        }
        return best;
    }

    // ---- indirect

    private @Nullable Draft indirect(Cue cue) {
        if (cue.kind() == Cue.Kind.ACCORDING) {
            return according(cue);
        }
        if (CITING.contains(cue.verb().lemma())) {
            return citing(cue);
        }
        TextSpan source = subjects.source(cue);
        if (source == null) {
            return null;
        }
        Range subject = subjects.of(cue);
        int start = complements.complement(cue);
        if (start >= 0 && start < end) {
            int stop = complements.stop(start, cue);
            return forward(cue, source, start, stop);
        }
        if (subject == null || (!cue.verb().takesClause() && !cue.verb().takesAddressee())) {
            return null;
        }
        return backward(cue, source, Math.min(subject.start(), cue.first()));
    }

    /** "RT reported, citing the minister, that …", "quoted the minister as saying …": the reporter is a relay. */
    private @Nullable Draft citing(Cue cue) {
        if (reporters.isPassive(cue)) {
            Draft draft = reporters.quotedBy(cue, cueSpan(cue));
            int start = reporters.contentAfter(cue);
            if (draft != null && found.isEmpty() && !unit.quotations().isEmpty()) {
                unit.quotations().forEach(draft::addAll);
                return draft;
            }
            return draft != null && start > cue.end() && addContent(draft, start, complements.stop(start, cue))
                    ? draft
                    : null;
        }
        Range who = NounPhrases.phraseStartingAt(unit, cue.end());
        if (who == null) {
            return null;
        }
        TextSpan reporter = subjects.source(cue);
        Draft draft = new Draft(Mentions.span(unit, who), cueSpan(cue), 0.8f);
        if (reporter != null) {
            draft.relays.add(reporter);
        }
        int i = who.end();
        while (i < end && (unit.is(i, ",") || SAYING.contains(unit.at(i).lower()))) {
            i++;
        }
        boolean introduced = i > who.end()
                && (unit.is(i, "that") || (SAYING.contains(unit.at(i - 1).lower()) && !unit.is(i - 1, "as")));
        if (introduced) {
            return addContent(draft, i, complements.stop(i, cue)) ? draft : null;
        }
        if (found.isEmpty() && cue.kind() == Cue.Kind.PARTICIPLE && reporter != null) {
            Range subject = subjects.of(cue);
            Draft before = subject == null ? null : backward(cue, reporter, Math.min(subject.start(), cue.first()));
            if (before != null) {
                before.source = draft.source;
                before.relays.clear();
                before.relays.add(reporter);
            }
            return before;
        }
        if (!found.isEmpty() && cue.kind() == Cue.Kind.PARTICIPLE) {
            Draft last = found.getLast();
            TextSpan first = last.source;
            if (first != null) {
                last.relays.addFirst(first);
            }
            last.source = draft.source;
            last.cue = draft.cue;
        }
        return null;
    }

    private @Nullable Draft forward(Cue cue, TextSpan source, int start, int stop) {
        Draft draft = new Draft(source, cueSpan(cue), 0.8f);
        addressees.addTo(draft, cue);
        List<Integer> splits = new ArrayList<>();
        for (int i = start + 1; i < stop - 1; i++) {
            if (unit.is(i, "and")
                    && unit.is(i + 1, "that")
                    && !unit.at(i).quoted()
                    && cue.verb().takesClause()) {
                splits.add(i);
            }
        }
        int from = start;
        for (int split : splits) {
            addContent(draft, from, split);
            draft.denies = cue.verb().denies();
            found.add(draft);
            Draft next = new Draft(source, cueSpan(cue), 0.8f);
            next.relays.addAll(draft.relays);
            draft = next;
            from = split + 2;
        }
        return addContent(draft, from, stop) ? draft : null;
    }

    /** "CONTENT, the minister said", "CONTENT, the minister said, CONTENT". */
    private @Nullable Draft backward(Cue cue, TextSpan source, int before) {
        int stop = before;
        while (stop > 0 && (unit.is(stop - 1, ",") || unit.is(stop - 1, "–") || unit.is(stop - 1, "—"))) {
            stop--;
        }
        boolean comma = stop < before || (stop > 0 && unit.at(stop - 1).quoted());
        int start = complements.clauseStart(stop);
        if (!comma || stop - start < 2) {
            return null;
        }
        if (relayed(start, stop, source)) {
            return null;
        }
        Draft draft = new Draft(source, cueSpan(cue), 0.8f);
        addressees.addTo(draft, cue);
        if (!addContent(draft, start, stop)) {
            return null;
        }
        int rest = complements.continuation(cue);
        if (rest >= 0) {
            addContent(draft, rest, end);
        }
        return draft;
    }

    /** "…, the minister said, RT reported": what already has its speaker only gains a relay. */
    private boolean relayed(int start, int stop, TextSpan reporter) {
        for (Draft draft : found) {
            TextSpan cue = draft.cue;
            boolean inside = cue != null
                    && unit.at(start).start() <= cue.start()
                    && cue.end() <= unit.at(stop - 1).end();
            if (inside && !reporter.equals(draft.source)) {
                draft.relays.add(reporter);
                return true;
            }
        }
        return false;
    }

    private @Nullable Draft according(Cue cue) {
        Range who = NounPhrases.phraseStartingAt(unit, cue.end());
        if (who == null) {
            return null;
        }
        Draft draft = new Draft(Mentions.span(unit, withRelative(who)), cueSpan(cue), 0.9f);
        if (cue.first() == 0) {
            int comma = who.end();
            while (comma < end && !unit.is(comma, ",")) {
                comma++;
            }
            return addContent(draft, comma + 1, end) ? draft : null;
        }
        int stop = unit.is(cue.first() - 1, ",") ? cue.first() - 1 : cue.first();
        TextSpan source = draft.source;
        if (stop < 1 || (source != null && relayed(complements.clauseStart(stop), stop, source))) {
            return null;
        }
        return addContent(draft, complements.clauseStart(stop), stop) ? draft : null;
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

    // ---- parts

    private boolean addContent(Draft draft, int from, int to) {
        int start = from;
        int stop = Math.min(to, end);
        while (start < stop
                && (unit.is(start, ",")
                        || (unit.is(start, "that") && unit.at(start).pos() == Pos.SCONJ))) {
            start++;
        }
        while (stop > start && (unit.is(stop - 1, ",") || unit.is(stop - 1, "–"))) {
            stop--;
        }
        if (start >= stop) {
            return false;
        }
        draft.add(new TextSpan(unit.at(start).start(), unit.at(stop - 1).end()));
        return true;
    }

    private TextSpan cueSpan(Cue cue) {
        return new TextSpan(unit.at(cue.first()).start(), unit.at(cue.end() - 1).end());
    }
}
