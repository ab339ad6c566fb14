package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Arabic statements by reporting verbs and quotation marks; the verb mostly comes first, its subject after it. */
final class ArabicRules implements Attributor {
    private static final Set<String> FINAL = Set.of(".", "!", "؟", "…", "?");
    private static final Set<String> THAT =
            Set.of("أن", "إن", "أنّ", "إنّ", "بأن", "بأنه", "بأنها", "أنه", "أنها", "إنه", "إنها", "بأنهم", "إنهم");
    private static final Set<String> OUTLETS = Set.of("وكالة", "قناة", "صحيفة", "إذاعة", "جريدة", "موقع");
    private static final Set<String> ACCORDING = Set.of("بحسب", "حسب", "وفق", "وفقا", "وفقًا", "نقلا", "نقلًا");
    private static final Set<String> BOUNDS = Set.of("،", ",", ":", "؛", "–", "-");
    private static final Set<String> PREPOSITIONS =
            Set.of("في", "إلى", "على", "من", "عن", "مساء", "صباح", "يوم", "أمس", "أمام", "خلال", "الذي", "التي", "ل");

    private final WordCues verbs = WordCues.of("cues-ar.txt");

    @Override
    public List<Attribution> attribute(SegmentedText text) {
        List<Quotation> quotations = Quotations.of(text);
        RunOns statements = new RunOns();
        for (Unit whole : new Units(text, quotations, t -> verb(t) != null).read()) {
            Unit unit = withoutDateline(whole);
            if (unit.isBare()) {
                statements.goOn(unit);
            } else {
                statements.add(unit, read(unit));
            }
        }
        return statements.finish(new Forms(quotations));
    }

    /** A verb, perhaps with a conjunction before it. */
    private @Nullable CueVerb verb(Token token) {
        CueVerb verb = verbs.verb(token.lower());
        return verb == null && clitic(token) > 0 ? verbs.verb(token.lower().substring(1)) : verb;
    }

    private static int clitic(Token token) {
        char first = token.text().charAt(0);
        return token.text().length() > 2 && (first == 'و' || first == 'ف') ? 1 : 0;
    }

    private static Unit withoutDateline(Unit unit) {
        for (int i = 1; i < Math.min(5, unit.size() - 1); i++) {
            if (unit.is(i, "–") || unit.is(i, "-")) {
                return new Unit(unit.items().subList(i + 1, unit.size()), unit.paragraph());
            }
        }
        return unit;
    }

