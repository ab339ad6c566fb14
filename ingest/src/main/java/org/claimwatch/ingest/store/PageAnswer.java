package org.claimwatch.ingest.store;

import java.net.URI;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;
import org.jspecify.annotations.Nullable;

/**
 * How a page came.
 *
 * @param visited its address, redirects followed
 * @param validators what an unchanged page is recognised by next time
 * @param page for the archive; null where there is none to keep
 */
public record PageAnswer(
        URI visited, Validators validators, @Nullable Reply page) {
    public PageAnswer(URI visited, Validators validators) {
        this(visited, validators, null);
    }

    public static PageAnswer of(Reply reply) {
        return new PageAnswer(reply.url(), new Validators(reply.header("etag"), reply.header("last-modified")), reply);
    }

    boolean isAt(String url) {
        return CanonicalUrl.of(visited.toString()).filter(url::equals).isPresent();
    }
}
