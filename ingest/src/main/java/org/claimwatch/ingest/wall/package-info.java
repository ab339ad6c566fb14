/** Tells a wall from what stands behind it: a page for robots, a consent wall, a pay wall. */
@NullMarked
package org.claimwatch.ingest.wall;

import org.jspecify.annotations.NullMarked;
