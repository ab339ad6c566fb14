package org.claimwatch.ingest.discover;

import org.jspecify.annotations.Nullable;

/**
 * What a home page says about its outlet, for a person to correct.
 *
 * @param language BCP 47
 * @param country ISO 3166 alpha-2, null where the signs are few or disagree
 * @param icon address
 */
record Imprint(
        @Nullable String name,
        @Nullable String language,
        @Nullable String country,
        @Nullable String icon) {}
