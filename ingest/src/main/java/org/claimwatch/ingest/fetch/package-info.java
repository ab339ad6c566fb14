/** Fetches one address safely: nothing else in ingest opens a connection. */
@NullMarked
package org.claimwatch.ingest.fetch;

import org.jspecify.annotations.NullMarked;
