package org.claimwatch.ingest.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the article on it.
 *
 * @param canonical absolute address that the page gives itself
 * @param language BCP 47
 * @param image absolute address
 * @param outlet the publisher's name as the page gives it
 * @param text the article body, paragraphs joined by one blank line; empty where none was found
 */
public record ExtractedArticle(
        @Nullable String canonical,
        @Nullable String title,
        List<String> authors,
        @Nullable PageMoment published,
        @Nullable PageMoment modified,
        @Nullable String language,
        @Nullable String section,
        @Nullable String image,
        @Nullable String outlet,
        String text) {}
