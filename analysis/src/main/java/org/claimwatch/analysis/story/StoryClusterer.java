package org.claimwatch.analysis.story;

import java.util.Collection;
import java.util.Optional;

/** Finds the story that an article reports, among those that earlier articles made. */
@FunctionalInterface
public interface StoryClusterer {
    /** Empty where the article begins a story. */
    Optional<Placement> place(ArticleProfile article, Collection<Known> earlier);

    /** An article that has its story. */
    record Known(long story, ArticleProfile profile) {}

    /**
     * Where an article belongs.
     *
     * @param confidence 0 to 1
     */
    record Placement(long story, float confidence) {}
}
