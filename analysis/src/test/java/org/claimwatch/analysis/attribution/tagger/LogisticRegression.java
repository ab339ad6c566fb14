package org.claimwatch.analysis.attribution.tagger;

import java.util.List;

/** Fits a {@link Rating} by Newton's method with a slight Gaussian prior. */
final class LogisticRegression {
    private static final int ROUNDS = 30;
    private static final double PRIOR = 0.1;

    private LogisticRegression() {}

    /**
     * Fits the weights.
     *
     * @param rows the evidence, and after it 1 or 0 for what came true
     */
    static Rating fit(List<double[]> rows, int size) {
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] equations = new double[size][size + 1];
            for (double[] row : rows) {
                double expected = new Rating(weights).of(row);
                for (int i = 0; i < size; i++) {
                    equations[i][size] += (row[size] - expected) * row[i];
                    for (int j = 0; j < size; j++) {
                        equations[i][j] += expected * (1 - expected) * row[i] * row[j];
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                equations[i][i] += PRIOR;
                equations[i][size] -= PRIOR * weights[i];
            }
            solve(equations);
            for (int i = 0; i < size; i++) {
                weights[i] += equations[i][size];
            }
        }
        return new Rating(weights);
    }

    /** Gauss and Jordan's elimination; the matrix is positive definite, so no pivot is 0. */
    private static void solve(double[][] equations) {
        int size = equations.length;
        for (int i = 0; i < size; i++) {
            double pivot = equations[i][i];
            for (int j = i; j <= size; j++) {
                equations[i][j] /= pivot;
            }
            for (int k = 0; k < size; k++) {
                double factor = k == i ? 0 : equations[k][i];
                for (int j = i; j <= size; j++) {
                    equations[k][j] -= factor * equations[i][j];
                }
            }
        }
    }
}
