package org.claimwatch.analysis.model;

import java.util.Arrays;

/** Hashes features, so that a model needs no dictionary of their names (Weinberger et al. 2009). */
public final class Features implements FeatureSink {
    private int[] hashes = new int[256];
    private int size;

    /** The 32-bit hash that stands for a feature: FNV-1a with the final mix of MurmurHash3. */
    static int hash(String name, String value, String other) {
        int hash = fold(fold(fold(0x811c9dc5, name) * 31, value) * 31, other);
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static int fold(int seed, String text) {
        int hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash;
    }

    @Override
    public void add(String name, String value) {
        add(name, value, "");
    }

    @Override
    public void add(String name, String value, String other) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash(name, value, other);
    }

    /** The place's hashes; the next features are those of the next place. */
    public int[] next() {
        int[] place = Arrays.copyOf(hashes, size);
        size = 0;
        return place;
    }
}
