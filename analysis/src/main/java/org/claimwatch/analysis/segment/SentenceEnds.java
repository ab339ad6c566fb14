package org.claimwatch.analysis.segment;

import java.util.List;
import java.util.Set;
import org.claimwatch.analysis.model.Token;

/** Tells a sentence's end from the full stop of an abbreviation, an initial, an ordinal or a decimal. */
final class SentenceEnds {
    /** Marks in a row; more mean nothing. */
    private static final int MOST_MARKS = 20;

    private static final Set<String> FINAL = Set.of(".", "!", "?", "…", "؟");
    private static final Set<String> CLOSING = Set.of("\"", "”", "“", "’", "'", "»", "«", ")", "]", "‹", "›", "‘");

    /** Never end a sentence: a name, a number or a noun follows. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "col", "gen", "lt", "sgt", "capt", "cmdr", "adm", "gov", "sen", "rep",
            "rev", "hon", "st", "mt", "no", "nos", "vs", "fig", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
            "sept", "oct", "nov", "dec", "approx", "dept", "bzw", "z.b", "ca", "nr", "str", "dipl", "ing", "mio", "mrd",
            "evtl", "ggf", "abs", "art", "hr", "fr", "sog", "u.a", "d.h", "e.g", "i.e", "u.s", "u.k", "u.n", "e.u");

    private static final Set<String> GERMAN_MONTHS = Set.of(
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
            "jahrhundert");

    /** Whether a sentence ends after token {@code i}, with the closing marks that follow counted to it. */
    boolean after(String plain, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        int stop = i;
        while (stop > Math.max(0, i - MOST_MARKS)
                && CLOSING.contains(tokens.get(stop).text())
                && adjacent(tokens, stop - 1)) {
            stop--;
        }
        if (!isFinal(tokens.get(stop))) {
            return false;
        }
        Token next = tokens.get(i + 1);
        if (token.end() == next.start()) {
            return false;
        }
        if (plain.substring(token.end(), next.start()).indexOf('\n') >= 0) {
            return true;
        }
        int begin = i + 1;
        while (begin < Math.min(tokens.size() - 1, i + MOST_MARKS)
                && !tokens.get(begin).isWord()
                && !isFinal(tokens.get(begin))) {
            begin++;
        }
        char first = tokens.get(begin).text().charAt(0);
        if (Character.isLowerCase(first)) {
            return false;
        }
        return !tokens.get(stop).text().startsWith(".") || !explained(tokens, stop, next);
    }

    private static boolean isFinal(Token token) {
        return FINAL.contains(token.text()) || token.is("a.m.") || token.is("p.m.");
    }

    private static boolean adjacent(List<Token> tokens, int i) {
        return tokens.get(i).end() == tokens.get(i + 1).start();
    }

    /** Whether something other than a sentence's end explains the full stop. */
    private static boolean explained(List<Token> tokens, int stop, Token next) {
        if (stop == 0 || !adjacent(tokens, stop - 1)) {
            return false;
        }
        Token before = tokens.get(stop - 1);
        boolean initial = before.text().length() == 1 && before.isCapitalised() && next.isWord();
        boolean ordinal = before.text().length() <= 2
                && Character.isDigit(before.text().charAt(0))
                && GERMAN_MONTHS.contains(next.lower());
        return initial || ordinal || ABBREVIATIONS.contains(before.lower());
    }
}
