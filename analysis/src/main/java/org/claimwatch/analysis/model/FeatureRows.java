package org.claimwatch.analysis.model;

/** Finds a feature's row of weights by its hash: an open-addressed table that is at most half full. */
final class FeatureRows {
    /** Hash and row side by side, so that a look-up misses the cache once; 0 where nothing stands. */
    private final long[] slots;

    FeatureRows(int[] hashes) {
        slots = new long[Integer.highestOneBit(Math.max(1, hashes.length)) * 4];
        for (int row = 0; row < hashes.length; row++) {
            int slot = hashes[row] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = (long) hashes[row] << Integer.SIZE | (row + 1);
        }
    }

    /** Negative where the feature has none. */
    int of(int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
                return (int) slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }
}
