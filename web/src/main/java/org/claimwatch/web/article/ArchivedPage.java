package org.claimwatch.web.article;

import java.util.List;
import java.util.stream.IntStream;
import org.claimwatch.web.article.Archive.State;
import org.claimwatch.web.layout.When;
import org.claimwatch.web.words.ArticleWords;
import org.jspecify.annotations.Nullable;

/**
 * A version's page as it was fetched: the evidence behind its text.
 *
 * @param page which of the article's pages, from 1
 * @param pages how many pages the text was read from
 * @param endsEarly why the text ends before the article does, null where it does not
 * @param facts null where no page was archived
 */
public record ArchivedPage(
        long articleId,
        int number,
        String title,
        String lang,
        int page,
        int pages,
        @Nullable String endsEarly,
        State state,
        @Nullable Facts facts) {
    /** One of the article's pages, to be led to. */
    public record Leaf(int number, boolean current, String address) {}

    /**
     * What is known of the fetched page.
     *
     * @param address that the page was at in the end, after redirects
     * @param sha256 of the body as received, in hex
     * @param waits why the page is still in the database, null once it is in the archive
     */
    public record Facts(
            String address,
            boolean followable,
            When fetched,
            int status,
            @Nullable String type,
            String sha256,
            long bytes,
            @Nullable String waits) {
        public String size() {
            return bytes < 10_000 ? ArticleWords.SAY.bytes(bytes) : ArticleWords.SAY.kilobytes(bytes / 1000);
        }
    }

    public boolean held() {
        return state == State.HELD && facts != null;
    }

    public String here() {
        return "/articles/%d/versions/%d/archived".formatted(articleId, number);
    }

    /** Where the page alone is. */
    public String alone() {
        return page == 1 ? here() + "/page" : here() + "/page?of=" + page;
    }

    /** All pages of an article that is spread over several; none where it is on one. */
    public List<Leaf> leaves() {
        return pages < 2
                ? List.of()
                : IntStream.rangeClosed(1, pages)
                        .mapToObj(number ->
                                new Leaf(number, number == page, number == 1 ? here() : here() + "?of=" + number))
                        .toList();
    }

    /** Why there is nothing to see, and what to do next. */
    public String explanation() {
        return ArticleWords.SAY.archiveState(state);
    }
}
