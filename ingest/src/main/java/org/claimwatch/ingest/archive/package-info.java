/** Keeps each fetched page as it came, as WARC: the evidence behind a version's text. */
@NullMarked
package org.claimwatch.ingest.archive;

import org.jspecify.annotations.NullMarked;
