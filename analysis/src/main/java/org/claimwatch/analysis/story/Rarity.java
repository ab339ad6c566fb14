package org.claimwatch.analysis.story;

import java.util.Collection;
import org.claimwatch.analysis.story.StoryClusterer.Known;

/** How much it says of two articles that both have a term: the more, the fewer of the earlier ones have it. */
final class Rarity {
    /** So many articles with the usual words stand before the first, or the first ones would seem to share what all share. */
    private static final int BEFORE = 400;

    private final Counts terms = new Counts();
    private final Counts pairs = new Counts();
    private final double articles;

    Rarity(Collection<Known> earlier) {
        for (Known known : earlier) {
            terms.add(known.profile().terms().keys);
            pairs.add(known.profile().pairs().keys);
        }
        articles = BEFORE + earlier.size();
    }

    double ofTerm(int key, float share) {
        return Math.log(1 + articles / (1 + terms.of(key) + BEFORE * share));
    }

    double ofPair(int key) {
        return Math.log(1 + articles / (1.0 + pairs.of(key)));
    }

    /** How often each key was added: open addressing, since boxed numbers take several times as long. */
    private static final class Counts {
        private static final int FIRST_SIZE = 1 << 12;

        private int[] keys = new int[FIRST_SIZE];
        private int[] counts = new int[FIRST_SIZE];
        private int size;

        void add(int[] added) {
            for (int key : added) {
                int place = place(key);
                if (counts[place] == 0) {
                    keys[place] = key;
                    size++;
                }
                counts[place]++;
                if (2 * size > keys.length) {
                    grow();
                }
            }
        }

        int of(int key) {
            return counts[place(key)];
        }

        private int place(int key) {
            int place = (key * 0x9E3779B9) >>> (32 - Integer.numberOfTrailingZeros(keys.length));
            while (counts[place] != 0 && keys[place] != key) {
                place = (place + 1) & (keys.length - 1);
            }
            return place;
        }

        private void grow() {
            int[] oldKeys = keys;
            int[] oldCounts = counts;
            keys = new int[2 * oldKeys.length];
            counts = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldCounts[i] != 0) {
                    int place = place(oldKeys[i]);
                    keys[place] = oldKeys[i];
                    counts[place] = oldCounts[i];
                }
            }
        }
    }
}
