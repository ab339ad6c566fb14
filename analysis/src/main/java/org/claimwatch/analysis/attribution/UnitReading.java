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
            Range who = NounPhrases.phraseStartingAt(unit, i);
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
                boolean relative = i > from && unit.at(i - 1).nominal() && item.pos() == Pos.PRON;
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
                if (!other.equals(cue) && (parallel || shared || according)) {
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

    /** "told KSN": an addressee with a name is a relay, if it is an outlet; who it is, others decide. */
    private void relays(Draft draft, Cue cue) {
        if (cue.verb().takesAddressee()) {
            Range who = NounPhrases.phraseStartingAt(unit, cue.end());
            if (who != null) {
                draft.relays.add(Mentions.span(unit, who));
            }
        }
    }
}
