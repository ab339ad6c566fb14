package org.claimwatch.ingest.store;

import java.net.URI;
import org.claimwatch.ingest.fetch.CanonicalUrl;
import org.claimwatch.ingest.fetch.Reply;
import org.claimwatch.ingest.fetch.Validators;

/**
 * How a page came.
 *
 * @param visited its address, redirects followed
 * @param validators what an unchanged page is recognised by next time
 */
public record PageAnswer(URI visited, Validators validators) {
    static PageAnswer of(Reply reply) {
        return new PageAnswer(reply.url(), new Validators(reply.header("etag"), reply.header("last-modified")));
    }

    boolean isAt(String url) {
        return CanonicalUrl.of(visited.toString()).filter(url::equals).isPresent();
    }
}
