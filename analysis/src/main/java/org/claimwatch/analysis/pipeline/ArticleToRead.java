package org.claimwatch.analysis.pipeline;

import java.time.Instant;
import org.claimwatch.analysis.actor.OutletNames;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis needs to know of an article.
 *
 * @param language BCP 47, null if it is not known
 * @param outlets the publishing outlet, and those that it may draw on
 */
public record ArticleToRead(
        String title,
        String text,
        @Nullable String language,
        OutletNames outlets,
        @Nullable Instant published) {}
