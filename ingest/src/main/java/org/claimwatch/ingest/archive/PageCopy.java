package org.claimwatch.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.claimwatch.ingest.fetch.Body;
import org.claimwatch.ingest.fetch.PageText;
import org.jspecify.annotations.Nullable;

/**
 * A page as it came, ready for the archive.
 *
 * @param key the file of the archive that it is meant for; the pages of one article share it
 * @param address that it was at, redirects followed
 * @param sha256 of the body as received
 * @param length of the body as received, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once: copies would only cost memory
public record PageCopy(
        String key,
        String address,
        int status,
        @Nullable String type,
        @Nullable String encoding,
        String sha256,
        long length,
        Instant fetchedAt,
        byte[] warc) {
    /**
     * The page's text, as it was read when it came.
     *
     * @param maxBytes the largest body that is unpacked
     */
    public String text(int maxBytes) {
        try {
            return PageText.decode(
                    Body.unpack(Warc.payload(warc, 1), encoding, maxBytes).unpacked(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of " + address + " cannot be read", e);
        }
    }
}
