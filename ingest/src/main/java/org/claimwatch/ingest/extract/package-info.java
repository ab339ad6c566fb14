/** Reads title, dates, authors and body out of an article's page. */
@NullMarked
package org.claimwatch.ingest.extract;

import org.jspecify.annotations.NullMarked;
