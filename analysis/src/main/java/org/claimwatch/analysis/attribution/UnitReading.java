package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Reads one unit: which of its cues introduces which of its words, and who their subject is. */
final class UnitReading {
    private static final Set<String> CITING = Set.of("cite", "quote");
    private static final Set<String> SAYING = Set.of("as", "saying", "having", "said");
    private static final int MARKED = 8;
    private static final Set<String> FINAL = Set.of(".", "!", "?", "…");

    private final Unit unit;
    private final List<Cue> cues;
    private final Subjects subjects;
    private final Complements complements;
    private final Stops stops;
    private final Addressees addressees;
    private final Reporters reporters;
    private final Parts parts;
    private final Passing passing;
    private final Accordings accordings;
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
        stops = new Stops(unit, end, cues);
        addressees = new Addressees(unit, end);
        reporters = new Reporters(unit, end);
        parts = new Parts(unit, end);
        passing = new Passing(unit, cues, parts, found);
        accordings = new Accordings(unit, end, complements, parts, passing);
    }

    List<Draft> statements() {
        List<Cue> left = new ArrayList<>(cues);
        if (!unit.quotations().isEmpty()) {
            Cue introducing = introducing(left);
            if (introducing != null) {
                Draft draft = new Draft(subjects.source(introducing), parts.cueSpan(introducing), 0.95f);
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
        if (found.isEmpty()) {
            accordings.opinion(found);
        }
        cues.stream().filter(cue -> CITING.contains(cue.verb().lemma())).forEach(passing::cited);
        passing.handOn();
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
            return accordings.read(cue);
        }
        if (CITING.contains(cue.verb().lemma())) {
            return citing(cue);
        }
        TextSpan source = subjects.source(cue);
        if (source == null) {
            return null;
        }
        Range subject = subjects.of(cue);
        int introduced = introduced(cue, subject);
        if (introduced > 0) {
            Draft draft = new Draft(source, parts.cueSpan(cue), 0.8f);
            addressees.addTo(draft, cue);
            return parts.addContent(draft, introduced, stops.after(introduced, cue)) ? draft : null;
        }
        int start = complements.complement(cue);
        if (start >= 0 && start < end) {
            int stop = stops.after(start, cue);
            return forward(cue, source, start, stop);
        }
        if (subject == null || (!cue.verb().takesClause() && !cue.verb().takesAddressee())) {
            return null;
        }
        return backward(cue, source, Math.min(subject.start(), cue.first()));
    }

    /** "As the minister told RT, CONTENT": where the content starts, negative if the sentence is none of these. */
    private int introduced(Cue cue, @Nullable Range subject) {
        boolean as = unit.is(0, "as") && subject != null && subject.start() >= 1 && subject.end() <= cue.first();
        for (int i = cue.end(); as && i < end; i++) {
            if (unit.is(i, ",")) {
                return i + 1;
            }
        }
        return -1;
    }

    /** "RT reported, citing the minister, that …", "quoted the minister as saying …": the reporter is a relay. */
    private @Nullable Draft citing(Cue cue) {
        if (reporters.isPassive(cue)) {
            Draft draft = reporters.quotedBy(cue, parts.cueSpan(cue));
            int start = reporters.contentAfter(cue);
            if (draft != null && found.isEmpty() && !unit.quotations().isEmpty()) {
                unit.quotations().forEach(draft::addAll);
                return draft;
            }
            return draft != null && start > cue.end() && parts.addContent(draft, start, stops.after(start, cue))
                    ? draft
                    : null;
        }
        Range phrase = PhrasesAhead.startingAt(unit, cue.end());
        Range who = phrase == null ? marked(cue.end()) : phrase;
        if (who == null) {
            return null;
        }
        TextSpan reporter = subjects.source(cue);
        Draft draft = new Draft(Mentions.span(unit, who), parts.cueSpan(cue), 0.8f);
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
            return parts.addContent(draft, i, stops.after(i, cue)) ? draft : null;
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

    /** Citing “a hospital source”: the words between marks, if they are few. */
    private @Nullable Range marked(int from) {
        int start = from;
        int stop = from;
        while (stop < end && unit.at(stop).quoted() && stop < from + MARKED) {
            stop++;
        }
        while (start < stop && !unit.at(start).token().isWord()) {
            start++;
        }
        while (stop > start && !unit.at(stop - 1).token().isWord()) {
            stop--;
        }
        return start < stop ? new Range(start, stop) : null;
    }

    private @Nullable Draft forward(Cue cue, TextSpan source, int start, int stop) {
        Draft draft = new Draft(source, parts.cueSpan(cue), 0.8f);
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
            parts.addContent(draft, from, split);
            draft.denies = cue.verb().denies();
            found.add(draft);
            Draft next = new Draft(source, parts.cueSpan(cue), 0.8f);
            next.relays.addAll(draft.relays);
            draft = next;
            from = split + 2;
        }
        return parts.addContent(draft, from, stop) ? draft : null;
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
        if (passing.relayed(start, stop, source)) {
            return null;
        }
        Draft draft = new Draft(source, parts.cueSpan(cue), 0.8f);
        addressees.addTo(draft, cue);
        if (!parts.addContent(draft, start, stop)) {
            return null;
        }
        int rest = complements.continuation(cue);
        if (rest >= 0) {
            parts.addContent(draft, rest, end);
        }
        return draft;
    }
}
