package org.claimwatch.analysis.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Tells claims that cannot both be true because they give different figures for the same thing: the same words but for
 * one figure, of the same unit, whose bounds exclude each other.
 */
final class Figures {
    private static final double SAME_REST = 0.8;

    /** "About" leaves that much room. */
    private static final double ROOM = 0.1;

    private static final Pattern LOWER =
            Pattern.compile("(?i)\\b(?:at least|more than|over|upwards of|no fewer than|no less than)\\s+$");
    private static final Pattern UPPER =
            Pattern.compile("(?i)\\b(?:at most|less than|fewer than|under|up to|no more than|below)\\s+$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[.,'’-][\\p{L}\\p{N}]++)*+");

    /** A range of values that a figure allows, with the term that follows it. */
    private record Amount(double least, double most, String unit) {}

    private Figures() {}

    /** Whether two English propositions exclude each other. */
    static boolean exclude(Proposition a, Proposition b) {
        if (!a.language().equals("en") || !b.language().equals("en") || a.negated() != b.negated()) {
            return false;
        }
        Set<String> own = figures(a);
        Set<String> other = figures(b);
        Set<String> shared = new HashSet<>(own);
        shared.retainAll(other);
        own.removeAll(shared);
        other.removeAll(shared);
        if (own.size() != 1 || other.size() != 1 || rest(a.terms(), b.terms()) < SAME_REST) {
            return false;
        }
        Amount one = amount(a.text(), own.iterator().next());
        Amount two = amount(b.text(), other.iterator().next());
        return one != null
                && two != null
                && one.unit().equals(two.unit())
                && (one.least() > two.most() || two.least() > one.most());
    }

    private static Set<String> figures(Proposition proposition) {
        Set<String> figures = new HashSet<>();
        proposition.terms().keySet().stream().filter(Terms::isNumber).forEach(figures::add);
        return figures;
    }

    /** How much of their other words both share (Dice); a name that one alone has makes them speak of different things. */
    private static double rest(Map<String, Double> a, Map<String, Double> b) {
        int shared = 0;
        int all = 0;
        for (Map<String, Double> terms : List.of(a, b)) {
            Map<String, Double> others = terms.equals(a) ? b : a;
            for (Map.Entry<String, Double> term : terms.entrySet()) {
                if (Terms.isNumber(term.getKey())) {
                    continue;
                }
                boolean both = others.containsKey(term.getKey());
                if (!both && term.getValue() > 1) {
                    return 0;
                }
                shared += both ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : (double) shared / all;
    }

    /** Null where the figure has no unit, or is no plain number: a year or a date is none. */
    private static @Nullable Amount amount(String text, String figure) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (!Terms.term(words.group()).equals(figure)) {
                continue;
            }
            String before = text.substring(0, words.start());
            String unit = "";
            while (unit.isEmpty() && words.find()) {
                unit = Terms.term(words.group());
            }
            if (unit.isEmpty() || Terms.isNumber(unit) || !figure.matches("\\d{1,15}(?:\\.\\d{1,6})?")) {
                return null;
            }
            double value = Double.parseDouble(figure);
            double room = value * ROOM;
            return LOWER.matcher(before).find()
                    ? new Amount(value, Double.MAX_VALUE, unit)
                    : UPPER.matcher(before).find()
                            ? new Amount(0, value, unit)
                            : new Amount(value - room, value + room, unit);
        }
        return null;
    }
}
