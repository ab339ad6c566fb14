package org.claimwatch.web.article;

import org.claimwatch.web.article.Archive.State;
import org.claimwatch.web.layout.When;
import org.jspecify.annotations.Nullable;

/**
 * A version's page as it was fetched: the evidence behind its text.
 *
 * @param facts null where no page was archived
 */
public record ArchivedPage(
        long articleId,
        int number,
        String title,
        String lang,
        State state,
        @Nullable Facts facts) {
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
            String size,
            @Nullable String waits) {}

    public boolean held() {
        return state == State.HELD && facts != null;
    }

    public String here() {
        return "/articles/%d/versions/%d/archived".formatted(articleId, number);
    }

    /** Why there is nothing to see, and what to do next. */
    public String explanation() {
        return switch (state) {
            case HELD -> "";
            case NEVER_ARCHIVED ->
                "This version’s page was not archived: it was read before pages were kept, or the archive had no room. Its text is held all the same.";
            case LOST ->
                "The archive no longer holds this page, although it was archived. Whoever runs this instance can say whether the archive was moved or emptied.";
            case CHANGED ->
                "The archived file is not the one that was archived: its digest differs. It is not shown, for it proves nothing. Tell whoever runs this instance.";
            case AWAY -> "The archive cannot be reached now. Try again in a moment; the page is not lost.";
        };
    }
}
