package org.claimwatch.analysis.story;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Places an article in the story whose articles are most alike by TF-IDF cosine, within a window of days. */
public final class CosineStoryClusterer implements StoryClusterer {
    private static final Duration WINDOW = Duration.ofDays(10);

    private static final double THRESHOLD = 0.2;

    @Override
    public Optional<Placement> place(ArticleProfile article, Collection<Known> earlier) {
        Map<String, Integer> frequency = new HashMap<>();
        for (Known known : earlier) {
            known.profile().terms().keySet().forEach(term -> frequency.merge(term, 1, Integer::sum));
        }
        int total = earlier.size() + 1;
        Map<String, Double> own = weighted(article, frequency, total);
        Map<Long, Double> sums = new HashMap<>();
        Map<Long, Integer> counts = new HashMap<>();
        for (Known known : earlier) {
            if (apart(article, known.profile())) {
                continue;
            }
            double score = cosine(own, weighted(known.profile(), frequency, total));
            sums.merge(known.story(), score, Double::sum);
            counts.merge(known.story(), 1, Integer::sum);
        }
        @Nullable Long best = null;
        double highest = THRESHOLD;
        for (Map.Entry<Long, Double> story : sums.entrySet()) {
            double average = story.getValue() / counts.getOrDefault(story.getKey(), 1);
            if (average > highest) {
                highest = average;
                best = story.getKey();
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Placement(best, (float) Math.min(1, highest)));
    }

    private static boolean apart(ArticleProfile a, ArticleProfile b) {
        return a.published() != null
                && b.published() != null
                && Duration.between(a.published(), b.published()).abs().compareTo(WINDOW) > 0;
    }

    private static Map<String, Double> weighted(ArticleProfile profile, Map<String, Integer> frequency, int total) {
        Map<String, Double> vector = new HashMap<>();
        profile.terms()
                .forEach((term, weight) -> vector.put(
                        term, weight * Math.log(1 + (double) total / (1 + frequency.getOrDefault(term, 0)))));
        return vector;
    }

    private static double cosine(Map<String, Double> a, Map<String, Double> b) {
        Map<String, Double> small = a.size() < b.size() ? a : b;
        Map<String, Double> large = small == a ? b : a;
        double dot = 0;
        for (Map.Entry<String, Double> entry : small.entrySet()) {
            dot += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
        }
        return dot == 0 ? 0 : dot / (norm(a) * norm(b));
    }

    private static double norm(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
    }
}
