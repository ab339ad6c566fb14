package org.claimwatch.analysis.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with hashed features, its weights in
 * one byte each.
 */
public final class LinearChainCrf implements SequenceTagger {
    private final RoleLabels labels;
    private final int[] hashes;
    private final byte[] weights;
    private final float scale;
    private final float[] transitions;
    private final FeatureRows rows;

    /**
     * A trained field.
     *
     * @param hashes the features, ascending
     * @param weights a row of a weight for each label for each feature
     * @param scale what a weight of 1 counts
     */
    LinearChainCrf(int roles, int[] hashes, byte[] weights, float scale, float[] transitions) {
        this.labels = new RoleLabels(roles);
        this.hashes = hashes;
        this.weights = weights;
        this.scale = scale;
        this.transitions = transitions;
        this.rows = new FeatureRows(hashes);
    }

    @Override
    public Marking mark(List<int[]> places) {
        return new CrfLattice(labels, emissions(places), transitions);
    }

    private float[] emissions(List<int[]> places) {
        int n = labels.size();
        float[] emissions = new float[places.size() * n];
        int[] sums = new int[n];
        for (int t = 0; t < places.size(); t++) {
            Arrays.fill(sums, 0);
            for (int hash : places.get(t)) {
                int row = rows.of(hash);
                if (row >= 0) {
                    for (int y = 0; y < n; y++) {
                        sums[y] += weights[row * n + y];
                    }
                }
            }
            for (int y = 0; y < n; y++) {
                emissions[t * n + y] = sums[y] * scale;
            }
        }
        return emissions;
    }

    /** Reads what {@link #write} wrote. */
    public static LinearChainCrf read(DataInput in) throws IOException {
        int roles = in.readUnsignedByte();
        int n = new RoleLabels(roles).size();
        float scale = in.readFloat();
        float[] transitions = new float[n * n];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readFloat();
        }
        int[] hashes = new int[in.readInt()];
        byte[] bytes = new byte[hashes.length * Integer.BYTES];
        in.readFully(bytes);
        java.nio.ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        // Label by label: columns of like values pack better.
        byte[] columns = new byte[hashes.length * n];
        in.readFully(columns);
        byte[] weights = new byte[columns.length];
        for (int y = 0; y < n; y++) {
            for (int row = 0; row < hashes.length; row++) {
                weights[row * n + y] = columns[y * hashes.length + row];
            }
        }
        return new LinearChainCrf(roles, hashes, weights, scale, transitions);
    }

    public void write(DataOutput out) throws IOException {
        int n = labels.size();
        out.writeByte(labels.roles());
        out.writeFloat(scale);
        for (float transition : transitions) {
            out.writeFloat(transition);
        }
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        for (int y = 0; y < n; y++) {
            byte[] column = new byte[hashes.length];
            for (int row = 0; row < hashes.length; row++) {
                column[row] = weights[row * n + y];
            }
            out.write(column);
        }
    }
}
