package org.claimwatch.analysis.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many articles have a word whatever they are about, so that what is rare can be told from the first article on: the
 * encoder's vocabulary is ordered by how often its words occur (English), and words occur as often as their rank says (Zipf).
 */
public final class CommonWords {
    /** Where the vocabulary's words begin; marks, letters and pieces of scripts stand before. */
    private static final int FIRST = 1996;

    /** How often the word of rank 1 occurs in an article of some hundred words. */
    private static final double OCCURRENCES = 12;

    private static final Map<String, Integer> RANKS = ranks();

    private CommonWords() {}

    /** The share of articles in which a term is to be expected, 0 to 1; 0 where it is no common word. */
    public static double share(String term) {
        Integer rank = RANKS.get(term);
        return rank == null ? 0 : 1 - Math.exp(-OCCURRENCES / rank);
    }

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        List<String> vocabulary = OnnxFile.vocabularyLines();
        for (int id = FIRST; id < vocabulary.size(); id++) {
            String word = vocabulary.get(id);
            List<String> terms = Character.isLetterOrDigit(word.codePointAt(0)) ? Terms.sequence(word) : List.of();
            if (terms.size() == 1) {
                ranks.putIfAbsent(terms.getFirst(), id - FIRST + 1);
            }
        }
        return Map.copyOf(ranks);
    }
}
