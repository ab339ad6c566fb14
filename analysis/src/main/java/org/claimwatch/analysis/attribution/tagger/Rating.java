package org.claimwatch.analysis.attribution.tagger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A logistic regression that turns what the passes say into a calibrated probability (Platt 2000). */
final class Rating {
    private static final double CLOSEST = 0.001;

    private final double[] weights;

    Rating(double[] weights) {
        this.weights = weights.clone();
    }

    double of(double... evidence) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * evidence[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    double[] weights() {
        return weights.clone();
    }

    /** The log odds of a probability that is kept away from 0 and 1. */
    static double logit(double probability) {
        double kept = Math.clamp(probability, CLOSEST, 1 - CLOSEST);
        return Math.log(kept / (1 - kept));
    }

    static Rating read(DataInput in) throws IOException {
        double[] weights = new double[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        return new Rating(weights);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(weights.length);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }
}
