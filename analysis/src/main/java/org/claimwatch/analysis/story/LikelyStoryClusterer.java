package org.claimwatch.analysis.story;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.claimwatch.analysis.model.Calibration;
import org.claimwatch.analysis.story.Likeness.Weighed;
import org.jspecify.annotations.Nullable;

/** Places an article in the story whose articles most likely report the same event, within a window of days. */
public final class LikelyStoryClusterer implements StoryClusterer {
    private static final Duration WINDOW = Duration.ofDays(10);

    /** The least mean log-odds with a story's articles. */
    static final double LEAST = -1.2;

    /** From the mean log-odds to how often the placement was right, on topics that the weights had not seen. */
    private static final Calibration PLACED = new Calibration(0.64, 0.56);

    @Override
    public Optional<Placement> place(ArticleProfile article, Collection<Known> earlier) {
        Likeness likeness = new Likeness(new Rarity(earlier));
        Weighed own = likeness.weighed(article);
        Map<Long, Double> sums = new HashMap<>();
        Map<Long, Integer> counts = new HashMap<>();
        for (Known known : earlier) {
            if (!apart(article, known.profile())) {
                double odds = likeness.logOdds(likeness.weighed(known.profile()), own);
                sums.merge(known.story(), odds, Double::sum);
                counts.merge(known.story(), 1, Integer::sum);
            }
        }
        @Nullable Long best = null;
        double highest = LEAST;
        for (Map.Entry<Long, Double> story : sums.entrySet()) {
            double average = story.getValue() / counts.getOrDefault(story.getKey(), 1);
            if (average > highest) {
                highest = average;
                best = story.getKey();
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Placement(best, PLACED.of(highest)));
    }

    private static boolean apart(ArticleProfile a, ArticleProfile b) {
        return a.published() != null
                && b.published() != null
                && Duration.between(a.published(), b.published()).abs().compareTo(WINDOW) > 0;
    }
}
