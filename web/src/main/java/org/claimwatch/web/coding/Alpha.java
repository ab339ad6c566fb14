package org.claimwatch.web.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Krippendorff's alpha for nominal values, any number of coders, values missing or not: K. Krippendorff, <i>Computing
 * Krippendorff's Alpha-Reliability</i> (University of Pennsylvania, 2011), section C, whose examples {@code AlphaTest}
 * computes.
 *
 * <p>With o<sub>cc</sub> the coincidences of value c with itself, n<sub>c</sub> the pairable values that are c and n all
 * pairable values: α = ((n−1) Σ o<sub>cc</sub> − Σ n<sub>c</sub>(n<sub>c</sub>−1)) / (n(n−1) − Σ n<sub>c</sub>(n<sub>c</sub>−1)).
 *
 * @param value 1 for perfect agreement, 0 for chance, negative below it; NaN where nothing varies or nothing pairs
 * @param low 2.5th percentile of the bootstrap over units
 * @param high its 97.5th percentile
 * @param units that two coders or more have valued
 */
public record Alpha(double value, double low, double high, int units) {
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20_111_126;

    /** Of units, each the values that its coders gave; a coder who gave none is left out of the unit. */
    public static Alpha of(List<List<String>> units) {
        List<List<String>> pairable =
                units.stream().filter(unit -> unit.size() >= 2).toList();
        double value = nominal(pairable);
        var random = new Random(SEED);
        double[] resampled = new double[RESAMPLES];
        int defined = 0;
        for (int i = 0; i < RESAMPLES && !pairable.isEmpty(); i++) {
            var sample = new ArrayList<List<String>>(pairable.size());
            for (int j = 0; j < pairable.size(); j++) {
                sample.add(pairable.get(random.nextInt(pairable.size())));
            }
            double alpha = nominal(sample);
            if (!Double.isNaN(alpha)) {
                resampled[defined++] = alpha;
            }
        }
        Arrays.sort(resampled, 0, defined);
        return new Alpha(
                value,
                defined == 0 ? Double.NaN : resampled[(int) Math.floor(0.025 * (defined - 1))],
                defined == 0 ? Double.NaN : resampled[(int) Math.ceil(0.975 * (defined - 1))],
                pairable.size());
    }

    public boolean defined() {
        return !Double.isNaN(value);
    }

    private static double nominal(List<List<String>> units) {
        Map<String, Integer> totals = new HashMap<>();
        double agreeing = 0;
        double n = 0;
        for (List<String> unit : units) {
            Map<String, Integer> counts = new HashMap<>();
            unit.forEach(value -> counts.merge(value, 1, Integer::sum));
            n += unit.size();
            for (var count : counts.entrySet()) {
                totals.merge(count.getKey(), count.getValue(), Integer::sum);
                agreeing += count.getValue() * (count.getValue() - 1.0) / (unit.size() - 1);
            }
        }
        double byChance = totals.values().stream()
                .mapToDouble(total -> total * (total - 1.0))
                .sum();
        double all = n * (n - 1);
        return all == byChance ? Double.NaN : ((n - 1) * agreeing - byChance) / (all - byChance);
    }
}
