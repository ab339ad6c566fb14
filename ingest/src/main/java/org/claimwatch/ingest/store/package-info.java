/** Keeps articles and their versions, and enqueues what comes after. */
@NullMarked
package org.claimwatch.ingest.store;

import org.jspecify.annotations.NullMarked;
