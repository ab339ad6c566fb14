package org.claimwatch.analysis.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis needs to know of an article.
 *
 * @param language BCP 47, null if it is not known
 * @param outlet the publishing outlet's name, empty if it is not known
 */
public record ArticleToRead(
        String title,
        String text,
        @Nullable String language,
        String outlet,
        @Nullable Instant published) {}
