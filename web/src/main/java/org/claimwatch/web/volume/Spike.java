package org.claimwatch.web.volume;

import java.util.List;
import java.util.Optional;
import org.claimwatch.web.words.AlertWords;
import org.claimwatch.web.words.Language;

/**
 * Whether a day's count is out of the usual, by the quantile of a negative binomial distribution that is fitted to the days
 * before (moments; variance no less than the mean's, so without overdispersion it is a Poisson's).
 *
 * <p>The statistic is the detection threshold of C. P. Farrington et al., J. R. Stat. Soc. A 159 (1996) 547–563, with the
 * negative binomial quantile of A. Noufaily et al., Stat. Med. 32 (2013) 1206–1222, for a short baseline without trend or
 * season; the mean's own uncertainty widens the variance by one part in the number of days.
 *
 * @param count of the period in question
 * @param usual mean of the periods before
 * @param chance that so many or more come without cause
 */
public record Spike(long count, double usual, double chance) {
    /** How rare a count must be: once in so many periods by chance, if nothing happens. */
    public enum Sensitivity {
        LOW(0.0001),
        MEDIUM(0.001),
        HIGH(0.01);

        public final double chance;

        Sensitivity(double chance) {
            this.chance = chance;
        }
    }

    public static final int BASELINE = 14;

    /** Below this nobody would call it a spike, however quiet it was before. */
    private static final int LEAST = 5;

    /** Fewer periods with anything in them say nothing about what is usual. */
    private static final int LEAST_FILLED = 3;

    /**
     * Of a period's count, if it is one.
     *
     * @param before counts of the {@value #BASELINE} periods before
     */
    public static Optional<Spike> in(long count, List<Long> before, Sensitivity sensitivity) {
        if (before.size() != BASELINE) {
            throw new IllegalArgumentException("the baseline is %d periods, not %d".formatted(BASELINE, before.size()));
        }
        if (count < LEAST || before.stream().filter(n -> n > 0).count() < LEAST_FILLED) {
            return Optional.empty();
        }
        double mean = before.stream().mapToLong(Long::longValue).average().orElseThrow();
        double squares =
                before.stream().mapToDouble(n -> (n - mean) * (n - mean)).sum();
        double variance = Math.max(mean, squares / (BASELINE - 1)) + mean / BASELINE;
        double chance = atLeast(count, mean, variance);
        return chance < sensitivity.chance ? Optional.of(new Spike(count, mean, chance)) : Optional.empty();
    }

    public String inWords() {
        var locale = Language.spoken().locale();
        return AlertWords.SAY.spike(
                count,
                BASELINE,
                String.format(locale, "%.1f", usual),
                String.format(locale, "%,.0f", Math.min(1 / Math.max(chance, 1e-9), 1e9)));
    }

    /** P(X ≥ count) of a negative binomial with this mean and this greater variance. */
    static double atLeast(long count, double mean, double variance) {
        double size = mean * mean / (variance - mean);
        double success = mean / variance;
        // In logarithms: with a mean of a thousand the first terms are nothing to a double.
        double term = size * Math.log(success);
        double below = 0;
        for (long k = 0; k < count; k++) {
            below += Math.exp(term);
            term += Math.log((size + k) / (k + 1) * (1 - success));
        }
        return Math.clamp(1 - below, 0, 1);
    }
}
