package org.claimwatch.analysis.story;

import java.util.Collections;
import org.claimwatch.analysis.story.Bag.Weight;

/**
 * How likely it is that two articles report the same event, and not another one of its kind: a logistic regression over what
 * they share.
 *
 * <p>Names, figures and pairs of words say more than other words, since two fires in shops share the words of fires. The
 * weights were fitted by {@code FitLikeness} on the pairs of articles of ECB+ (see the module's README).
 */
final class Likeness {
    /** Cosines of terms, of those not written as names, of adjacent pairs and of figures, and so on, as in {@link #features}. */
    private static final double[] CASED = {17.99, -9.92, 4.98, 8.01, 4.92, -1.39, 0.36, -0.85, -2.29};

    /** For scripts without capitals; fitted on the same articles in small letters. */
    private static final double[] UNCASED = {4.53, 4.53, 5.19, 15.95, 4.22, -1.43, 0.19, -0.91, -1.12};

    private final Rarity rarity;

    Likeness(Rarity rarity) {
        this.rarity = rarity;
    }

    /** An article with the masses that its likeness to others is measured by. */
    record Weighed(ArticleProfile profile, Mass whole) {}

    Weighed weighed(ArticleProfile profile) {
        return new Weighed(profile, shared(profile, profile));
    }

    /** The logarithm of the odds. */
    double logOdds(Weighed a, Weighed b) {
        double[] weights = a.profile().cased() && b.profile().cased() ? CASED : UNCASED;
        double[] features = features(a, b);
        double odds = weights[features.length];
        for (int i = 0; i < features.length; i++) {
            odds += weights[i] * features[i];
        }
        return odds;
    }

    double[] features(Weighed a, Weighed b) {
        Mass shared = shared(a.profile(), b.profile());
        double length = a.profile().length();
        double other = b.profile().length();
        return new double[] {
            cosine(shared.terms, a.whole().terms, b.whole().terms),
            cosine(shared.plain, a.whole().plain, b.whole().plain),
            shared.lead == 0 ? 0 : shared.lead / Math.min(a.whole().lead, b.whole().lead),
            cosine(shared.pairs, a.whole().pairs, b.whole().pairs),
            cosine(shared.figures, a.whole().figures, b.whole().figures),
            otherYears(a.profile(), b.profile()) ? 1 : 0,
            Math.min(length, other),
            Math.max(length, other)
        };
    }

    private static double cosine(double shared, double a, double b) {
        return shared == 0 ? 0 : shared / Math.sqrt(a * b);
    }

    private static boolean otherYears(ArticleProfile a, ArticleProfile b) {
        return !a.years().isEmpty() && !b.years().isEmpty() && Collections.disjoint(a.years(), b.years());
    }

    private Mass shared(ArticleProfile a, ArticleProfile b) {
        Mass mass = new Mass();
        meet(a.terms(), b.terms(), (key, one, two) -> mass.addTerm(one, two, rarity.ofTerm(key, one.share())));
        meet(a.pairs(), b.pairs(), (key, one, two) -> mass.addPair(one, two, rarity.ofPair(key)));
        return mass;
    }

    private static void meet(Bag a, Bag b, Meeting meeting) {
        int i = 0;
        int j = 0;
        while (i < a.keys.length && j < b.keys.length) {
            if (a.keys[i] == b.keys[j]) {
                meeting.of(a.keys[i], a.weights[i++], b.weights[j++]);
            } else if (a.keys[i] < b.keys[j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    @FunctionalInterface
    private interface Meeting {
        void of(int key, Weight one, Weight two);
    }

    /** Sums of products over the terms that two articles share; of an article with itself, its squared norms. */
    private static final class Mass {
        private double terms;
        private double plain;
        private double lead;
        private double figures;
        private double pairs;

        void addTerm(Weight a, Weight b, double rarity) {
            double square = rarity * rarity;
            terms += a.weight() * b.weight() * square;
            plain += a.plain() * b.plain() * square;
            lead += a.lead() && b.lead() ? rarity : 0;
            figures += a.figure() && b.figure() ? square : 0;
        }

        void addPair(Weight a, Weight b, double rarity) {
            pairs += a.weight() * b.weight() * rarity * rarity;
        }
    }
}
