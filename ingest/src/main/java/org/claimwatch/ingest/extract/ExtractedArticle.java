package org.claimwatch.ingest.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the article on it.
 *
 * @param canonical absolute address that the page gives itself
 * @param language BCP 47
 * @param image absolute address
 * @param outlet the publisher's name as the page gives it
 * @param text the article body, paragraphs joined by one blank line; empty where none was found
 * @param nextPage absolute address of the page on which the article goes on; null where it ends here
 * @param checked what it says that it has checked, where it is a fact-check
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
        String text,
        @Nullable String nextPage,
        List<CheckedClaim> checked) {
    public ExtractedArticle {
        checked = List.copyOf(checked);
    }

    /** An article on one page. */
    public ExtractedArticle(
            @Nullable String canonical,
            @Nullable String title,
            List<String> authors,
            @Nullable PageMoment published,
            @Nullable PageMoment modified,
            @Nullable String language,
            @Nullable String section,
            @Nullable String image,
            @Nullable String outlet,
            String text) {
        this(canonical, title, authors, published, modified, language, section, image, outlet, text, null, List.of());
    }

    /** The same with the text of the pages that follow; empty ones add nothing. */
    public ExtractedArticle joinedWith(List<String> followingTexts) {
        String whole = NextPage.join(
                Stream.concat(Stream.of(text), followingTexts.stream()).toList());
        return new ExtractedArticle(
                canonical, title, authors, published, modified, language, section, image, outlet, whole, null, checked);
    }
}
