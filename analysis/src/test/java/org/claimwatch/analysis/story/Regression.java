package org.claimwatch.analysis.story;

import java.util.List;

/** A logistic regression by Newton's method, with a little of ridge on standardised features, for fits of a few weights. */
final class Regression {
    private static final int ROUNDS = 25;
    private static final double RIDGE = 1;

    record Row(List<Double> features, boolean positive, double weight) {}

    private Regression() {}

    static double logOdds(double[] weights, List<Double> features) {
        double sum = weights[features.size()];
        for (int i = 0; i < features.size(); i++) {
            sum += weights[i] * features.get(i);
        }
        return sum;
    }

    /** A weight for each feature, and the offset. */
    static double[] fit(List<Row> rows) {
        int size = rows.getFirst().features.size();
        double[] mean = new double[size];
        double[] deviation = new double[size];
        double all = rows.stream().mapToDouble(Row::weight).sum();
        for (int i = 0; i < size; i++) {
            int feature = i;
            mean[i] = rows.stream()
                            .mapToDouble(r -> r.weight * r.features.get(feature))
                            .sum()
                    / all;
            double square = rows.stream()
                    .mapToDouble(r -> r.weight * Math.pow(r.features.get(feature) - mean[feature], 2))
                    .sum();
            deviation[i] = Math.sqrt(square / all) + 1e-6;
        }
        double[] weights = new double[size + 1];
        for (int round = 0; round < ROUNDS; round++) {
            step(rows, mean, deviation, weights);
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= deviation[i];
            weights[size] -= weights[i] * mean[i];
        }
        return weights;
    }

    private static void step(List<Row> rows, double[] mean, double[] deviation, double[] weights) {
        int size = weights.length;
        double[][] system = new double[size][size + 1];
        double[] x = new double[size];
        x[size - 1] = 1;
        for (Row row : rows) {
            double odds = weights[size - 1];
            for (int i = 0; i < size - 1; i++) {
                x[i] = (row.features.get(i) - mean[i]) / deviation[i];
                odds += weights[i] * x[i];
            }
            double p = 1 / (1 + Math.exp(-odds));
            for (int i = 0; i < size; i++) {
                system[i][size] += row.weight * (p - (row.positive ? 1 : 0)) * x[i];
                for (int j = 0; j < size; j++) {
                    system[i][j] += row.weight * p * (1 - p) * x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < size - 1; i++) {
            system[i][i] += RIDGE;
            system[i][size] += RIDGE * weights[i];
        }
        system[size - 1][size - 1] += 1e-6;
        solve(system);
        for (int i = 0; i < size; i++) {
            weights[i] -= system[i][size];
        }
    }

    /** Gauss and Jordan; the system is symmetric and positive, so no row needs another place. */
    private static void solve(double[][] system) {
        int size = system.length;
        for (int i = 0; i < size; i++) {
            for (int j = size; j >= i; j--) {
                system[i][j] /= system[i][i];
            }
            for (int k = 0; k < size; k++) {
                double factor = system[k][i];
                for (int j = i; k != i && j <= size; j++) {
                    system[k][j] -= factor * system[i][j];
                }
            }
        }
    }
}
