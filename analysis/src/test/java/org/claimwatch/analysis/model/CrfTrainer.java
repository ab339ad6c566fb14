package org.claimwatch.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains a {@link LinearChainCrf} by stochastic gradient ascent on the likelihood, one sequence a step, with a step
 * length for each weight (AdaGrad; Duchi, Hazan and Singer 2011), features left out at random (Srivastava et al. 2014)
 * and the weights of the later epochs averaged (Polyak and Juditsky 1992); the same seed gives the same weights.
 */
public final class CrfTrainer {
    /** What the gradient of a place must reach to be followed: most places are settled after the first epochs. */
    private static final float SETTLED = 1e-3f;

    private static final float FIRST_STEP = 0.1f;

    /**
     * How to train.
     *
     * @param leastCount a feature that occurs less often is not learnt
     * @param step length of a first step
     * @param dropped share of a place's features that are left out
     */
    public record Settings(int leastCount, int epochs, float step, float dropped, long seed) {}

    private final int roles;
    private final RoleLabels labels;
    private final int n;
    private final Settings settings;
    private final List<int[][]> sequences = new ArrayList<>();
    private final List<int[]> gold = new ArrayList<>();

    private int[] hashes = {};
    private float[] weights = {};
    private float[] squares = {};
    private float[] transitions = {};
    private float[] transitionSquares = {};
    private double[] sums = {};
    private double[] transitionSums = {};

    public CrfTrainer(int roles, Settings settings) {
        this.roles = roles;
        this.labels = new RoleLabels(roles);
        this.n = labels.size();
        this.settings = settings;
    }

    /** A sequence whose gold spans are disjoint. */
    public void add(List<int[]> places, List<RoleSpan> spans) {
        if (!places.isEmpty()) {
            sequences.add(places.toArray(int[][]::new));
            gold.add(RoleLabels.of(spans, places.size()));
        }
    }

    /**
     * Trains on everything added.
     *
     * @param most how many features to keep, those of the greatest weights
     */
    public LinearChainCrf train(int most) {
        hashes = frequent();
        FeatureRows rows = new FeatureRows(hashes);
        List<int[][]> indexed = sequences.stream().map(s -> indexed(s, rows)).toList();
        weights = new float[hashes.length * n];
        squares = filled(weights.length);
        transitions = new float[n * n];
        transitionSquares = filled(n * n);
        sums = new double[weights.length];
        transitionSums = new double[n * n];
        Random random = new Random(settings.seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, indexed.size()).boxed().toList());
        int averaged = 0;
        for (int epoch = 0; epoch < settings.epochs; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                step(dropped(indexed.get(i), random), gold.get(i));
            }
            if (epoch >= settings.epochs / 2) {
                averaged++;
                addTo(sums, weights);
                addTo(transitionSums, transitions);
            }
        }
        return finish(averaged, most);
    }

    /** The features that occur often enough, ascending. */
    private int[] frequent() {
        int total = 0;
        for (int[][] sequence : sequences) {
            for (int[] place : sequence) {
                total += place.length;
            }
        }
        int[] all = new int[total];
        int at = 0;
        for (int[][] sequence : sequences) {
            for (int[] place : sequence) {
                System.arraycopy(place, 0, all, at, place.length);
                at += place.length;
            }
        }
        Arrays.sort(all);
        int size = 0;
        for (int i = 0, j; i < all.length; i = j) {
            int hash = all[i];
            j = i;
            while (j < all.length && all[j] == hash) {
                j++;
            }
            if (j - i >= settings.leastCount) {
                all[size++] = hash;
            }
        }
        return Arrays.copyOf(all, size);
    }

    private static int[][] indexed(int[][] places, FeatureRows rows) {
        // In place: the hashes are not needed again, and both together would not fit into the heap.
        for (int t = 0; t < places.length; t++) {
            places[t] =
                    Arrays.stream(places[t]).map(rows::of).filter(r -> r >= 0).toArray();
        }
        return places;
    }

    private int[][] dropped(int[][] places, Random random) {
        int[][] kept = new int[places.length][];
        for (int t = 0; t < places.length; t++) {
            int[] left = new int[places[t].length];
            int size = 0;
            for (int row : places[t]) {
                if (random.nextFloat() >= settings.dropped) {
                    left[size++] = row;
                }
            }
            kept[t] = Arrays.copyOf(left, size);
        }
        return kept;
    }

    /** One step along the gradient: what is seen less what is expected. */
    private void step(int[][] places, int[] labelled) {
        float[] emissions = new float[places.length * n];
        for (int t = 0; t < places.length; t++) {
            for (int row : places[t]) {
                for (int y = 0; y < n; y++) {
                    emissions[t * n + y] += weights[row * n + y];
                }
            }
        }
        CrfLattice lattice = new CrfLattice(labels, emissions, transitions);
        moveTransitions(lattice, labelled);
        moveWeights(lattice, places, labelled);
    }

    private void moveWeights(CrfLattice lattice, int[][] places, int[] labelled) {
        float[] gradient = new float[n];
        for (int t = 0; t < places.length; t++) {
            float most = 0;
            for (int y = 0; y < n; y++) {
                gradient[y] = (labelled[t] == y ? 1 : 0) - lattice.marginal(t, y);
                most = Math.max(most, Math.abs(gradient[y]));
            }
            if (most < SETTLED) {
                continue;
            }
            for (int row : places[t]) {
                for (int y = 0; y < n; y++) {
                    move(weights, squares, row * n + y, gradient[y]);
                }
            }
        }
    }

    private void moveTransitions(CrfLattice lattice, int[] labelled) {
        float[] gradient = new float[n * n];
        for (int t = 1; t < labelled.length; t++) {
            for (int y = 0; y < n; y++) {
                for (int x : labels.before(y)) {
                    gradient[x * n + y] -= lattice.pair(t, x, y);
                }
            }
            gradient[labelled[t - 1] * n + labelled[t]] += 1;
        }
        for (int i = 0; i < gradient.length; i++) {
            move(transitions, transitionSquares, i, gradient[i]);
        }
    }

    private void move(float[] values, float[] squared, int i, float gradient) {
        squared[i] += gradient * gradient;
        values[i] += settings.step * gradient / (float) Math.sqrt(squared[i]);
    }

    /** The averaged weights, scaled to what they count when no feature is left out, in a byte each. */
    private LinearChainCrf finish(int averaged, int most) {
        float[] final_ = new float[weights.length];
        for (int i = 0; i < final_.length; i++) {
            final_[i] = (float) (sums[i] / averaged) * (1 - settings.dropped);
        }
        float[] greatest = new float[hashes.length];
        for (int i = 0; i < final_.length; i++) {
            greatest[i / n] = Math.max(greatest[i / n], Math.abs(final_[i]));
        }
        float[] sorted = greatest.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - most)];
        int[] kept = IntStream.range(0, hashes.length)
                .filter(row -> greatest[row] >= least)
                .toArray();
        float scale = sorted[sorted.length - 1] / Byte.MAX_VALUE;
        byte[] bytes = new byte[kept.length * n];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(final_[kept[i / n] * n + i % n] / scale);
        }
        float[] averagedTransitions = new float[n * n];
        for (int i = 0; i < n * n; i++) {
            averagedTransitions[i] = (float) (transitionSums[i] / averaged);
        }
        int[] keptHashes = Arrays.stream(kept).map(row -> hashes[row]).toArray();
        return new LinearChainCrf(roles, keptHashes, bytes, scale, averagedTransitions);
    }

    private static void addTo(double[] sums, float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        Arrays.fill(values, FIRST_STEP);
        return values;
    }
}
