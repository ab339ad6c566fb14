package org.claimwatch.analysis.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimwatch.analysis.claim.ClaimSearch.Hit;
import org.claimwatch.analysis.model.Terms;

/**
 * Ranks the first claims of a search anew by how surely each says the same as the query: words find a claim, and a reader of
 * both tells it from those that share its words (retrieve and re-rank; Nogueira and Cho 2019).
 */
public final class ClaimReranker {
    /** Reading a pair takes some 25 ms, and the right claim is seldom further down. */
    public static final int READ = 10;

    /** Of the probability against the words' score, both as logarithms. */
    private static final double WEIGHT = 0.3;

    private static final double LEAST = 0.001;

    private final ClaimRelater relater;

    public ClaimReranker(ClaimRelater relater) {
        this.relater = relater;
    }

    /**
     * The same claims in their new order. Those of the same words stay in the order in which they came, whatever their quotation
     * marks.
     *
     * @param found best first
     */
    public List<Hit> rerank(String query, List<Hit> found) {
        String post = PostText.cleaned(query);
        Map<List<String>, Double> read = new HashMap<>();
        List<Hit> ranked = new ArrayList<>();
        for (Hit hit : found.subList(0, Math.min(READ, found.size()))) {
            double same = read.computeIfAbsent(
                    Terms.sequence(hit.text()),
                    words -> Math.max(LEAST, relater.relate(post, hit.text()).sameAs()));
            ranked.add(weighed(hit, same));
        }
        ranked.sort(Comparator.comparingDouble(Hit::score).reversed());
        found.stream().skip(READ).map(hit -> weighed(hit, LEAST)).forEach(ranked::add);
        return ranked;
    }

    private static Hit weighed(Hit hit, double same) {
        return new Hit(hit.id(), hit.text(), hit.score() * Math.pow(same, WEIGHT));
    }
}
