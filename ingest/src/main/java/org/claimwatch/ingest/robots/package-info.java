/** Asks a host's robots.txt and waits for its turn before anything is fetched from it. */
@NullMarked
package org.claimwatch.ingest.robots;

import org.jspecify.annotations.NullMarked;
