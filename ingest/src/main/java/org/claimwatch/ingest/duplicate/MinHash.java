package org.claimwatch.ingest.duplicate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Reduces a text to 32 numbers of which two texts share one when they have much in common: MinHash (Broder 1997) in 32
 * bands of 3 of 96 permutations (Indyk and Motwani 1998). Of pairs with a Jaccard similarity of .5 it finds 98.6 %, of
 * .4 88 %, of .1 3 %, of .02 .03 %; whoever shares a band is then compared exactly ({@link Likeness}).
 */
public final class MinHash {
    static final int BANDS = 32;
    static final int ROWS = 3;
    private static final long[] SEEDS =
            new SplittableRandom(20_251_126).longs((long) BANDS * ROWS).toArray();

    private MinHash() {}

    /** The same for the same text on every machine. */
    public static int[] bands(Shingles shingles) {
        long[] least = new long[SEEDS.length];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles.distinct()) {
            for (int i = 0; i < SEEDS.length; i++) {
                least[i] = Math.min(least[i], Shingles.mixed(shingle ^ SEEDS[i]));
            }
        }
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = Shingles.mixed(hash ^ least[band * ROWS + row]);
            }
            bands[band] = (int) (hash >>> 32);
        }
        return bands;
    }
}
