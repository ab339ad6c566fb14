package org.claimwatch.analysis.model;

import java.util.Arrays;
import java.util.Properties;

/**
 * Guesses from what the first layers of an encoder make of an input whether the others would find a side in it, so that
 * most questions go no further (early exit, Teerapittayanon et al. 2016): a logistic regression, taught by the whole
 * encoder's answers.
 */
final class Glance {
    private final double[] weights;
    private final double bias;

    /** Below this sum nothing is expected. */
    private final double least;

    private Glance(double[] weights, double bias, double least) {
        this.weights = weights;
        this.bias = bias;
        this.least = least;
    }

    static Glance read(Properties settings) {
        return new Glance(
                Arrays.stream(settings.getProperty("glance.weights").split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                Double.parseDouble(settings.getProperty("glance.bias")),
                Double.parseDouble(settings.getProperty("glance.least")));
    }

    /**
     * Whether it is worth reading on.
     *
     * @param places what the first layers make of each place of the input
     */
    boolean expects(float[][] places, boolean[] marks) {
        int width = places[0].length;
        double marked = 0;
        double others = 0;
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (marks[i]) {
                marked += product(places[i], width);
                count++;
            } else {
                others += product(places[i], 2 * width);
            }
        }
        double sum = product(places[0], 0) + marked / Math.max(1, count) + others / Math.max(1, places.length - count);
        return bias + sum >= least;
    }

    private double product(float[] place, int from) {
        double sum = 0;
        for (int i = 0; i < place.length; i++) {
            sum += place[i] * weights[from + i];
        }
        return sum;
    }
}
