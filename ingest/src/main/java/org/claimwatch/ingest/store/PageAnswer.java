package org.claimwatch.ingest.store;

import java.net.URI;
import java.util.List;
import org.claimwatch.ingest.archive.PageCopy;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * How a page came.
 *
 * @param visited its address, redirects followed
 * @param validators what an unchanged page is recognised by next time
 * @param page for the archive, of an article on one page; null where there is none to keep
 * @param pages for the archive, of an article on several
 * @param endsEarly why the text ends before the article does, null where it does not
 */
public record PageAnswer(
        URI visited,
        Validators validators,
        @Nullable Reply page,
        List<PageCopy> pages,
        @Nullable String endsEarly) {
    public PageAnswer(URI visited, Validators validators) {
        this(visited, validators, null, List.of(), null);
    }

    public static PageAnswer of(Reply reply) {
        Validators validators = new Validators(reply.header("etag"), reply.header("last-modified"));
        return new PageAnswer(reply.url(), validators, reply, List.of(), null);
    }

    /** Without validators: that the first page is unchanged says nothing of the others. */
    static PageAnswer of(PagesRead pages, @Nullable String endsEarly) {
        List<PageCopy> copies = pages.copies();
        return new PageAnswer(URI.create(copies.getFirst().address()), Validators.NONE, null, copies, endsEarly);
    }

    boolean isAt(String url) {
        return CanonicalUrl.of(visited.toString()).filter(url::equals).isPresent();
    }
}
