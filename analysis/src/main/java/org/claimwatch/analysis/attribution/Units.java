package org.claimwatch.analysis.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Stretch;
import org.claimwatch.analysis.model.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text as narrative: a quotation that is said as a whole becomes one item, a quoted fragment stays words of
 * the sentence around it.
 */
final class Units {
    private final SegmentedText text;
    private final List<Quotation> quotations;
    private final Predicate<Token> cueWord;
    private final Set<Integer> sentenceEnds = new HashSet<>();

    /**
     * @param cueWord whether a word can introduce a quotation, so that a sentence may go on after a question mark
     */
    Units(SegmentedText text, List<Quotation> quotations, Predicate<Token> cueWord) {
        this.text = text;
        this.quotations = quotations;
        this.cueWord = cueWord;
        for (Stretch sentence : text.sentences()) {
            sentenceEnds.add(sentence.endToken() - 1);
        }
    }

    List<Unit> read() {
        List<Unit> units = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        int paragraph = 0;
        int next = 0;
        int t = 0;
        while (t < text.tokens().size()) {
            Token token = text.tokens().get(t);
            while (token.start() >= text.paragraphs().get(paragraph).end()) {
                paragraph++;
                flush(items, paragraph - 1, units);
            }
            while (next < quotations.size() && quotations.get(next).start() < token.start()) {
                next++;
            }
            Quotation here = next < quotations.size() && quotations.get(next).start() == token.start()
                    ? quotations.get(next)
                    : null;
            if (here != null && isWhole(here, items)) {
                items.add(new Item(token, here, false));
                t = text.firstTokenFrom(here.end());
                while (here.last().start() >= text.paragraphs().get(paragraph).end()) {
                    paragraph++;
                }
                if (endsUnit(here, t)) {
                    flush(items, paragraph, units);
                }
                continue;
            }
            t = addWords(items, t, here);
            if (sentenceEnds.contains(t - 1)) {
                flush(items, paragraph, units);
            }
        }
        flush(items, paragraph, units);
        return units;
    }

    /** Adds a word, or all words of a quoted fragment; what follows them comes next. */
    private int addWords(List<Item> items, int from, @Nullable Quotation fragment) {
        int end = fragment == null ? 0 : fragment.end();
        int t = from;
        do {
            items.add(new Item(text.tokens().get(t), null, fragment != null));
            t++;
        } while (t < text.tokens().size() && text.tokens().get(t).start() < end);
        return t;
    }

    private static void flush(List<Item> items, int paragraph, List<Unit> units) {
        if (!items.isEmpty()) {
            units.add(new Unit(items, paragraph));
            items.clear();
        }
    }

    /** Whether a quotation is said as a whole: it opens a sentence, or follows a colon or comma with a capital. */
    private boolean isWhole(Quotation quotation, List<Item> before) {
        String plain = text.plain();
        char last = plain.charAt(quotation.last().end() - 1);
        boolean final_ = ".,!?…—–-:؟،".indexOf(last) >= 0;
        char after = quotation.end() < plain.length() ? plain.charAt(quotation.end()) : '\n';
        boolean comma = ",،:".indexOf(after) >= 0;
        if (before.isEmpty()) {
            return final_ || quotation.parts().size() > 1 || (comma && words(quotation) > 3) || beforeCue(quotation);
        }
        char first = plain.charAt(quotation.first().start());
        boolean sentence =
                Character.isUpperCase(first) || Character.UnicodeScript.of(first) == Character.UnicodeScript.ARABIC;
        Item previous = before.getLast();
        boolean introduced = previous.is(":") || previous.is(",") || previous.is("،") || cueWord.test(previous.token());
        boolean inserted = previous.is(",") && before.stream().anyMatch(Item::isQuotation);
        boolean ends = final_ || ".!?".indexOf(after) >= 0;
        return quotation.parts().size() > 1
                || (introduced && sentence && ends && words(quotation) > 1)
                || (inserted && words(quotation) > 2);
    }

    private int words(Quotation quotation) {
        return (int)
                text.tokensIn(quotation.first()).stream().filter(Token::isWord).count();
    }

    /** Whether a cue follows at once, so that even a short quotation is said as a whole. */
    private boolean beforeCue(Quotation quotation) {
        int t = text.firstTokenFrom(quotation.end());
        for (int i = t; i < Math.min(t + 3, text.tokens().size()); i++) {
            if (cueWord.test(text.tokens().get(i)) && words(quotation) > 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether the narrative's sentence ends with a quotation, or goes on to say whose it is. */
    private boolean endsUnit(Quotation quotation, int after) {
        if (after >= text.tokens().size()) {
            return true;
        }
        Token next = text.tokens().get(after);
        char last = text.plain().charAt(quotation.last().end() - 1);
        if (!next.isWord() || Character.isLowerCase(next.text().charAt(0)) || last == ',' || last == '،') {
            return false;
        }
        if (last == '.') {
            return true;
        }
        for (int i = after; i < Math.min(after + 8, text.tokens().size()); i++) {
            if (cueWord.test(text.tokens().get(i))) {
                return false;
            }
            if (sentenceEnds.contains(i)) {
                break;
            }
        }
        return last == '?' || last == '!' || last == '…';
    }
}
