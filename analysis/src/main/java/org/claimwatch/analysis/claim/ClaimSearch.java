package org.claimwatch.analysis.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.model.Terms;

/**
 * Ranks known claims for a text by BM25 (Robertson and Zaragoza 2009) over words, pairs of adjacent words, and runs of
 * four letters, which forgive inflection and compounds.
 */
public final class ClaimSearch {
    private static final double K1 = 0.9;
    private static final double B = 0.2;
    private static final double PAIR = 0.15;
    private static final double RUN = 0.3;
    private static final int RUN_LENGTH = 4;

    /** A claim found, with a score that only compares within one ranking. */
    public record Hit(String id, String text, double score) {}

    private record Posting(int claim, double frequency) {}

    private final List<String> ids = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private double total;

    /** Adds a claim; a title may be empty. */
    public void add(String id, String text, String title) {
        Map<String, Double> terms = new HashMap<>();
        count(text, terms);
        count(title, terms);
        double length = terms.values().stream().mapToDouble(f -> f).sum();
        int claim = ids.size();
        ids.add(id);
        texts.add(text);
        lengths.add(length);
        total += length;
        terms.forEach((term, frequency) ->
                postings.computeIfAbsent(term, t -> new ArrayList<>()).add(new Posting(claim, frequency)));
    }

    /** The best claims, best first; of those that are equally good the one that was added first. */
    public List<Hit> rank(String query, int most) {
        Map<String, Double> terms = new HashMap<>();
        count(PostText.cleaned(query), terms);
        double average = total / Math.max(1, ids.size());
        Map<Integer, Double> scores = new HashMap<>();
        terms.forEach((term, count) -> {
            List<Posting> found = postings.getOrDefault(term, List.of());
            double rarity = Math.log(1 + (ids.size() - found.size() + 0.5) / (found.size() + 0.5));
            double weight = term.startsWith("#") ? RUN : Math.min(count, 1);
            for (Posting posting : found) {
                double norm = K1 * (1 - B + B * lengths.get(posting.claim()) / average);
                double score = rarity * posting.frequency() * (K1 + 1) / (posting.frequency() + norm);
                scores.merge(posting.claim(), score * weight, Double::sum);
            }
        });
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(e -> new Hit(ids.get(e.getKey()), texts.get(e.getKey()), e.getValue()))
                .toList();
    }

    private static void count(String text, Map<String, Double> terms) {
        String previous = "";
        for (String term : Terms.sequence(text)) {
            terms.merge(term, 1.0, Double::sum);
            if (!previous.isEmpty()) {
                terms.merge(previous + " " + term, PAIR, Double::sum);
            }
            String bounded = "^" + term + "$";
            for (int i = 0; i + RUN_LENGTH <= bounded.length(); i++) {
                terms.merge("#" + bounded.substring(i, i + RUN_LENGTH), RUN, Double::sum);
            }
            previous = term;
        }
    }
}
