package org.claimwatch.analysis.attribution;

import java.util.Set;
import org.claimwatch.analysis.attribution.NounPhrases.Range;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.jspecify.annotations.Nullable;

/** Finds noun phrases from where they begin: "said Dunya Kalfar", "according to the head of the mission". */
final class PhrasesAhead {
    private static final Set<String> LINKS =
            Set.of("of", "for", "in", "at", "from", "on", "with", "to", "behind", "by");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "that");

    private PhrasesAhead() {}

    /** The noun phrase that starts right after an item: "said Dunya Kalfar, who teaches". */
    static @Nullable Range after(Unit unit, int from) {
        Range phrase = startingAt(unit, from);
        if (phrase == null || NounPhrases.isName(unit, phrase) || !unit.is(phrase.end(), ",")) {
            return phrase;
        }
        Range apposition = startingAt(unit, phrase.end() + 1);
        if (apposition == null) {
            return phrase;
        }
        int first = apposition.start();
        while (first < apposition.end() - 1 && RoleNouns.isRole(unit.at(first).lower())) {
            first++; // "the lead author, hepatologist Naomi Feld"
        }
        boolean name = NounPhrases.isName(unit, new Range(first, apposition.end()))
                && (apposition.end() >= unit.size()
                        || unit.is(apposition.end(), ",")
                        || unit.is(apposition.end(), "."));
        return name ? new Range(first, apposition.end()) : phrase;
    }

    static @Nullable Range startingAt(Unit unit, int from) {
        int i = from;
        boolean head = false;
        while (i < unit.size()) {
            Item item = unit.at(i);
            if (item.isQuotation() || item.quoted()) {
                break;
            }
            if (item.pos() == Pos.PRON && i == from && !RELATIVES.contains(item.lower())) {
                if (!isPossessive(item)) {
                    return new Range(i, i + 1);
                }
                i++;
                continue;
            }
            boolean leading = item.is("lead")
                    && i + 1 < unit.size()
                    && RoleNouns.isRole(unit.at(i + 1).lower());
            boolean core = item.nominal()
                    || leading
                    || item.pos() == Pos.ADJ
                    || item.is("'s")
                    || item.is("&")
                    || (item.is(".")
                            && i > from
                            && RoleNouns.isTitle(unit.at(i - 1).lower()))
                    || (item.pos() == Pos.DET && !head)
                    || (item.is("'") || item.is("’"))
                    || item.is("-")
                    || (item.pos() == Pos.DET
                            && head
                            && i > from
                            && LINKS.contains(unit.at(i - 1).lower()))
                    || (item.pos() == Pos.PRON && isPossessive(item));
            boolean link = head
                    && i + 1 < unit.size()
                    && (item.is("of")
                            || item.is("for")
                            || item.is("at")
                            || item.is("from")
                            || (item.is("to") && holdsOffice(unit, from, i))
                            || (item.is("on") && unit.at(i - 1).capitalised() && holdsOffice(unit, from, i)))
                    && (unit.at(i + 1).nominal()
                            || unit.at(i + 1).pos() == Pos.DET
                            || unit.at(i + 1).pos() == Pos.ADJ);
            boolean and = head
                    && item.is("and")
                    && i + 1 < unit.size()
                    && unit.at(i + 1).capitalised()
                    && unit.at(i - 1).capitalised();
            if (!core && !link && !and) {
                break;
            }
            head |= item.nominal();
            i++;
        }
        return head ? new Range(from, i) : null;
    }

    /** "Permanent Representative of Russia to the Conference": an office may be one to somebody. */
    private static boolean holdsOffice(Unit unit, int from, int to) {
        for (int i = from; i < to; i++) {
            if (RoleNouns.isRole(unit.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPossessive(Item item) {
        return Set.of("his", "her", "its", "their", "our", "my", "your").contains(item.lower());
    }
}
