package org.claimwatch.ingest.duplicate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much two texts have in common.
 *
 * @param similarity shingles of both, as a share of those of either (Jaccard), 0 to 1
 * @param containment the same as a share of those of the shorter text: a reprint with paragraphs added or cut
 * @param ownVoice the share of the shorter one's shingles outside quotation marks that the other has too
 * @param lead the share of the shorter one's first quarter that the other has too
 * @param shorter shingles of the shorter text
 */
public record Likeness(double similarity, double containment, double ownVoice, double lead, int shorter) {
    /** About 45 words: less is a headline and a sentence, which outlets share without reprinting. */
    private static final int SHORTEST = 42;

    private static final double SIMILAR = 0.4;
    private static final double CONTAINED = 0.7;
    private static final double OWN_VOICE = 0.5;
    private static final double LEAD = 0.4;

    /** Hardly anything stands outside quotation marks: a speech, a statement, an interview. */
    private static final double ALL_QUOTED = 0.15;

    private static final double SAME_SPEECH = 0.8;

    public static Likeness between(Shingles one, Shingles other) {
        boolean inOrder = one.size() <= other.size();
        Shingles small = inOrder ? one : other;
        long[] a = small.distinct();
        long[] b = (inOrder ? other : one).distinct();
        long shared = Arrays.stream(a).filter(shingle -> has(b, shingle)).count();
        long either = a.length + b.length - shared;
        int[] own = IntStream.range(0, small.size())
                .filter(i -> !small.quoted().get(i))
                .toArray();
        boolean quotedOnly = own.length < ALL_QUOTED * small.size();
        int[] lead = IntStream.range(0, (small.size() + 3) / 4).toArray();
        return new Likeness(
                either == 0 ? 0 : (double) shared / either,
                a.length == 0 ? 0 : (double) shared / a.length,
                quotedOnly ? sameSpeech(shared, either) : share(small, own, b),
                share(small, lead, b),
                small.size());
    }

    /**
     * Whether one is the other with light edits. Two reports that quote one speech share what is quoted and not the rest;
     * two that share a desk's standing paragraphs do not begin alike.
     */
    public boolean isNearDuplicate() {
        return shorter >= SHORTEST
                && (similarity >= SIMILAR || containment >= CONTAINED)
                && ownVoice >= OWN_VOICE
                && lead >= LEAD;
    }

    private static double sameSpeech(long shared, long either) {
        return either > 0 && shared >= SAME_SPEECH * either ? 1 : 0;
    }

    private static double share(Shingles text, int[] places, long[] other) {
        return places.length == 0
                ? 0
                : (double) Arrays.stream(places)
                                .filter(i -> has(other, text.inOrder()[i]))
                                .count()
                        / places.length;
    }

    private static boolean has(long[] sorted, long shingle) {
        return Arrays.binarySearch(sorted, shingle) >= 0;
    }
}
