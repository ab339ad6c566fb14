package org.claimwatch.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a host said last time to recognise an unchanged answer by.
 *
 * @param etag as received, or null
 * @param lastModified as received, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
