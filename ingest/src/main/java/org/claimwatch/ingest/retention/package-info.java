/** Gives texts up, after an outlet's time or at somebody's request, with all that was read in them. */
@NullMarked
package org.claimwatch.ingest.retention;

import org.jspecify.annotations.NullMarked;
