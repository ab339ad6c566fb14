/** Decides when each feed is asked, asks it, and enqueues the articles it announces. */
@NullMarked
package org.claimwatch.ingest.poll;

import org.jspecify.annotations.NullMarked;
