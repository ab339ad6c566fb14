package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.OutletNouns;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Reads one unit: which of its cues introduces which of its words, and who their subject is. */
final class UnitReading {
    private static final Set<String> CITING = Set.of("cite", "quote");
    private static final Set<String> SAYING = Set.of("as", "saying", "having", "said");
    private static final Set<String> INTERVIEWS = Set.of("interview", "remarks", "comments", "speaking");
    private static final Set<String> FINAL = Set.of(".", "!", "?", "…");
    private static final Set<String> TAILS = Set.of(
            "on",
            "in",
            "as",
            "after",
            "before",
            "during",
            "by",
            "at",
            "while",
            "when",
            "hours",
            "shortly",
            "later",
            "yesterday",
            "today",
            "through",
            "over",
            "from",
            "with",
            "to",
            "earlier",
            "of",
            "for",
            "late",
            "early");

    private final Unit unit;
    private final List<Cue> cues;
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
    }

    List<Draft> statements() {
        List<Cue> left = new ArrayList<>(cues);
        if (!unit.quotations().isEmpty()) {
            Cue introducing = introducing(left);
            if (introducing != null) {
                Draft draft = new Draft(source(introducing), cueSpan(introducing), 0.95f);
                unit.quotations().forEach(draft::addAll);
                relays(draft, introducing);
                found.add(draft);
                left.remove(introducing);
            }
        }
        int from = 0;
        for (Cue cue : left) {
            if (cue.first() < from) {
                continue;
            }
            Draft draft = indirect(cue);
            if (draft != null) {
                draft.denies = cue.verb().denies();
                found.add(draft);
            }
        }
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
            for (int i = 0; introduces && i < unit.size(); i++) {
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
        TextSpan source = source(cue);
        if (source == null) {
            return null;
        }
        Range subject = subjectRange(cue);
        int start = complement(cue);
        if (start >= 0 && start < end) {
            int stop = stop(start, cue);
            return forward(cue, source, start, stop);
        }
        if (subject == null || (!cue.verb().takesClause() && !cue.verb().takesAddressee())) {
            return null;
        }
        return backward(cue, source, Math.min(subject.start(), cue.first()));
    }

    /** "RT reported, citing the minister, that …", "quoted the minister as saying …": the reporter is a relay. */
    private @Nullable Draft citing(Cue cue) {
        Range who = NounPhrases.phraseStartingAt(unit, cue.end());
        if (who == null) {
            return null;
        }
        TextSpan reporter = source(cue);
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
            return addContent(draft, i, stop(i, cue)) ? draft : null;
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
        relays(draft, cue);
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

    /** Where the content starts that follows a cue, negative if none does. */
    private int complement(Cue cue) {
        int i = cue.end();
        if (i >= end) {
            return -1;
        }
        if (cue.verb().takesAddressee()) {
            Range who = NounPhrases.addressee(unit, i);
            if (who == null) {
                return -1;
            }
            i = who.end();
        }
        if (cue.verb().takesClause() || cue.verb().takesAddressee()) {
            int that = that(i);
            if (that >= 0) {
                return that + 1;
            }
            if (i >= end || unit.is(i, ",") || unit.is(i, ";")) {
                return -1;
            }
            if (!isTail(i) && !subjectOnRight(cue)) {
                return i;
            }
        }
        return nounComplement(cue);
    }

    private boolean subjectOnRight(Cue cue) {
        Range range = subjectRange(cue);
        return range != null && range.start() >= cue.end();
    }

    private boolean isTail(int i) {
        return (TAILS.contains(unit.at(i).lower()) && !unit.at(i).quoted())
                || (unit.at(i).pos() == Pos.ADV && i + 1 < end && unit.is(i + 1, ","));
    }

    /** The conjunction "that" after adverbials at most. */
    private int that(int from) {
        for (int i = from; i < Math.min(end, from + 14); i++) {
            Item item = unit.at(i);
            if (item.is("that") && !item.quoted()) {
                boolean relative = i > from
                        && unit.at(i - 1).nominal()
                        && !NounPhrases.isTime(unit.at(i - 1))
                        && item.pos() == Pos.PRON;
                return relative ? -1 : i;
            }
            boolean verb = (item.pos() == Pos.VERB || item.pos() == Pos.AUX)
                    && !item.lower().endsWith("ing");
            if (item.is(";") || item.isQuotation() || (verb && i > from)) {
                return -1;
            }
        }
        return -1;
    }

    private int nounComplement(Cue cue) {
        int i = cue.end();
        if (i >= end || unit.is(i, ",")) {
            return -1;
        }
        for (String frame : cue.verb().frames()) {
            if (frame.equals("np") && !isTail(i) && !subjectOnRight(cue)) {
                return i;
            }
            if (frame.equals("+quote") && followedByQuoted(i, 8)) {
                return i;
            }
            if (frame.equals("+num") && unit.at(i).pos() == Pos.NUM) {
                return i;
            }
            if (frame.startsWith("+") && followedBy(i, frame.substring(1))) {
                return i;
            }
            if (unit.is(i, frame)) {
                return i;
            }
        }
        return -1;
    }

    private boolean followedBy(int from, String word) {
        for (int i = from + 1; i < Math.min(end, from + 14); i++) {
            if (unit.is(i, ",") && i > from + 10) {
                return false;
            }
            if (unit.is(i, word) && !unit.at(i).quoted()) {
                return true;
            }
        }
        return false;
    }

    private boolean followedByQuoted(int from, int within) {
        for (int i = from + 1; i < Math.min(end, from + within); i++) {
            if (unit.at(i).quoted()) {
                return true;
            }
        }
        return false;
    }

    /** Where content that starts at an item ends: before a parallel verb, another speaker, or the end. */
    private int stop(int start, Cue cue) {
        for (int i = start; i < end; i++) {
            Item item = unit.at(i);
            if (item.isQuotation() || (item.is(";") && !item.quoted())) {
                return i;
            }
            if (!item.is(",") || item.quoted()) {
                continue;
            }
            int next = i + 1;
            while (next < end
                    && (unit.is(next, "and")
                            || unit.is(next, "but")
                            || unit.at(next).pos() == Pos.ADV)) {
                next++;
            }
            for (Cue other : cues) {
                boolean parallel = other.kind() == Cue.Kind.PARTICIPLE && other.first() == next;
                boolean shared = next > i + 1 && other.first() == next;
                boolean according = other.kind() == Cue.Kind.ACCORDING && other.first() == next;
                Range subject = other.kind() == Cue.Kind.FINITE && other.end() >= end
                        ? NounPhrases.before(unit, other.first())
                        : null;
                boolean tail = subject != null && subject.start() == i + 1;
                if (!other.equals(cue) && (parallel || shared || according || tail)) {
                    return i;
                }
            }
            if (unit.is(i + 1, "but") && next < end && unit.at(next).pos() == Pos.VERB) {
                return i;
            }
        }
        return end;
    }

    /** "CONTENT, the minister said", "CONTENT, the minister said, CONTENT". */
    private @Nullable Draft backward(Cue cue, TextSpan source, int before) {
        int stop = before;
        while (stop > 0 && (unit.is(stop - 1, ",") || unit.is(stop - 1, "–") || unit.is(stop - 1, "—"))) {
            stop--;
        }
        boolean comma = stop < before || (stop > 0 && unit.at(stop - 1).quoted());
        int start = clauseStart(stop);
        if (!comma || stop - start < 2) {
            return null;
        }
        if (relayed(start, stop, source)) {
            return null;
        }
        Draft draft = new Draft(source, cueSpan(cue), 0.8f);
        relays(draft, cue);
        if (!addContent(draft, start, stop)) {
            return null;
        }
        int rest = continuation(cue);
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

    private int clauseStart(int stop) {
        for (int i = stop - 1; i > 0; i--) {
            if ((unit.is(i, ";") && !unit.at(i).quoted()) || unit.at(i).isQuotation()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Where content goes on after an inserted cue, negative if it does not: a finite verb follows the comma. */
    private int continuation(Cue cue) {
        for (int i = cue.end(); i < end - 1; i++) {
            if (!unit.is(i, ",")) {
                continue;
            }
            int next = unit.is(i + 1, "and") || unit.is(i + 1, "but") ? i + 2 : i + 1;
            if (next >= end) {
                return -1;
            }
            Item item = unit.at(next);
            boolean finite = (item.pos() == Pos.AUX || item.pos() == Pos.VERB)
                    && !item.lower().endsWith("ing");
            boolean cueItself = cues.stream().anyMatch(c -> c.first() == next);
            return finite && !cueItself ? i + 1 : -1;
        }
        return -1;
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
        if (stop < 1 || (source != null && relayed(clauseStart(stop), stop, source))) {
            return null;
        }
        return addContent(draft, clauseStart(stop), stop) ? draft : null;
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

    private @Nullable TextSpan source(Cue cue) {
        if (cue.kind() == Cue.Kind.ACCORDING) {
            Range who = NounPhrases.phraseStartingAt(unit, cue.end());
            return who == null ? null : Mentions.span(unit, who);
        }
        Range range = subjectRange(cue);
        return range == null ? null : Mentions.span(unit, range);
    }

    /** A verb's own subject, else that of the verb before it, else that of the sentence. */
    private @Nullable Range subjectRange(Cue cue) {
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
                return subjectRange(cues.get(i));
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

    /** "told KSN", "in an interview with RT", "on Channel Two": who of them is a relay, is for others to decide. */
    private void relays(Draft draft, Cue cue) {
        if (cue.verb().takesAddressee()) {
            Range who = NounPhrases.addressee(unit, cue.end());
            if (who != null) {
                draft.relays.add(NounPhrases.span(unit, who));
                return;
            }
        }
        for (int i = cue.end(); i < Math.min(end - 1, cue.end() + 12); i++) {
            boolean interview =
                    INTERVIEWS.contains(unit.at(i).lower()) && (unit.is(i + 1, "with") || unit.is(i + 1, "to"));
            boolean on = i < cue.end() + 4 && (unit.is(i, "on") || unit.is(i, "by"));
            Range who = interview ? NounPhrases.addressee(unit, i + 2) : on ? NounPhrases.addressee(unit, i + 1) : null;
            if (who != null && (interview || isOutlet(who))) {
                draft.relays.add(NounPhrases.span(unit, who));
                return;
            }
            if (unit.at(i).isQuotation() || (unit.is(i, ",") && i > cue.end()) || unit.is(i, "that")) {
                return;
            }
        }
    }

    private boolean isOutlet(Range range) {
        boolean capital = false;
        boolean noun = false;
        for (int i = range.start(); i < range.end(); i++) {
            capital |= unit.at(i).capitalised();
            noun |= OutletNouns.isOutlet(unit.at(i).lower());
        }
        return capital && noun;
    }
}