    private List<Draft> read(Unit unit) {
        int end = unit.size();
        while (end > 0 && FINAL.contains(unit.at(end - 1).lower())) {
            end--;
        }
        List<Draft> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < end; i++) {
            Item item = unit.at(i);
            if (i < from || item.isQuotation() || item.quoted()) {
                continue;
            }
            CueVerb verb = verb(item.token());
            if (verb != null) {
                from = spoken(unit, i, verb, end, found);
            } else if (ACCORDING.contains(item.lower())) {
                according(unit, i, end, found);
            }
        }
        return found;
    }

    /** Reads what a verb introduces; answers where to go on. */
    private int spoken(Unit unit, int cue, CueVerb verb, int end, List<Draft> found) {
        Token word = unit.at(cue).token();
        boolean bare = verbs.verb(word.lower()) != null;
        TextSpan cueSpan = new TextSpan(word.start() + (bare ? 0 : 1), word.end());
        int stop = subjectEnd(unit, cue + 1, end);
        int relayEnd = relayEnd(unit, stop, end);
        boolean before = stop == cue + 1 && cue > 0;
        TextSpan source = stop > cue + 1 ? span(unit, cue + 1, stop) : before ? subjectBefore(unit, cue) : null;
        Draft draft = new Draft(source, cueSpan, 0.8f);
        draft.denies = verb.denies();
        draft.continues = source == null;
        if (relayEnd > stop) {
            int start = unit.at(stop).start() + 1;
            draft.relays.add(new TextSpan(start, unit.at(relayEnd - 1).end()));
            stop = relayEnd;
        }
        boolean quoted = unit.items().stream().anyMatch(Item::isQuotation);
        if (quoted && found.isEmpty()) {
            unit.quotations().forEach(draft::addAll);
            found.add(draft);
            return cue + 1;
        }
        int that = that(unit, stop, end);
        if (that < 0 && !verb.takesNounPhrase()) {
            return cue + 1;
        }
        int begin = that >= 0 ? (THAT_ALONE.contains(unit.at(that).lower()) ? that + 1 : that) : stop;
        return forward(unit, begin, end, draft, found);
    }

    private static final Set<String> THAT_ALONE = Set.of("أن", "إن", "أنّ", "إنّ", "بأن");

    private int forward(Unit unit, int begin, int end, Draft draft, List<Draft> found) {
        int stop = end;
        for (int i = begin + 1; i < end; i++) {
            Item item = unit.at(i);
            boolean next = !item.quoted()
                    && !item.isQuotation()
                    && BOUNDS.contains(unit.at(i - 1).lower())
                    && (verb(item.token()) != null || item.is("وأن") || ACCORDING.contains(item.lower()));
            if (next || item.isQuotation()) {
                stop = i;
                break;
            }
        }
        int last = stop;
        while (last > begin && BOUNDS.contains(unit.at(last - 1).lower())) {
            last--;
        }
        if (begin < last) {
            draft.add(new TextSpan(unit.at(begin).start(), unit.at(last - 1).end()));
            found.add(draft);
        }
        if (stop < end && unit.is(stop, "وأن")) {
            Draft second = new Draft(draft.source, draft.cue, 0.7f);
            second.continues = draft.continues;
            return forward(unit, stop + 1, end, second, found);
        }
        return stop;
    }

    private void according(Unit unit, int cue, int end, List<Draft> found) {
        int begin = cue + 1;
        while (begin < end
                && (unit.is(begin, "ل")
                        || unit.is(begin, "عن")
                        || unit.is(begin, "ما")
                        || unit.is(begin, "تقدير")
                        || unit.is(begin, "أفاد")
                        || unit.is(begin, "أفادت")
                        || unit.is(begin, "به")
                        || unit.is(begin, "لما"))) {
            begin++;
        }
        int stop = begin;
        while (stop < end && !BOUNDS.contains(unit.at(stop).lower())) {
            stop++;
        }
        if (begin >= stop) {
            return;
        }
        Draft draft = new Draft(
                span(unit, begin, stop),
                new TextSpan(unit.at(cue).start(), unit.at(cue).end()),
                0.8f);
        int last = cue;
        while (last > 0 && BOUNDS.contains(unit.at(last - 1).lower())) {
            last--;
        }
        if (last > 1) {
            draft.add(new TextSpan(unit.at(0).start(), unit.at(last - 1).end()));
            found.add(draft);
        } else if (stop + 1 < end) {
            draft.add(new TextSpan(unit.at(stop + 1).start(), unit.at(end - 1).end()));
            found.add(draft);
        }
    }

    /** "لوكالة هاليارد": the outlet that was told, up to the conjunction. */
    private static int relayEnd(Unit unit, int from, int end) {
        if (from >= end || !isToOutlet(unit.at(from))) {
            return from;
        }
        int i = from + 1;
        while (i < Math.min(end, from + 4)
                && !THAT.contains(unit.at(i).lower())
                && !BOUNDS.contains(unit.at(i).lower())
                && !unit.at(i).isQuotation()
                && !unit.at(i).quoted()) {
            i++;
        }
        return i;
    }

    private static boolean isToOutlet(Item item) {
        return item.lower().startsWith("ل") && OUTLETS.contains(item.lower().substring(1));
    }

    private static int subjectEnd(Unit unit, int from, int end) {
        int i = from;
        while (i < end && i < from + 9) {
            Item item = unit.at(i);
            if (item.isQuotation()
                    || item.quoted()
                    || BOUNDS.contains(item.lower())
                    || THAT.contains(item.lower())
                    || isToOutlet(item)) {
                return i;
            }
            boolean inner = i > from && PREPOSITIONS.contains(item.lower());
            if (inner || (i == from && PREPOSITIONS.contains(item.lower()))) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** "سلمى عوراد، أستاذة …، ترى أن": the words before the verb, up to their first comma. */
    private static @Nullable TextSpan subjectBefore(Unit unit, int cue) {
        int end = cue;
        while (end > 0 && BOUNDS.contains(unit.at(end - 1).lower())) {
            end--;
        }
        int start = unit.is(0, "أما") || unit.is(0, "لكن") ? 1 : 0;
        int stop = start;
        while (stop < end
                && !BOUNDS.contains(unit.at(stop).lower())
                && !unit.at(stop).isQuotation()) {
            stop++;
        }
        return stop > start && stop < 8 ? span(unit, start, stop) : null;
    }

    private static int that(Unit unit, int from, int end) {
        for (int i = from; i < Math.min(end, from + 12); i++) {
            if (THAT.contains(unit.at(i).lower()) && !unit.at(i).quoted()) {
                return i;
            }
        }
        return -1;
    }

    private static TextSpan span(Unit unit, int from, int end) {
        return new TextSpan(unit.at(from).start(), unit.at(end - 1).end());
    }
}
