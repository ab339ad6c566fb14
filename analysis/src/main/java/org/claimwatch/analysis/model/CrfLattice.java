package org.claimwatch.analysis.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The probabilities of a linear-chain conditional random field over one sequence, by the forward-backward algorithm
 * (Lafferty, McCallum and Pereira 2001), scaled at each place (Rabiner 1989).
 */
final class CrfLattice implements Marking {
    private final RoleLabels labels;
    private final int length;
    private final int n;
    private final float[] potentials;
    private final float[] forward;
    private final float[] backward;
    private final float[] scales;
    private final float[] transitions;

    /**
     * Computes the lattice.
     *
     * @param emissions a score for each place and label
     * @param transitionWeights a score for each label after each label
     */
    CrfLattice(RoleLabels labels, float[] emissions, float[] transitionWeights) {
        this.labels = labels;
        n = labels.size();
        length = emissions.length / n;
        potentials = new float[emissions.length];
        forward = new float[emissions.length];
        backward = new float[emissions.length];
        scales = new float[length];
        transitions = new float[n * n];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = (float) Math.exp(transitionWeights[i]);
        }
        goForward(emissions);
        goBackward();
    }

    /**
     * The lattice of a sequence.
     *
     * @param emissions for each place a score for each label, outside and then begin, inside, end and single of each role
     * @param transitions a score for each label after each label
     */
    static Marking of(int roles, float[] emissions, float[] transitions) {
        return new CrfLattice(new RoleLabels(roles), emissions, transitions);
    }

    private void goForward(float[] emissions) {
        for (int t = 0; t < length; t++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int y = 0; y < n; y++) {
                most = Math.max(most, emissions[t * n + y]);
            }
            float sum = 0;
            for (int y = 0; y < n; y++) {
                potentials[t * n + y] =
                        t == length - 1 && !labels.mayEnd(y) ? 0 : (float) Math.exp(emissions[t * n + y] - most);
                forward[t * n + y] = arriving(t, y) * potentials[t * n + y];
                sum += forward[t * n + y];
            }
            for (int y = 0; y < n; y++) {
                forward[t * n + y] /= sum;
            }
            scales[t] = sum;
        }
    }

    private float arriving(int t, int y) {
        if (t == 0) {
            return labels.mayStart(y) ? 1 : 0;
        }
        float sum = 0;
        for (int x : labels.before(y)) {
            sum += forward[(t - 1) * n + x] * transitions[x * n + y];
        }
        return sum;
    }

    private void goBackward() {
        for (int y = 0; y < n; y++) {
            backward[(length - 1) * n + y] = labels.mayEnd(y) ? 1 : 0;
        }
        for (int t = length - 2; t >= 0; t--) {
            for (int y = 0; y < n; y++) {
                float going = leaving(t + 1, y);
                for (int x : labels.before(y)) {
                    backward[t * n + x] += transitions[x * n + y] * going;
                }
            }
        }
    }

    private float leaving(int t, int y) {
        return potentials[t * n + y] * backward[t * n + y] / scales[t];
    }

    /** How probable a label is at a place. */
    float marginal(int t, int y) {
        return forward[t * n + y] * backward[t * n + y];
    }

    /** How probable it is that label x stands before place t and label y at it. */
    float pair(int t, int x, int y) {
        return forward[(t - 1) * n + x] * transitions[x * n + y] * leaving(t, y);
    }

    @Override
    public double within(int place, int role) {
        double sum = 0;
        for (int y = RoleLabels.begin(role); y <= RoleLabels.single(role); y++) {
            sum += marginal(place, y);
        }
        return sum;
    }

    @Override
    public double nothing() {
        double path = marginal(0, RoleLabels.OUTSIDE);
        for (int t = 1; t < length; t++) {
            double here = marginal(t - 1, RoleLabels.OUTSIDE);
            path = here == 0 ? 0 : path * pair(t, RoleLabels.OUTSIDE, RoleLabels.OUTSIDE) / here;
        }
        return path;
    }

    @Override
    public List<RoleSpan> spans(double least) {
        List<RoleSpan> found = new ArrayList<>();
        for (int role = 0; role < labels.roles(); role++) {
            for (int start = 0; start < length; start++) {
                double single = marginal(start, RoleLabels.single(role));
                if (single > least) {
                    found.add(new RoleSpan(role, start, start + 1, single));
                }
                if (marginal(start, RoleLabels.begin(role)) > least) {
                    addFrom(start, role, least, found);
                }
            }
        }
        return found;
    }

    /** The longer spans from a place: what is left of its probability falls with every place that may end it. */
    private void addFrom(int start, int role, double least, List<RoleSpan> found) {
        int inside = RoleLabels.inside(role);
        int end = RoleLabels.end(role);
        int last = RoleLabels.begin(role);
        double open = forward[start * n + last];
        for (int t = start + 1; t < length; t++) {
            double whole = open * transitions[last * n + end] * leaving(t, end);
            if (whole > least) {
                found.add(new RoleSpan(role, start, t + 1, whole));
            }
            open *= transitions[last * n + inside] * potentials[t * n + inside] / scales[t];
            if (open * backward[t * n + inside] <= least) {
                return;
            }
            last = inside;
        }
    }
}
