/** Reads what a feed announces, in whatever format and however broken. */
@NullMarked
package org.claimwatch.ingest.feed;

import org.jspecify.annotations.NullMarked;
