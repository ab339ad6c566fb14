/** Tells whether two texts are one text with light edits, and whom a text names as its first publisher. */
@NullMarked
package org.claimwatch.ingest.duplicate;

import org.jspecify.annotations.NullMarked;
